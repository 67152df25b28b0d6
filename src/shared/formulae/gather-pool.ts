import type { Lexicon } from '../alignment/lexicon'
import type { FormulaId } from '../model/ids'
import type { Span } from '../model/offsets'
import type { CandidatePlace } from './candidate'
import { FormGuide } from './form-guide'
import { FormPhrases } from './form-phrases'
import { FormulaMatcher } from './matcher'
import { NearPhrases } from './near-phrases'
import { phraseTokens } from './phrase-key'
import type { PooledPhrase } from './propose'
import { quotedSpans } from './quoted-spans'
import { commasIn, overlapOf, partsOf } from './slot'
import type { TokenFolder, TokenRow } from './tokens'

/** A text of spaced script with its folded tokens, all of one folder. */
export interface PoolText {
  readonly document: number
  readonly text: string
  readonly row: TokenRow
}

/**
 * Stretches of some texts that may render a formula: words alike to a rendering that is known, and words that answer its source
 * forms. What cuts through words in quotation marks is left out; where most of them is meant they are taken whole.
 */
export function gatherPool(
  texts: readonly PoolText[],
  { forms, known }: { readonly forms: readonly string[]; readonly known: readonly string[] },
  folder: TokenFolder,
  lexicon: Lexicon
): PooledPhrase[] {
  const near = known.map((words) => new NearPhrases(phraseTokens(words), folder))
  const answering = forms.map((form) => new FormPhrases(new FormGuide(form, lexicon, folder), folder))
  const isInParts = [...forms, ...known].some((words) => partsOf(words) > 1)
  return texts.flatMap(({ document, text, row }) => {
    const isCut = (at: number) => !isInParts && commasIn(text.slice(row.ends[at], row.starts[at + 1])) > 0
    const places = new Map<string, MarkedSpan>()
    const add = (own: Span) => {
      const whole = withMarks(text, own)
      if (whole) places.set(`${whole.start} ${whole.end}`, whole)
    }
    for (const each of near) each.find(row, isCut).forEach(add)
    for (const each of answering) each.find(text, row, isCut).forEach(add)
    return [...places.values()].map(({ start, end, quoted }) => ({
      words: text.slice(start, end),
      head: '',
      quoted,
      places: [{ document, start, end }]
    }))
  })
}

interface MarkedSpan extends Span {
  readonly quoted: boolean
}

/** A stretch that overlaps words in quotation marks becomes those, where it is most of them; else it is none. */
function withMarks(text: string, own: Span): MarkedSpan | null {
  const all = quotedSpans(text, Math.max(0, own.start - 200), Math.min(text.length, own.end + 200))
  const [first, ...rest] = all.filter((each) => overlapOf(each, own) > 0)
  if (!first) return { ...own, quoted: false }
  return rest.length === 0 && overlapOf(first, own) >= 0.6 ? { ...first, quoted: true } : null
}

/** Where some renderings stand in some texts. */
export function placesOf(
  texts: readonly PoolText[],
  known: readonly string[],
  folder: TokenFolder
): CandidatePlace[] {
  if (known.length === 0) return []
  const patterns = known.map((words) => ({ formula: 'known' as FormulaId, rendering: null, words }))
  const matcher = new FormulaMatcher(patterns, folder)
  return texts.flatMap(({ document, text, row }) =>
    matcher.find(text, row).map(({ start, end }) => ({ document, start, end }))
  )
}
