import type { DocumentId, ThemeId } from '../../../shared/model/ids'
import { span } from '../../../shared/model/span'
import { canonicalText } from '../../../shared/text/canonical'
import type { ConcordanceModel, ConcordanceRow } from '../format'
import { exportWords } from '../words'
import { samplePage, sampleReferences, sampleText } from './sample-models'

/** A line by its words in a sample text, the rest of its paragraph as contexts. */
function line(
  number: number,
  document: DocumentId,
  hit: string,
  facts: Partial<ConcordanceRow>
): ConcordanceRow {
  const text = canonicalText(sampleText(document).blocks)
  const start = text.indexOf(hit)
  const end = start + hit.length
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end)
  return {
    line: number,
    group: '',
    document,
    start,
    end,
    paragraph: 1,
    left: text.slice(from, start),
    hit,
    right: text.slice(end, to === -1 ? text.length : to),
    themes: [],
    answers: [],
    ...facts
  }
}

/** Lines of two texts in two groups; the first is coded, and has what answers in the other version. */
export function sampleConcordance(): ConcordanceModel {
  const [english, chinese] = ['d1', 'd2'] as DocumentId[] as [DocumentId, DocumentId]
  return {
    ...sampleReferences,
    page: { ...samplePage, title: 'Concordance' },
    words: exportWords('en'),
    language: 'en',
    contents: { text: async (id) => sampleText(id as string as DocumentId), original: async () => null },
    steps: ['Sorted by the first word on the right', 'Grouped by form'],
    rows: [
      line(1, english, 'Nobody waits', {
        group: 'Nobody waits',
        themes: ['t2' as ThemeId],
        answers: [{ document: chinese, text: '没有人等一个小时，也没有人问为什么。', said: span(0, 4) }]
      }),
      line(2, english, '=SUM(1)', { group: '=SUM(1)', paragraph: 2 }),
      line(3, chinese, '没有人等', { group: '没有人等' })
    ],
    isGrouped: true,
    mostAnswers: 1
  }
}
