import { useEffect, useMemo } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useStore } from 'zustand'
import type { FormulaId, RenderingId } from '../../shared/model/ids'
import { useCommands } from '../state/commands'
import { goToExport } from '../state/export-source'
import { useT } from '../state/i18n'
import { useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { Empty } from '../ui/Empty'
import { CandidatePage } from './CandidatePage'
import { FormulaList } from './FormulaList'
import { FormulaPage } from './FormulaPage'
import { takeRegister } from './formula-acts'
import { formulaCommands } from './formula-commands'
import { allPlaces, type FormulaeDesk, formulaeDesk } from './formulae-desk'
import { NumberSlogans } from './NumberSlogans'
import { QualityReport } from './QualityReport'
import { candidatesLeft } from './undecided'

/** Which project the window's lists are of. */
let shownIn: string | null = null

interface Props {
  readonly desk?: FormulaeDesk
  /** The one to open; without it what was open last stays so. */
  readonly formula?: FormulaId
  /** Of which the places are listed. */
  readonly rendering?: RenderingId
  /** The coming here: the same formula again is another visit. */
  readonly visit: object
}

/** The register of formulae, what was found and waits for a decision, and the page of one. */
export function Formulae({ desk = formulaeDesk, formula: wanted, rendering, visit }: Props) {
  const t = useT()
  const { chosen, candidates: found, finding, copiesOnce } = useStore(desk.store)
  const { info } = useSlices('info')
  const changes = useProject((project) => project.changes)
  const folder = useProject((project) => project.folder)
  useEffect(() => {
    if (shownIn !== null && shownIn !== folder) desk.clear()
    shownIn = folder
  }, [desk, folder])
  useEffect(() => {
    if (!visit || wanted === undefined) return
    desk.choose({ kind: 'formula', id: wanted })
    if (rendering !== undefined) desk.set({ places: { ...allPlaces, rendering } })
  }, [desk, visit, wanted, rendering])
  const { latest: counted } = useAnswer('formulae.register', { copiesOnce }, { again: changes })
  useCommands(useMemo(() => formulaCommands(desk), [desk]))
  const candidates = useMemo(() => candidatesLeft(found, info), [found, info])
  const formula = chosen?.kind === 'formula' ? info.formulae[chosen.id] : undefined
  const candidate =
    chosen?.kind === 'candidate' ? candidates?.find((each) => each.key === chosen.key) : undefined
  const isEmpty = Object.keys(info.formulae).length === 0 && candidates === null
  if (isEmpty)
    return (
      <Empty title={t('formulae.empty')} hint={t('formulae.emptyHint')}>
        <button type="button" className="button primary" onClick={() => void takeRegister('takeStarter')}>
          {t('formulae.starter')}
        </button>
        <button type="button" className="button" onClick={() => void takeRegister('takeFile')}>
          {t('formulae.takeFile')}
        </button>
        {finding ? <Finding desk={desk} /> : <FindButton desk={desk} />}
      </Empty>
    )
  const known = counted?.formulae.find(({ id }) => id === formula?.id)
  return (
    <div className="formulae">
      <section className="formulae-left" aria-label={t('formulae.register')}>
        <div className="formulae-views">
          {(['numbers', 'quality'] as const).map((view) => (
            <button
              key={view}
              type="button"
              className="button"
              aria-pressed={chosen?.kind === view}
              onClick={() => desk.choose({ kind: view })}
            >
              {t(view === 'numbers' ? 'formulae.numbers' : 'quality.report')}
            </button>
          ))}
        </div>
        <FormulaList desk={desk} counted={counted?.formulae ?? null} candidates={candidates} />
        <div className="formulae-tools">
          {finding ? <Finding desk={desk} /> : <FindButton desk={desk} />}
          <TakeMenu />
          <button type="button" className="button" onClick={() => goToExport({ of: 'formulae' })}>
            {t('formulae.export')}
          </button>
        </div>
      </section>
      <section className="formulae-right" aria-label={t('place.formulae')} data-scroller>
        {formula && <FormulaPage key={formula.id} desk={desk} formula={formula} counted={known ?? null} />}
        {candidate && <CandidatePage key={candidate.key} desk={desk} candidate={candidate} />}
        {chosen?.kind === 'numbers' && (
          <NumberSlogans desk={desk} counted={counted?.formulae ?? []} candidates={candidates} />
        )}
        {chosen?.kind === 'quality' && <QualityReport desk={desk} />}
        {!formula && !candidate && (chosen === null || 'id' in chosen || 'key' in chosen) && (
          <p className="panel-hint">{t('formulae.chooseOne')}</p>
        )}
      </section>
    </div>
  )
}

/** What can be taken into the register. */
function TakeMenu() {
  const t = useT()
  return (
    <DialogTrigger>
      <Button className="button">{t('formulae.take')}</Button>
      <Popover className="popover formulae-take" placement="top start">
        <Dialog aria-label={t('formulae.take')}>
          {({ close }) =>
            (['takeStarter', 'takeFile'] as const).map((which) => (
              <button
                key={which}
                type="button"
                className="button"
                title={which === 'takeFile' ? t('formulae.takeFileHint') : undefined}
                onClick={() => {
                  close()
                  void takeRegister(which)
                }}
              >
                {t(which === 'takeFile' ? 'formulae.takeFile' : 'formulae.starter')}
              </button>
            ))
          }
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function FindButton({ desk }: { desk: FormulaeDesk }) {
  const t = useT()
  return (
    <button type="button" className="button" onClick={() => void desk.find()}>
      {t('formulae.find')}
    </button>
  )
}

function Finding({ desk }: { desk: FormulaeDesk }) {
  const t = useT()
  const { finding } = useStore(desk.store)
  const percent = finding && finding.total > 0 ? Math.round((100 * finding.done) / finding.total) : 0
  return (
    <p className="formulae-finding" role="status">
      {t('formulae.finding', { percent })}{' '}
      <button type="button" className="link-button" onClick={() => desk.cancel()}>
        {t('formulae.cancel')}
      </button>
    </p>
  )
}
