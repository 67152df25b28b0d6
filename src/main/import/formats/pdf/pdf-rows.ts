/** A run of text as it stands on a page, in points from the upper left; `y` is the base line. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface Row {
  readonly y: number
  /** From left to right. */
  readonly parts: Piece[]
}

/** Pieces on one base line, from the top. Raised and lowered figures belong to the line beside them. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: { y: number; size: number; parts: Piece[] }[] = []
  for (const piece of pieces.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const own = rows.filter((row) => Math.abs(row.y - piece.y) < reach(piece, row))
    const near = own.sort((a, b) => Math.abs(a.y - piece.y) - Math.abs(b.y - piece.y))[0]
    if (near) near.parts.push(piece)
    else rows.push({ y: piece.y, size: piece.size, parts: [piece] })
  }
  return rows
    .sort((a, b) => a.y - b.y)
    .map(({ y, parts }) => ({ y, parts: parts.toSorted((a, b) => a.x - b.x) }))
}

/** How far from the base line of a row a piece may stand that belongs to it. */
function reach(piece: Piece, row: { readonly size: number; readonly parts: readonly Piece[] }): number {
  const isSmall = piece.size < row.size * 0.8
  const isFigure = /^\d{1,3}$/.test(piece.text.trim())
  const touches = ({ x, width }: Piece) =>
    Math.min(Math.abs(piece.x - x - width), Math.abs(x - piece.x - piece.width)) < row.size * 0.35
  return isSmall || (isFigure && row.parts.some(touches)) ? row.size * 0.7 : Math.max(2, row.size * 0.4)
}
