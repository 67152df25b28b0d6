import { cutAtDirectionMarks } from '../../shared/text/direction-marks'

/** A text with its marks of direction in sight: what is quoted is never read in another order than it is stored. */
export function Words({ text }: { text: string }) {
  const pieces = cutAtDirectionMarks(text)
  if (pieces.length < 2) return text
  let at = 0
  return pieces.map(({ text: piece, isMark }) => {
    at += piece.length
    return isMark ? (
      <span key={at} className="direction-mark">
        {piece}
      </span>
    ) : (
      piece
    )
  })
}
