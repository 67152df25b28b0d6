import { useState } from 'react'
import { useStore } from 'zustand'
import type { WordRow } from '../../shared/concordance/statistics'
import { useT } from '../state/i18n'
import { useFigures } from '../state/number-format'
import { Choice, type ChoiceOption } from './Choice'
import { concordance } from './concordance-desk'
import { FigurePanel } from './FigurePanel'
import { quotedQuery } from './quoted-query'
import { useCorpusState } from './use-corpus-state'
import { useLanguageOptions } from './use-fact-options'
import { useFigureRows } from './use-figure-rows'

const sizes = [1, 2, 3, 4, 5, 6]
/** Sequences that stand less often say little. */
const leastOfSequences = 2

/** The words of the corpus, or sequences of them, the most frequent first. Each row is looked for. */
export function WordsPanel() {
  const t = useT()
  const figures = useFigures()
  const settings = useStore(concordance.store, (state) => state.settings)
  const corpus = useCorpusState()
  const [size, setSize] = useState(1)
  const [wished, setLanguage] = useState('')
  const [prefix, setPrefix] = useState('')
  const languages = useLanguageOptions()
  const language = languages.some(([each]) => each === wished) ? wished : ''
  const part = language === '' ? {} : { language }
  const list = useFigureRows(
    'concordance.wordList',
    size === 1 ? { part, settings, by: 'count', prefix } : null,
    corpus
  )
  const sequences = useFigureRows(
    'concordance.nGrams',
    size > 1 ? { part, settings, size, least: leastOfSequences } : null,
    corpus
  )
  const figure = size === 1 ? list : sequences
  const totals = figure.value && {
    types: figures.whole(figure.value.types),
    tokens: figures.whole(figure.value.tokens)
  }
  return (
    <FigurePanel
      choices={
        <>
          <Choice
            label={t('concordance.words.size')}
            value={String(size)}
            options={sizes.map(
              (each): ChoiceOption<string> => [
                String(each),
                each === 1 ? t('concordance.words.single') : t('concordance.words.of', { count: each })
              ]
            )}
            set={(each) => setSize(Number(each))}
          />
          <Choice
            label={t('concordance.group.language')}
            value={language}
            options={languages}
            set={setLanguage}
          />
          {size === 1 && (
            <label>
              {t('concordance.words.prefix')}
              <input value={prefix} maxLength={200} onChange={(event) => setPrefix(event.target.value)} />
            </label>
          )}
        </>
      }
      notes={[totals && t('concordance.words.total', totals)]}
      figure={figure}
      columns={[
        { name: 'n', cell: ({ count }: WordRow) => figures.whole(count) },
        { name: t('concordance.words.texts'), cell: ({ documents }: WordRow) => figures.whole(documents) }
      ]}
      act={({ form }) => concordance.type(quotedQuery(form))}
    />
  )
}
