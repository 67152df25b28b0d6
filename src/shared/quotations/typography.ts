import { simplifiedOf } from '../anchoring/simplified'
import { unmixed } from './homoglyphs'
import type { Token } from './tokens'

/** What may differ between a quotation and its source without a word being another. */
const typographicKinds = [
  'quotes',
  'dashes',
  'signs',
  'ligatures',
  'invisible',
  'lookalikes',
  'characters',
  'spaces',
  'capital',
  'stop'
] as const
/**
 * `quotes`: other quotation marks or apostrophes; `dashes`: other hyphens or dashes; `signs`: other widths of signs;
 * `ligatures`: ligatures, widths, composed letters; `invisible`: soft hyphens and joiners; `lookalikes`: letters of another
 * script that look the same; `characters`: traditional for simplified ones; `spaces`: white space; `capital`: the first
 * letter alone; `stop`: the comma or stop at the end.
 */
export type TypographicKind = (typeof typographicKinds)[number]

const quotes = /[“”„‟«»"＂「」『』｢｣﹁﹂﹃﹄〝〞〟'‘’‚‛‹›＇`´ʼ]/u
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const apostrophe = /[’‘ʼ＇`´]/g

/** How two words with the same letters part: in type alone, in capitals, or in accents. Null where they are the same. */
export function wordDifference(own: string, other: string): TypographicKind | 'case' | 'accent' | null {
  if (own === other) return null
  const [a, b] = [own.replace(unseen, ''), other.replace(unseen, '')]
  if (a === b) return 'invisible'
  const [c, d] = [a.replace(apostrophe, "'"), b.replace(apostrophe, "'")]
  if (c === d) return 'quotes'
  const [e, f] = [c.normalize('NFKC'), d.normalize('NFKC')]
  if (e === f) return 'ligatures'
  if (unmixed(e) === unmixed(f)) return 'lookalikes'
  const [g, h] = [simplified(unmixed(e)), simplified(unmixed(f))]
  if (g === h) return 'characters'
  return g.toLowerCase() === h.toLowerCase() ? 'case' : 'accent'
}

function simplified(text: string): string {
  return Array.from(text, simplifiedOf).join('')
}

/** How two signs of one kind part. */
export function signDifference(own: Token, other: Token): TypographicKind | null {
  if (own.text === other.text) return null
  if (quotes.test(own.text)) return 'quotes'
  return own.key === '-' ? 'dashes' : 'signs'
}
