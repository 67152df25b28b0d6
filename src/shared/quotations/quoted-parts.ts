import { normalise } from '../anchoring/normalise'
import { unmixed } from './homoglyphs'
import type { Letters } from './letters'
import { tokensOf } from './tokens'

/** The letters of a quotation, whole and in the parts between its omissions and an editor's insertions. */
export interface QuotedParts {
  readonly whole: string
  /** At least one, in their order. */
  readonly segments: readonly string[]
  /** Index of the longest. */
  readonly longest: number
  readonly hasOmission: boolean
}

export function partsOf(quotation: string): QuotedParts {
  const whole = normalise(unmixed(quotation)).text
  const segments: string[] = []
  let open = ''
  let hasOmission = false
  const close = () => {
    if (open !== '') segments.push(open)
    open = ''
  }
  for (const { kind, key, bareKey } of tokensOf(quotation, { isQuoted: true })) {
    if (kind === 'omission') hasOmission = true
    if (kind === 'omission' || kind === 'insertion' || bareKey !== undefined) close()
    else if (kind === 'word') open += key
  }
  close()
  if (segments.length === 0) segments.push(whole)
  const longest = segments.reduce(
    (best, each, at) => (each.length > (segments[best]?.length ?? 0) ? at : best),
    0
  )
  return { whole, segments, longest, hasOmission }
}

/** So far on an omission is followed, in letters: some fifteen pages. */
const longestOmission = 40_000

/** The letters of a text in which a quotation may lie whose longest part begins about a place. */
export function windowAround(
  letters: Letters,
  { segments, longest, hasOmission }: QuotedParts,
  at: number
): { readonly from: number; readonly to: number } {
  const { text } = letters
  const bounds = letters.boundsOf(letters.partAt(at))
  const reach = hasOmission ? longestOmission : 200
  const pad = (length: number) => 24 + Math.round(length * 0.35)
  let from = at
  for (let index = longest - 1; index >= 0; index--) {
    const own = segments[index] ?? ''
    const low = Math.max(bounds.from, from - reach)
    const place = text.slice(low, from).lastIndexOf(own)
    from = place === -1 ? Math.max(bounds.from, from - own.length - pad(own.length)) : low + place
  }
  const main = segments[longest] ?? ''
  let to = at + main.length
  for (const own of segments.slice(longest + 1)) {
    const place = text.slice(to, Math.min(bounds.to, to + reach)).indexOf(own)
    to = place === -1 ? to + own.length + pad(own.length) : to + place + own.length
  }
  const room = pad(main.length)
  return { from: Math.max(bounds.from, from - room), to: Math.min(bounds.to, to + room) }
}
