/** What a character is to whoever cuts words. */
export const characterKind = { other: 1, letter: 2, unspaced: 3 } as const
type CharacterKind = (typeof characterKind)[keyof typeof characterKind]

const letter = /[\p{L}\p{N}\p{M}]/u
/** Scripts that are written without spaces between words: a dictionary cuts them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** By UTF-16 code unit; 0 where it was not looked at yet. A half of a surrogate pair is never kept here. */
const known = new Uint8Array(0x10000)

function kindOf(character: string): CharacterKind {
  if (unspaced.test(character)) return letter.test(character) ? characterKind.unspaced : characterKind.other
  return letter.test(character) ? characterKind.letter : characterKind.other
}

/** The kind of the character that the code unit at `offset` is of. Outside the text: other. */
export function kindAt(text: string, offset: number): CharacterKind {
  const code = text.charCodeAt(offset)
  if (!(code >= 0)) return characterKind.other
  if (code >= 0xd800 && code <= 0xdfff) return kindOfPair(text, offset, code)
  const found = known[code]
  if (found) return found as CharacterKind
  const made = kindOf(String.fromCharCode(code))
  known[code] = made
  return made
}

function kindOfPair(text: string, offset: number, code: number): CharacterKind {
  const from = code >= 0xdc00 ? offset - 1 : offset
  return kindOf(String.fromCodePoint(text.codePointAt(from) ?? 0))
}

/** Whether a word can end or begin between the two characters at an offset: never within a word of a spaced script. */
export function isWordEdge(text: string, offset: number): boolean {
  return kindAt(text, offset - 1) !== characterKind.letter || kindAt(text, offset) !== characterKind.letter
}
