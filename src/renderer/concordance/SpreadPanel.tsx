import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { DispersionAnswer } from '../../shared/concordance/statistics'
import type { Grouping, Selection } from '../../shared/concordance/trail'
import { ChartFigure } from '../charts/ChartFigure'
import type { Chart } from '../charts/chart'
import { useT, useWords } from '../state/i18n'
import { useFigures } from '../state/number-format'
import { useSlices } from '../state/project'
import { Choice, type ChoiceOption } from './Choice'
import { concordance } from './concordance-desk'
import { FigureState } from './FigureState'
import { select, selectPart } from './line-acts'
import { frequencyChart, stripsChart, timeChart } from './spread-charts'
import { useChartWords } from './use-chart-words'
import { attributeOf, type OwnFact, useFactOptions } from './use-fact-options'
import { type Figure, useFigure } from './use-figure'

const facts: readonly OwnFact[] = ['year', 'language', 'kind', 'publisher']
const bins = 60

/** Where the hits stand in each text and through time, or how often by a fact of the texts. Each mark leaves its lines. */
export function SpreadPanel() {
  const t = useT()
  const [by, setBy] = useState('document')
  const options: ChoiceOption<string>[] = [
    ['document', t('concordance.group.document')],
    ['time', t('concordance.spread.time')],
    ...useFactOptions(facts)
  ]
  return (
    <div className="figure">
      <div className="figure-choices">
        <Choice label={t('concordance.spread.by')} value={by} options={options} set={setBy} />
      </div>
      {by === 'document' || by === 'time' ? <Texts by={by} /> : <Facts by={by} />}
    </div>
  )
}

function Texts({ by }: { readonly by: 'document' | 'time' }) {
  const t = useT()
  const figures = useFigures()
  const view = useStore(concordance.store, (state) => state.view)
  const { documents } = useSlices('documents')
  const asked = view?.isComplete ? { id: view.id, bins } : null
  const figure = useFigure('concordance.dispersion', asked, `${view?.id} ${view?.version}`)
  const words = useChartWords(
    t(by === 'document' ? 'concordance.spread.byDocument' : 'concordance.spread.throughTime')
  )
  const answer = figure.value
  const chart = useMemo(() => {
    const textOf = (id: keyof typeof documents) => {
      const document = documents[id]
      return { title: document?.title ?? '', date: document?.published?.date ?? null }
    }
    const text = (id: keyof typeof documents) =>
      void select({ by: 'documents', documents: [id], keep: true }, textOf(id).title)
    const part = selectPart
    const rows = answer?.rows ?? []
    return by === 'document'
      ? stripsChart(rows, textOf, words, figures.whole, { text, part })
      : timeChart(rows, textOf, words, text)
  }, [answer, documents, by, words, figures])
  return (
    <>
      <ShownChart figure={figure} chart={chart} />
      {by === 'time' ? <Note text={t('concordance.spread.intervalNote')} /> : <Evenness of={answer} />}
    </>
  )
}

function Evenness({ of }: { readonly of: DispersionAnswer | null }) {
  const t = useT()
  const figures = useFigures()
  if (of === null || of.dp === null || of.juillandD === null) return null
  const [dp, d] = [figures.exact(of.dp, 2), figures.exact(of.juillandD, 2)]
  return <Note text={t('concordance.spread.evenness', { dp, d })} />
}

function Facts({ by }: { readonly by: string }) {
  const t = useT()
  const { rendering } = useWords()
  const view = useStore(concordance.store, (state) => state.view)
  const fact = facts.find((each) => each === by)
  const name = attributeOf(by) ?? ''
  const grouping: Grouping = fact ? { by: fact } : { by: 'attribute', name }
  const asked = view?.isComplete ? { id: view.id, by: grouping } : null
  const figure = useFigure('concordance.frequencies', asked, `${view?.id} ${view?.version}`)
  const words = useChartWords(fact ? t(`concordance.group.${fact}`) : name, true)
  const chart = useMemo(() => {
    const kinds: Readonly<Record<string, string>> = fact === 'kind' ? rendering : {}
    return frequencyChart(
      figure.value ?? [],
      fact === 'year',
      (key) => kinds[key] ?? key,
      words,
      (key) => void select(selectionOf(fact, name, key))
    )
  }, [figure.value, fact, name, rendering, words])
  return (
    <>
      <ShownChart figure={figure} chart={chart} />
      <Note text={t('concordance.spread.intervalNote')} />
    </>
  )
}

function ShownChart({
  figure,
  chart
}: {
  readonly figure: Pick<Figure<'concordance.dispersion'>, 'error' | 'isStale'> & { readonly value: unknown }
  readonly chart: Chart
}) {
  const isEmpty = chart.rows.length === 0
  return (
    <div aria-busy={figure.isStale}>
      <FigureState figure={figure} isEmpty={isEmpty} />
      {!isEmpty && <ChartFigure chart={chart} />}
    </div>
  )
}

function Note({ text }: { readonly text: string }) {
  return <p className="panel-hint">{text}</p>
}

function selectionOf(fact: OwnFact | undefined, name: string, key: string): Selection {
  if (fact) return { by: 'fact', fact, values: [key], keep: true }
  return { by: 'attribute', name, values: [key], keep: true }
}
