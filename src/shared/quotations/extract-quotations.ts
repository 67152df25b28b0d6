import type { BlockKind } from '../model/text-content'
import { type Manuscript, manuscriptSpans, type Quotation } from './manuscript'
import { pairMarks } from './quotation-marks'

export interface ExtractedQuotations {
  /** In the order of the manuscript; one that holds another stands before it. */
  readonly quotations: readonly Quotation[]
  /** Quotation marks without a partner, as offsets (UTF-16). */
  readonly unpaired: readonly number[]
}

/** Block quotations of more than this are looked up paragraph by paragraph, in UTF-16 code units. */
const longestBlockQuotation = 6000

/** Kinds of blocks between which a quotation may go on. */
const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'quotation', 'list-item', 'note'])

/** The quotations of a manuscript that can be seen as such: between marks of any language, and set apart as blocks. */
export function extractQuotations(manuscript: Manuscript): ExtractedQuotations {
  const spans = manuscriptSpans(manuscript)
  const lines = manuscript.blocks.map(({ text, kind }, index) => ({
    text,
    start: spans[index]?.start ?? 0,
    isRunning: running.has(kind)
  }))
  const { pairs, unpaired } = pairMarks(lines)
  const marked = pairs.map((pair): Quotation => ({ kind: 'marks', ...pair }))
  const quotations = [...marked, ...blockQuotations(manuscript)].sort(
    (a, b) => a.outerStart - b.outerStart || b.outerEnd - a.outerEnd
  )
  return { quotations: withoutDoubles(quotations), unpaired }
}

/** Neighbouring blocks that are set apart as quotations, as one; without the citation that they end with. */
function blockQuotations(manuscript: Manuscript): Quotation[] {
  const spans = manuscriptSpans(manuscript)
  const found: { start: number; end: number; last: number }[] = []
  for (const [index, { kind, text }] of manuscript.blocks.entries()) {
    const own = spans[index]
    if (kind !== 'quotation' || !own || text.trim() === '') continue
    const before = found.at(-1)
    const joins = before?.last === index - 1 && own.end - before.start <= longestBlockQuotation
    if (before && joins) Object.assign(before, { end: own.end, last: index })
    else found.push({ start: own.start, end: own.end, last: index })
  }
  return found.map(({ start, end, last }) => {
    const cut = citationAtEnd(manuscript.blocks[last]?.text ?? '')
    return {
      kind: 'block',
      start,
      end: end - cut,
      outerStart: start,
      outerEnd: end,
      otherEnd: cut > 0 ? end : null
    }
  })
}

/** How long the citation is with which a block quotation ends: `(Smith 2018, 45)`, `[12]`, `——《光明日报》`. */
function citationAtEnd(text: string): number {
  const cited =
    /\s*(?:[(（][^()（）]{0,160}\d[^()（）]{0,160}[)）]\s*[.。]?|\[\d{1,4}\])\s*$/u.exec(text) ??
    /(?<=[.!?。！？”’」』"])\s*[—–]{1,2}\s*[^—–\n]{2,160}$/u.exec(text)
  return cited && cited.index > 0 ? cited[0].length : 0
}

/** A block quotation that stands between marks too is one quotation: that between the marks. */
function withoutDoubles(quotations: readonly Quotation[]): Quotation[] {
  return quotations.filter(
    (each) =>
      each.kind !== 'block' ||
      !quotations.some(
        (other) =>
          other.kind === 'marks' &&
          other.outerStart - each.start <= 1 &&
          other.outerStart >= each.start &&
          other.outerEnd >= each.end - 2 &&
          other.outerEnd <= each.outerEnd
      )
  )
}
