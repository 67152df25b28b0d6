import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { VariorumDocument } from '../../shared/model/document'
import type { Formula } from '../../shared/model/formula'
import { ChartFigure } from '../charts/ChartFigure'
import { useT, useWords } from '../state/i18n'
import { useProject, useSlices } from '../state/project'
import { useAnswer } from '../state/use-answer'
import { type DriftFact, type DriftSource, driftChart, sharesChart } from './drift-chart'
import { driftFacts, factOf } from './drift-facts'
import type { FormulaeDesk } from './formulae-desk'
import { acceptedBySize, seriesColour } from './RenderingList'

interface Props {
  readonly desk: FormulaeDesk
  readonly formula: Formula
  readonly counted: CountedFormula | null
}

/** Who renders a formula how, and when: shares through time, or by a fact of the texts. Each mark lists its places. */
export function FormulaDrift({ desk, formula, counted }: Props) {
  const t = useT()
  const { rendering: kinds } = useWords()
  const changes = useProject((project) => project.changes)
  const { documents } = useSlices('documents')
  const copiesOnce = useStore(desk.store, (state) => state.copiesOnce)
  const { latest: spread } = useAnswer(
    'formulae.spread',
    { formula: formula.id, copiesOnce },
    { again: changes }
  )
  const [by, setBy] = useState('time')
  const names = useMemo(() => attributeNames(Object.values<VariorumDocument>(documents)), [documents])
  const fact: DriftFact = useMemo(
    () => driftFacts.find((each) => each === by) ?? (by === 'time' ? 'time' : { attribute: by.slice(1) }),
    [by]
  )
  const source = useMemo((): DriftSource | null => {
    if (!spread) return null
    const series = acceptedBySize(formula, counted).filter(({ id }) => counted?.renderings[id])
    const known = new Map(series.map(({ id }, at) => [id, at]))
    const rows = spread.rows.flatMap(({ rendering, document, count }) => {
      const at = rendering === null ? undefined : known.get(rendering)
      const own = documents[document]
      return at === undefined || !own ? [] : [{ series: at, document: own, count }]
    })
    return {
      rows,
      series: series.map(({ id, words }, at) => ({ id, name: words, colour: seriesColour(at) }))
    }
  }, [spread, formula, counted, documents])
  const chart = useMemo(() => {
    if (!source || source.rows.length === 0) return null
    const open = (places: Parameters<typeof desk.set>[0]['places']) => places && desk.set({ places })
    return fact === 'time'
      ? driftChart(source, t, open)
      : sharesChart(
          source,
          t,
          typeof fact === 'string' ? t(`formulae.by.${fact}`) : fact.attribute,
          (document) => {
            const value = factOf(fact, document)
            return fact === 'kind' ? (kinds[document.rendering] ?? value) : value
          },
          open
        )
  }, [source, fact, t, kinds, desk])
  if (!source || source.rows.length === 0) return null
  return (
    <section aria-label={t('formulae.drift')}>
      <h2 className="formulae-head">
        {t('formulae.drift')}
        <select aria-label={t('formulae.driftBy')} value={by} onChange={({ target }) => setBy(target.value)}>
          <option value="time">{t('formulae.by.time')}</option>
          {driftFacts.map((each) => (
            <option key={each} value={each}>
              {t(`formulae.by.${each}`)}
            </option>
          ))}
          {names.map((name) => (
            <option key={name} value={`:${name}`}>
              {name}
            </option>
          ))}
        </select>
      </h2>
      {chart ? <ChartFigure chart={chart} /> : <p className="panel-hint">{t('formulae.noDates')}</p>}
    </section>
  )
}

/** The names of the facts that a project keeps of its texts under names of its own. */
function attributeNames(documents: readonly VariorumDocument[]): string[] {
  const names = new Set(documents.flatMap(({ attributes }) => Object.keys(attributes)))
  return [...names].sort((a, b) => a.localeCompare(b)).slice(0, 100)
}
