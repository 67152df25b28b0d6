import { naturalOrder } from '../text/natural-order'
import { keyness, logRatio, percentDifference } from './measures'
import type { KeywordRow, KeywordsAnswer, WordsAnswer } from './statistics'
import type { SummedCounts, Vocabulary } from './word-counts'

/** Gives some rows of an answer that is ready: from which on, and how many. What could not be read whoever read it knows. */
export type RowPages<Answer> = (from: number, count: number) => Omit<Answer, 'unread'>

/** The word list: by count or by word; only words that begin so, where a prefix is given. */
export function wordRows(
  vocabulary: Vocabulary,
  counts: SummedCounts,
  { by, prefix }: { readonly by: 'count' | 'word'; readonly prefix: string }
): RowPages<WordsAnswer> {
  const { folded } = vocabulary
  const start = vocabulary.fold(prefix)
  const ranked = counts.byCount()
  const there = start === '' ? ranked : ranked.filter((word) => folded[word]?.startsWith(start))
  const name = (word: number) => folded[word] ?? ''
  const order = by === 'word' ? there.toSorted((a, b) => naturalOrder(name(a), name(b)) || a - b) : there
  const forms = counts.forms()
  return (from, count) => {
    const rows = Array.from(order.subarray(from, from + count), (word) => ({
      word: name(word),
      form: forms[word] ?? '',
      count: counts.counts[word] ?? 0,
      documents: counts.documents[word] ?? 0
    }))
    return { rows, total: order.length, types: ranked.length, tokens: counts.tokens }
  }
}

/** The words that mark one part of a corpus off from another, the strongest first; negative ones last. */
export function keywordRows(
  vocabulary: Vocabulary,
  here: SummedCounts,
  elsewhere: SummedCounts,
  { by, least }: { readonly by: 'logLikelihood' | 'logRatio'; readonly least: number }
): RowPages<KeywordsAnswer> {
  const all: (KeywordRow & { readonly number: number })[] = []
  const [words, others] = [here.tokens, elsewhere.tokens]
  if (words > 0 && others > 0)
    // Either may have been summed before the other's words were met.
    for (let number = 0; number < Math.max(here.counts.length, elsewhere.counts.length); number++) {
      const [own, other] = [here.counts[number] ?? 0, elsewhere.counts[number] ?? 0]
      if (own + other < least) continue
      all.push({
        number,
        word: vocabulary.folded[number] ?? '',
        form: '',
        count: own,
        countElsewhere: other,
        perThousand: (own / words) * 1000,
        perThousandElsewhere: (other / others) * 1000,
        logLikelihood: keyness(own, words, other, others),
        percentDifference: percentDifference(own, words, other, others),
        logRatio: logRatio(own, words, other, others)
      })
    }
  all.sort((a, b) => b[by] - a[by] || (a.word < b.word ? -1 : 1))
  const [forms, formsElsewhere] = [here.forms(), elsewhere.forms()]
  return (from, count) => {
    const rows = all.slice(from, from + count).map(({ number, ...row }) => {
      return { ...row, form: (row.count > 0 ? forms : formsElsewhere)[number] ?? row.word }
    })
    return { rows, total: all.length, words, wordsElsewhere: others }
  }
}
