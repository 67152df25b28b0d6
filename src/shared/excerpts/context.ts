import type { ExportContext } from '../export/export-options'
import type { Span } from '../model/offsets'
import { span } from '../model/span'
import type { Block } from '../model/text-content'
import { blockSpans, canonicalText, firstEndingAfter, indexAt } from '../text/canonical'
import { words } from '../text/words'
import { sentencesIn } from './sentences-in'

/** A text from which a passage is quoted with what stands about it. */
export interface QuotedText {
  readonly blocks: readonly Block[]
  readonly language: string
  /** Indices of the blocks that are furniture. */
  readonly furniture: readonly number[]
}

/** What stands about a passage, as far as it was asked for. `before`, the passage and `after` are one slice of the text. */
export interface Surroundings {
  readonly before: string
  readonly after: string
  /** Whether its paragraph goes on beyond `before` and `after`. */
  readonly goesOnBefore: boolean
  readonly goesOnAfter: boolean
}

/**
 * What stands about a passage (UTF-16). Words and sentences are counted on over the ends of paragraphs, as far as the next
 * heading or furniture: there the text is another. Chinese words are those of a dictionary.
 */
export function surroundings(text: QuotedText, passage: Span, context: ExportContext): Surroundings {
  const whole = canonicalText(text.blocks)
  const spans = blockSpans(text.blocks)
  const first = Math.max(0, indexAt(spans, passage.start))
  const last = Math.max(first, indexAt(spans, Math.max(passage.start, passage.end - 1)))
  const start = Math.min(passage.start, startOf(text, first, passage.start, context))
  const end = Math.max(passage.end, endOf(text, last, passage.end, context))
  const [startBlock, endBlock] = [
    spans[indexAt(spans, start)],
    spans[indexAt(spans, Math.max(start, end - 1))]
  ]
  return {
    before: whole.slice(start, passage.start),
    after: whole.slice(passage.end, end),
    goesOnBefore: startBlock !== undefined && whole.slice(startBlock.start, start).trim() !== '',
    goesOnAfter: endBlock !== undefined && whole.slice(end, endBlock.end).trim() !== ''
  }
}

function startOf(text: QuotedText, index: number, from: number, context: ExportContext): number {
  switch (context.unit) {
    case 'none':
      return from
    case 'paragraph':
      return blockSpans(text.blocks)[index]?.start ?? from
    case 'sentence':
      return sentencesBack(text, index, from, 0)
    case 'sentences':
      return sentencesBack(text, index, from, context.count)
    case 'words':
      return wordsBack(text, index, from, context.count)
  }
}

function endOf(text: QuotedText, index: number, from: number, context: ExportContext): number {
  switch (context.unit) {
    case 'none':
      return from
    case 'paragraph':
      return blockSpans(text.blocks)[index]?.end ?? from
    case 'sentence':
      return sentencesOn(text, index, from, 0)
    case 'sentences':
      return sentencesOn(text, index, from, context.count)
    case 'words':
      return wordsOn(text, index, from, context.count)
  }
}

/** Whether counting goes on from one block into another beside it. */
function mayCross({ blocks, furniture }: QuotedText, from: number, to: number): boolean {
  const isText = (index: number) => {
    const block = blocks[index]
    return block !== undefined && block.kind !== 'heading' && !furniture.includes(index)
  }
  return isText(from) && isText(to)
}

/** The start of the sentence at an offset, or of one so many before it. */
function sentencesBack(text: QuotedText, index: number, from: number, count: number): number {
  const spans = blockSpans(text.blocks)
  let at = index
  let inside = sentencesAt(text, at)
  let next = firstEndingAfter(inside, from - (spans[at]?.start ?? 0))
  // Between two sentences none is touched.
  let reached = Math.min(from, (spans[at]?.start ?? 0) + (inside[next]?.start ?? Number.POSITIVE_INFINITY))
  next--
  for (let left = count; left > 0; left--) {
    while (next < 0) {
      if (!mayCross(text, at, at - 1)) return reached
      inside = sentencesAt(text, --at)
      next = inside.length - 1
    }
    reached = (spans[at]?.start ?? 0) + (inside[next--]?.start ?? 0)
  }
  return reached
}

