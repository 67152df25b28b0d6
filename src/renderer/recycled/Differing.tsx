import { useMemo } from 'react'
import { differences } from '../../shared/alignment/words/differences'

/** The words of a copy, with what parts them from the first: put for others or added, and left out. */
export function Differing({ first, words }: { readonly first: string; readonly words: string }) {
  const parts = useMemo(() => piecesOf(first, words), [first, words])
  return (
    <>
      {parts.map(({ kind, text, at }) =>
        kind === 'same' ? (
          text
        ) : kind === 'left-out' ? (
          <del key={at} className="recycled-left-out">
            {text}
          </del>
        ) : (
          <ins key={at} className="recycled-added">
            {text}
          </ins>
        )
      )}
    </>
  )
}

interface Piece {
  readonly kind: 'same' | 'added' | 'left-out'
  readonly text: string
  readonly at: number
}

/** The copy in pieces, in its order; what is left out stands where it is missing. Nothing of the copy is lost. */
function piecesOf(first: string, words: string): Piece[] {
  const pieces: Piece[] = []
  let [at, number] = [0, 0]
  const add = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text, at: number++ })
  }
  for (const { kind, a, b } of differences(first, words)) {
    if (b && b.start >= at) {
      add('same', words.slice(at, b.start))
      if (kind === 'substituted' && a) add('left-out', first.slice(a.start, a.end))
      add(kind === 'same' || kind === 'moved' ? 'same' : 'added', words.slice(b.start, b.end))
      at = b.end
    } else if (!b && a) add('left-out', first.slice(a.start, a.end))
  }
  add('same', words.slice(at))
  return pieces
}
