import { contextLength, wordsOf } from '../../../shared/anchoring/describe'
import type { Selector } from '../../../shared/model/annotation'
import { span } from '../../../shared/model/span'
import type { TextContent } from '../../../shared/model/text-content'
import { blockSpans, canonicalText, indexAt } from '../../../shared/text/canonical'
import { codePointIndex } from '../../../shared/text/code-point-index'
import { sha256 } from '../../store/hash'

/** A text, ready to be asked where passages of it stand. */
export interface IndexedText {
  readonly text: string
  readonly content: TextContent
  /** SHA-256 of its UTF-8. */
  readonly sum: string
  /** From UTF-16 code units to code points. */
  readonly points: (offset: number) => number
}

export function indexedText(content: TextContent): IndexedText {
  const text = canonicalText(content.blocks)
  return { text, content, sum: sha256(text), points: codePointIndex(text) }
}

/** How a passage is selected: by its words, and by its place where that is one in the text of `sum`. */
export interface Selected {
  readonly words: Pick<Selector, 'exact' | 'prefix' | 'suffix'>
  readonly place: { readonly sum: string; readonly selectors: readonly object[] } | null
}

/**
 * The selectors of a passage that stands in a text: its position, its words with what stands around them, and the words
 * within their paragraph. Positions are counted in code points, as the Recommendation asks for (4.2.4 and 4.2.5).
 */
export function selectedIn(
  { text, content, sum, points }: IndexedText,
  { start, end, exact }: Pick<Selector, 'start' | 'end' | 'exact'>
): Selected {
  if (text.slice(start, end) !== exact) return { words: { exact, prefix: '', suffix: '' }, place: null }
  const described = wordsOf(text, span(start, end))
  const words =
    described?.exact === exact
      ? { exact, prefix: described.prefix, suffix: described.suffix }
      : { exact, prefix: text.slice(Math.max(0, start - contextLength), start), suffix: '' }
  const spans = blockSpans(content.blocks)
  const block = spans[indexAt(spans, start)]
  const isWithin = block && block.end >= end && block.end - block.start > end - start
  const position = (from: number, to: number) => ({
    type: 'TextPositionSelector',
    start: points(from),
    end: points(to)
  })
  const quote = { type: 'TextQuoteSelector', ...words }
  const paragraph = isWithin && {
    ...position(block.start, block.end),
    refinedBy: {
      type: 'TextQuoteSelector',
      exact,
      prefix: text.slice(Math.max(block.start, start - words.prefix.length), start),
      suffix: text.slice(end, Math.min(block.end, end + words.suffix.length))
    }
  }
  return {
    words,
    place: { sum, selectors: [position(start, end), quote, ...(paragraph ? [paragraph] : [])] }
  }
}