/** The end of the sentence that ends a passage at an offset, or of one so many after it. */
function sentencesOn(text: QuotedText, index: number, from: number, count: number): number {
  const spans = blockSpans(text.blocks)
  let at = index
  let inside = sentencesAt(text, at)
  let next = firstEndingAfter(inside, from - 1 - (spans[at]?.start ?? 0))
  const touched = inside[next]
  let reached = from
  if (touched && (spans[at]?.start ?? 0) + touched.start < from) {
    reached = Math.max(from, (spans[at]?.start ?? 0) + touched.end)
    next++
  }
  for (let left = count; left > 0; left--) {
    while (next >= inside.length) {
      if (!mayCross(text, at, at + 1)) return reached
      inside = sentencesAt(text, ++at)
      next = 0
    }
    reached = (spans[at]?.start ?? 0) + (inside[next++]?.end ?? 0)
  }
  return reached
}

function sentencesAt({ blocks }: QuotedText, index: number): readonly Span[] {
  const block = blocks[index]
  return block ? sentencesIn(block) : []
}

/** So many UTF-16 code units are looked at first for each word that is wanted, and at least so many. */
const unitsForWord = 14
const fewestUnits = 200

function wordsBack(text: QuotedText, index: number, from: number, count: number): number {
  const whole = canonicalText(text.blocks)
  let [at, left, reached] = [index, count, from]
  for (;;) {
    const own = blockSpans(text.blocks)[at]
    if (!own) return reached
    const until = Math.min(reached, own.end)
    const found = lastWords(whole, own.start, until, left, text.language)
    const earliest = found.at(0)
    if (found.length === left && earliest) {
      const start = opening(whole, own.start, earliest.start)
      return whole.slice(own.start, start).trim() === '' ? own.start : start
    }
    reached = own.start
    left -= found.length
    if (!mayCross(text, at, at - 1)) return reached
    at--
  }
}

function wordsOn(text: QuotedText, index: number, from: number, count: number): number {
  const whole = canonicalText(text.blocks)
  let [at, left, reached] = [index, count, from]
  for (;;) {
    const own = blockSpans(text.blocks)[at]
    if (!own) return reached
    const start = Math.max(reached, own.start)
    const found = firstWords(whole, start, own.end, left, text.language)
    const latest = found.at(-1)
    if (found.length === left && latest) {
      const end = closing(whole, latest.end, own.end)
      return whole.slice(end, own.end).trim() === '' ? own.end : end
    }
    reached = Math.max(reached, own.end)
    left -= found.length
    if (!mayCross(text, at, at + 1)) return reached
    at++
  }
}

/** The last `count` words between two offsets, fewer where there are no more; no more of a long block is cut than that needs. */
function lastWords(text: string, from: number, to: number, count: number, language: string): Span[] {
  for (let reach = Math.max(fewestUnits, count * unitsForWord); ; reach *= 2) {
    const start = Math.max(from, to - reach)
    const found = words(text.slice(start, to), language)
    // The first of a stretch may be cut in two.
    if (start === from || found.length > count)
      return found.slice(-count).map((each) => span(start + each.start, start + each.end))
  }
}

function firstWords(text: string, from: number, to: number, count: number, language: string): Span[] {
  for (let reach = Math.max(fewestUnits, count * unitsForWord); ; reach *= 2) {
    const end = Math.min(to, from + reach)
    const found = words(text.slice(from, end), language)
    if (end === to || found.length > count)
      return found.slice(0, count).map((each) => span(from + each.start, from + each.end))
  }
}

/** With the marks that open what begins at an offset. */
function opening(text: string, from: number, at: number): number {
  let start = at
  while (start > from && /[\p{Ps}\p{Pi}"'¿¡]/u.test(text.charAt(start - 1))) start--
  return start
}

/** With the marks that close what ends at an offset. */
function closing(text: string, at: number, to: number): number {
  let end = at
  while (end < to && /[\p{Pe}\p{Pf}\p{Po}"']/u.test(text.charAt(end)) && !/[¿¡]/.test(text.charAt(end))) end++
  return end
}
