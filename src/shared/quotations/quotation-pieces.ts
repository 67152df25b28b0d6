import type { QuotationDifference, QuotationDifferenceKind } from './compare-quotation'

/** A piece of a quotation or of its source, and how it parts from the other; `text` is empty where nothing stands there. */
export interface QuotationPiece {
  readonly text: string
  readonly kind: QuotationDifferenceKind | null
}

/** A stretch of a text in pieces, cut where it parts from the other side. Offsets are those of the text. */
export function piecesOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  differences: readonly QuotationDifference[],
  side: 'own' | 'other'
): QuotationPiece[] {
  const pieces: QuotationPiece[] = []
  let at = start
  const spans = differences
    .map((each) => ({ kind: each.kind, ...each[side] }))
    .filter((each) => each.start >= start && each.end <= end)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  for (const { kind, start: from, end: to } of spans) {
    if (from < at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), kind: null })
    pieces.push({ text: text.slice(from, to), kind })
    at = to
  }
  if (end > at) pieces.push({ text: text.slice(at, end), kind: null })
  return pieces
}

/** What a place quotes, in pieces. */
export function sourcePieces({
  text,
  start,
  differences
}: {
  readonly text: string
  readonly start: number
  readonly differences: readonly QuotationDifference[]
}): QuotationPiece[] {
  const moved = differences.map((each) => ({
    ...each,
    other: { start: each.other.start - start, end: each.other.end - start }
  }))
  return piecesOf(text, { start: 0, end: text.length }, moved, 'other')
}
