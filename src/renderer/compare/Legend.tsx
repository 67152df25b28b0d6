import { CircleHelp } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { keyLabel } from '../state/commands'
import { useT } from '../state/i18n'

/** The signs of the comparison, each as it is drawn in the rows, and what it says. */
const signs = [
  ['parts parts-substituted', 'substituted'],
  ['parts parts-moved', 'moved'],
  ['parts parts-left-out', 'leftOut'],
  ['parts parts-figure', 'figure'],
  ['parts parts-name', 'name'],
  ['parts parts-formula', 'formula'],
  ['parts parts-unusual', 'unusual']
] as const

interface Props {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

/** What the signs of the comparison mean; opened by its button, or by its key. */
export function Legend({ isOpen, setOpen }: Props) {
  const t = useT()
  const label = `${t('legend.heading')} (${keyLabel('l')})`
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="icon-button" aria-label={label}>
        <CircleHelp size={15} aria-hidden />
      </Button>
      <Popover className="popover compare-pop" placement="bottom end">
        <Dialog aria-label={t('legend.heading')}>
          <h2 className="panel-title">{t('legend.heading')}</h2>
          <dl className="legend">
            {signs.map(([className, sign]) => (
              <div key={sign}>
                <dt>
                  <span className={className}>{t('legend.sample')}</span>
                </dt>
                <dd>{t(`legend.${sign}`)}</dd>
              </div>
            ))}
            <div>
              <dt aria-hidden>↕</dt>
              <dd>{t('legend.elsewhere')}</dd>
            </div>
            <div>
              <dt aria-hidden>✓</dt>
              <dd>{t('legend.byHand')}</dd>
            </div>
            <div>
              <dt>
                <span className="confidence" aria-hidden>
                  <i style={{ '--v': '85%' } as React.CSSProperties} />
                </span>
              </dt>
              <dd>{t('legend.confidence')}</dd>
            </div>
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
