/** Signs without a shape that turn the direction of writing, after Unicode's Bidi_Control: they can make a line read as another. */
const marks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g

/** A piece of a text: a run of marks of direction, or what stands between them. */
export interface DirectionPiece {
  readonly text: string
  readonly isMark: boolean
}

/** A text cut at its marks of direction, none of it lost; mostly the text itself as the one piece. */
export function cutAtDirectionMarks(text: string): DirectionPiece[] {
  const pieces: DirectionPiece[] = []
  let at = 0
  for (const { 0: run, index } of text.matchAll(marks)) {
    if (index > at) pieces.push({ text: text.slice(at, index), isMark: false })
    pieces.push({ text: run, isMark: true })
    at = index + run.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMark: false })
  return pieces
}
