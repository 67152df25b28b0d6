import type { Annotation } from '../../../shared/model/annotation'
import type { Memo } from '../../../shared/model/memo'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { makeAnnotation, makeMemo } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import type { DocumentModel } from '../format'
import { exportWords } from '../words'
import { english, englishBlocks, samplePage, sampleReferences } from './sample-models'

/** A highlight of a sample text, by its words: they must stand in it. */
export function highlight(
  id: string,
  quote: string,
  themes: readonly string[],
  facts: Partial<Annotation> = {},
  blocks: readonly Block[] = englishBlocks
): Annotation {
  const text = canonicalText(blocks)
  const at = text.indexOf(quote)
  if (at < 0) throw new Error(`“${quote}” does not stand in the sample`)
  const own = makeAnnotation(id, english.id, themes)
  const selector = { ...own.selector, ...span(at, at + quote.length), exact: quote }
  return { ...own, selector, ...facts }
}

export const sampleHighlights: readonly Annotation[] = [
  highlight('a1', 'handed in once. Nobody waits <an hour>', ['t2', 't3'], { memo: 'Who *waits*?' }),
  highlight('a2', 'Nobody waits <an hour> & nobody asks why.\n=SUM(1)', ['t1'], { quality: ['calque'] }),
  highlight('a3', 'waits', ['t3'], { memo: 'See [[passage:d1/a1|the form]].' })
]

export const sampleMemos: readonly Memo[] = [
  { ...makeMemo('m1', { kind: 'document', id: english.id }), title: 'On the office', text: 'A *memo*.' },
  { ...makeMemo('m2', { kind: 'project' }), text: 'Not about this text.' }
]

/** A whole model of one annotated text; each test says only what it is about. */
export function sampleDocument(facts: Partial<DocumentModel> = {}): DocumentModel {
  return {
    ...sampleReferences,
    page: { ...samplePage, title: english.title },
    words: exportWords('en'),
    language: 'en',
    contents: { text: async () => ({ format: 1, blocks: [...englishBlocks] }), original: async () => null },
    document: english,
    text: { format: 1, blocks: [...englishBlocks] },
    annotations: sampleHighlights,
    unsettled: 0,
    memos: sampleMemos,
    ...facts
  }
}
