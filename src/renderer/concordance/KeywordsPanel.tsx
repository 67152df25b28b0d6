import { useState } from 'react'
import { useStore } from 'zustand'
import type { KeywordRow } from '../../shared/concordance/statistics'
import { useT } from '../state/i18n'
import { type Figures, useFigures } from '../state/number-format'
import { Choice, type ChoiceOption, NumberChoice } from './Choice'
import { concordance } from './concordance-desk'
import { FigurePanel } from './FigurePanel'
import { keywordQuery, partOfCorpus } from './keyword-part'
import { leastCounts } from './least-counts'
import { useCorpusState } from './use-corpus-state'
import { type OwnFact, useFactOptions, useLanguageOptions, useValueOptions } from './use-fact-options'
import { useFigureRows } from './use-figure-rows'

const facts: readonly OwnFact[] = ['kind', 'year', 'publisher', 'language']
const measures = ['logLikelihood', 'logRatio', 'percent'] as const
type Measure = (typeof measures)[number]

/** The words that mark a part of the corpus off from the rest. Each row is looked for in that part. */
export function KeywordsPanel() {
  const t = useT()
  const figures = useFigures()
  const settings = useStore(concordance.store, (state) => state.settings)
  const corpus = useCorpusState()
  const [fact, setFact] = useState('kind')
  const [wished, setValue] = useState('')
  const [language, setLanguage] = useState('')
  const [by, setBy] = useState<Measure>('logLikelihood')
  const [least, setLeast] = useState(3)
  const values = useValueOptions(fact)
  const languages = useLanguageOptions()
  const [value = ''] = values.find(([each]) => each === wished) ?? values.find(([each]) => each !== '') ?? []
  const isOfLanguages = fact === 'language'
  const within = isOfLanguages || !languages.some(([each]) => each === language) ? '' : language
  const asked = {
    part: partOfCorpus(fact, value, within),
    against: within === '' ? null : { language: within },
    settings,
    by: by === 'logLikelihood' ? ('logLikelihood' as const) : ('logRatio' as const),
    least
  }
  const figure = useFigureRows('concordance.keywords', values.length > 1 ? asked : null, corpus)
  const names = measures.map((each): ChoiceOption<Measure> => [each, t(`concordance.keywords.${each}`)])
  const sizes = figure.value && {
    here: figures.whole(figure.value.words),
    elsewhere: figures.whole(figure.value.wordsElsewhere)
  }
  return (
    <FigurePanel
      choices={
        <>
          <Choice
            label={t('concordance.keywords.fact')}
            value={fact}
            options={useFactOptions(facts)}
            set={setFact}
          />
          <Choice label={t('concordance.keywords.part')} value={value} options={values} set={setValue} />
          {!isOfLanguages && (
            <Choice
              label={t('concordance.keywords.within')}
              value={within}
              options={languages}
              set={setLanguage}
            />
          )}
          <NumberChoice
            label={t('concordance.collocates.least')}
            value={least}
            options={leastCounts}
            set={setLeast}
          />
          <Choice label={t('concordance.collocates.by')} value={by} options={names} set={setBy} />
        </>
      }
      notes={[t(`concordance.keywords.${by}Note`), sizes && t('concordance.keywords.sizes', sizes)]}
      figure={figure}
      columns={[
        {
          name: t('concordance.keywords.counts'),
          cell: (row: KeywordRow) => `${figures.whole(row.count)} : ${figures.whole(row.countElsewhere)}`
        },
        { name: 'LL', cell: (row: KeywordRow) => figures.exact(row.logLikelihood, 1) },
        {
          name: t(`concordance.keywords.${by === 'percent' ? 'percent' : 'logRatio'}`),
          cell: (row: KeywordRow) => effect(row, by, figures)
        }
      ]}
      act={({ form }) => concordance.type(keywordQuery(form, fact, value, within))}
    />
  )
}

/** How large the difference is: as a power of two, or in per cent. */
function effect({ logRatio, percentDifference }: KeywordRow, by: Measure, figures: Figures): string {
  if (by !== 'percent') return figures.exact(logRatio, 2)
  return percentDifference === null ? '∞' : `${figures.whole(percentDifference)} %`
}
