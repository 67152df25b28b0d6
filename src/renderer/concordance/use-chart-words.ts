import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useT } from '../state/i18n'
import { useFigures } from '../state/number-format'
import { concordance } from './concordance-desk'
import type { ChartWords } from './spread-charts'

/**
 * What the charts of the lines say. Always the same object for the same words.
 * @param by what it is about: the whole sentence, or a fact of the texts
 */
export function useChartWords(by: string, isFact = false): ChartWords {
  const t = useT()
  const figures = useFigures()
  const query = useStore(concordance.store, (state) => state.shown?.query ?? '')
  return useMemo(
    () => ({
      title: `“${query}”: ${isFact ? t('concordance.spread.byFact', { fact: by }) : by}`,
      columns: [
        isFact ? by : t('concordance.group.document'),
        t('concordance.spread.hits'),
        t('concordance.spread.words'),
        t('concordance.spread.perThousand'),
        t('concordance.spread.low'),
        t('concordance.spread.high')
      ],
      unit: t('concordance.spread.perThousand'),
      noValue: t('concordance.noValue'),
      says: (name, hits, words, rate) =>
        rate.perThousand === null
          ? t('concordance.spread.saysHits', { name, hits: figures.whole(hits) })
          : t('concordance.spread.says', {
              name,
              hits: figures.whole(hits),
              words: figures.whole(words),
              perThousand: figures.exact(rate.perThousand, 2),
              low: figures.exact(rate.low, 2),
              high: figures.exact(rate.high, 2)
            }),
      part: (name, part, of, count) =>
        t('concordance.spread.saysPart', {
          name,
          part: figures.whole(part),
          of: figures.whole(of),
          hits: figures.whole(count)
        })
    }),
    [t, figures, query, by, isFact]
  )
}
