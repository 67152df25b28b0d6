import { X } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { printQuery } from '../../shared/concordance/print-query'
import type { Formula } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { FormulaLinesList } from './FormulaLinesList'
import { allPlaces, type FormulaeDesk, type PlacesShown } from './formulae-desk'

/** So many lines are shown at first, and so many more each time. */
const linesShown = 40
/** The most lines that are asked for at once. */
const mostLines = 500

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  readonly shown: PlacesShown
}

/** The places of a formula with their sentences: all, those of one rendering, those that a mark of a chart stands for. */
export function FormulaPlaces({ desk, formula, shown }: Props) {
  const t = useT()
  const changes = useProject((project) => project.changes)
  const { rendering, documents, label } = shown
  const which = JSON.stringify([rendering, documents])
  const [more, setMore] = useState({ which, count: linesShown })
  const count = more.which === which ? more.count : linesShown
  const copiesOnce = useStore(desk.store, (state) => state.copiesOnce)
  const asked = {
    ...{ formula: formula.id, rendering, documents: documents && [...documents] },
    ...{ from: 0, count, copiesOnce }
  }
  const { latest: lines } = useAnswer('formulae.lines', asked, { again: changes })
  const words =
    rendering === null
      ? formula.forms.join(' · ')
      : rendering === 'all'
        ? ''
        : (formula.renderings[rendering]?.words ?? '')
  if (!lines) return null
  return (
    <section aria-label={t('formulae.lines')}>
      <h2 className="formulae-head">
        {t('formulae.lines')} <span>{lines.total}</span>
        {lines.total > 0 && (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              navigate({
                name: 'concordance',
                query: printQuery({ kind: 'formula', name: formulaName(formula) })
              })
            }
          >
            {t('formulae.asConcordance')}
          </button>
        )}
      </h2>
      {shown !== allPlaces && (
        <button type="button" className="formula-shown" onClick={() => desk.set({ places: allPlaces })}>
          {[words && `“${words}”`, label].filter(Boolean).join(' · ')}
          <X size={12} aria-label={t('formulae.allPlaces')} />
        </button>
      )}
      {lines.total === 0 && <p className="panel-hint">{t('formulae.noPlaces')}</p>}
      <FormulaLinesList lines={lines.lines} />
      {lines.total > count && count < mostLines && (
        <button
          type="button"
          className="button"
          onClick={() => setMore({ which, count: Math.min(mostLines, count + 3 * linesShown) })}
        >
          {t('formulae.moreLines', { count: lines.total - count })}
        </button>
      )}
    </section>
  )
}
