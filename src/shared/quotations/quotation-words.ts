import type { Catalogue } from '../locales/en'
import { fill } from '../locales/fill'
import type { CitationVerdict } from './citation-verdict'
import type { CheckedQuotation, QuotedPlace } from './quotation-report'

type Words = Catalogue['quotations']

/** How a quotation stands, in words. */
export function statusText(
  { kind, status }: Pick<CheckedQuotation, 'kind' | 'status'>,
  words: Words
): string {
  return kind === 'unmarked' ? words.unmarked : words.status[status]
}

/** What is to be said of the citation that was given: what is wrong, what cannot be checked, what is right. */
export function verdictText({ about, verdict, given, known }: CitationVerdict, words: Words): string {
  const upper = { right: 'Right', wrong: 'Wrong', unknown: 'Unknown' } as const
  return fill(words.verdict[`${about}${upper[verdict]}`], { given, known })
}

/** What of a place differs in type alone, and what the quotation says itself of its changes: a sentence each. */
export function remarksOn({ typographic, honoured }: QuotedPlace, words: Words, comma: string): string[] {
  return [
    ...(typographic.length > 0
      ? [fill(words.typographic, { what: typographic.map((kind) => words.type[kind]).join(comma) })]
      : []),
    ...(honoured.length > 0
      ? [fill(words.honoured, { what: honoured.map((kind) => words.said[kind]).join(comma) })]
      : [])
  ]
}
