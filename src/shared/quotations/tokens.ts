import { normalise } from '../anchoring/normalise'
import { unmixed } from './homoglyphs'

/**
 * What a quotation is compared by: words (each ideograph by itself), signs, omissions that are marked (`…`, `[...]`), and
 * what an editor put in between square brackets.
 */
export type TokenKind = 'word' | 'sign' | 'omission' | 'insertion'

export interface Token {
  readonly kind: TokenKind
  /** UTF-16 offsets in the text that was given. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** How it is compared: letters as `normalise` has them; of a sign its kind. */
  readonly key: string
  /** Of a word with letters in brackets: its key without those. */
  readonly bareKey?: string
}

function lettersOf(text: string): string {
  return normalise(unmixed(text)).text
}

const invisible = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff'
const ideographs = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const letters = `(?:(?![${ideographs}])[\\p{L}\\p{N}\\p{M}${invisible}])`
const omission = '(?:\\.(?: ?\\.){2,}|…+|⋯+)'

/** The alternatives are tried in this order. */
const anyToken = new RegExp(
  [
    `(?<omission>[\\[［(（〔]\\s*${omission}\\s*[\\]］)）〕]|${omission})`,
    // A word with letters in brackets: [T]he, walk[ed].
    `(?<bracketed>(?:${letters}+\\[${letters}{1,12}\\]|\\[${letters}{1,12}\\](?=${letters}))(?:${letters}|\\[${letters}{1,12}\\])*)`,
    '(?<insertion>\\[[^\\[\\]\\n]{1,80}\\]|［[^［］\\n]{1,80}］|〔[^〔〕\\n]{1,80}〕)',
    `(?<ideograph>[${ideographs}]\\p{M}*)`,
    `(?<word>${letters}+(?:['’ʼ]${letters}+)*)`,
    '(?<dash>[-‐‑‒–—―−─]+)',
    '(?<sign>[^\\s])'
  ].join('|'),
  'gu'
)

/** A text as tokens. Where `isQuoted` is off brackets and ellipses are signs as others: so it is with the text quoted from. */
export function tokensOf(text: string, { isQuoted }: { readonly isQuoted: boolean }): Token[] {
  const found: Token[] = []
  anyToken.lastIndex = 0
  for (const match of text.matchAll(anyToken)) {
    const [own] = match
    const groups = match.groups ?? {}
    const at = match.index
    if (groups.omission !== undefined) {
      if (isQuoted) found.push({ kind: 'omission', start: at, end: at + own.length, text: own, key: '…' })
      else found.push(...signsOf(own, at))
    } else if (groups.bracketed !== undefined) {
      if (isQuoted) found.push(bracketedWord(own, at))
      else found.push(...tokensWithout(own, at))
    } else if (groups.insertion !== undefined) {
      if (isQuoted)
        found.push({ kind: 'insertion', start: at, end: at + own.length, text: own, key: lettersOf(own) })
      else found.push(...tokensWithout(own, at))
    } else if (groups.ideograph !== undefined || groups.word !== undefined) {
      const key = lettersOf(own)
      // Signs without a letter among them, such as a lone joiner.
      if (key !== '') found.push({ kind: 'word', start: at, end: at + own.length, text: own, key })
    } else found.push({ kind: 'sign', start: at, end: at + own.length, text: own, key: signKey(own) })
  }
  return found.filter(({ text: own }) => own !== '')
}

function bracketedWord(own: string, at: number): Token {
  return {
    kind: 'word',
    start: at,
    end: at + own.length,
    text: own,
    key: lettersOf(own),
    bareKey: lettersOf(own.replace(/\[[^\]]*\]/g, ''))
  }
}

/** What stands between brackets in the text itself: the brackets are signs, the rest tokens. */
function tokensWithout(own: string, at: number): Token[] {
  return own.split(/([[\]［］〔〕])/u).reduce<{ at: number; tokens: Token[] }>(
    ({ at: from, tokens }, part) => {
      const inner = /^[[\]［］〔〕]$/u.test(part)
        ? signsOf(part, 0)
        : part === ''
          ? []
          : tokensOf(part, { isQuoted: false })
      for (const each of inner) tokens.push({ ...each, start: each.start + from, end: each.end + from })
      return { at: from + part.length, tokens }
    },
    { at, tokens: [] }
  ).tokens
}

function signsOf(own: string, at: number): Token[] {
  const isOmission = new RegExp(omission, 'u').test(own)
  return [{ kind: 'sign', start: at, end: at + own.length, text: own, key: isOmission ? '…' : signKey(own) }]
}

/** Signs that are written for each other, in one language or in two. */
const signKinds: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»"＂「」『』｢｣﹁﹂﹃﹄〝〞〟\'‘’‚‛‹›＇`´'],
  ['-', '-‐‑‒–—―−─－'],
  ['.', '.。．｡'],
  [',', ',，﹐'],
  ['、', '、､'],
  [';', ';；'],
  [':', ':：∶'],
  ['!', '!！'],
  ['?', '?？'],
  ['(', '(（'],
  [')', ')）'],
  ['[', '[［〔'],
  [']', ']］〕'],
  ['%', '%％'],
  ['·', '·・•‧']
]

const signKeys: ReadonlyMap<string, string> = new Map(
  signKinds.flatMap(([key, signs]) => Array.from(signs, (sign): [string, string] => [sign, key]))
)

function signKey(sign: string): string {
  return signKeys.get(sign.charAt(0)) ?? sign.normalize('NFKC')
}
