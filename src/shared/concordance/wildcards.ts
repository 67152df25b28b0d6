/** A piece of a word as it was typed: its own letters, any number of letters, or one letter. */
export type WordPiece =
  | { readonly kind: 'letters'; readonly text: string }
  | { readonly kind: 'many' | 'one' }

/** A typed word as pieces. A sign behind a backslash is that sign. */
export function wordPieces(typed: string): WordPiece[] {
  const pieces: WordPiece[] = []
  let letters = ''
  const flush = () => {
    if (letters !== '') pieces.push({ kind: 'letters', text: letters })
    letters = ''
  }
  for (let at = 0; at < typed.length; at++) {
    const character = typed.charAt(at)
    if (character === '\\' && at + 1 < typed.length) letters += typed.charAt(++at)
    else if (character === '*' || character === '?') {
      flush()
      if (character === '?') pieces.push({ kind: 'one' })
      else if (pieces.at(-1)?.kind !== 'many') pieces.push({ kind: 'many' })
    } else letters += character
  }
  flush()
  return pieces
}

/** Whether there is a sign to look for, beside wildcards and white space. */
export function hasSubstance({ kind, text }: { kind: 'word' | 'quoted'; text: string }): boolean {
  if (kind === 'quoted') return text.trim() !== ''
  return wordPieces(text).some((piece) => piece.kind === 'letters' && piece.text.trim() !== '')
}
