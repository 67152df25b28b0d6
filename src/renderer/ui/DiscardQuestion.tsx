import { useT } from '../state/i18n'

/** Asked at the foot of a dialog that holds something typed, before it is closed without it. */
export function DiscardQuestion({ keep, discard }: { keep: () => void; discard: () => void }) {
  const t = useT()
  return (
    <footer className="dialog-foot discard" role="alertdialog" aria-label={t('common.discardQuestion')}>
      <span className="grow">{t('common.discardQuestion')}</span>
      <button type="button" className="button" autoFocus onClick={keep}>
        {t('common.keepEditing')}
      </button>
      <button type="button" className="button danger" onClick={discard}>
        {t('common.discard')}
      </button>
    </footer>
  )
}
