import { normalise } from '../anchoring/normalise'
import type { Locator } from '../export/excerpt-record'
import type { VariorumDocument } from '../model/document'
import type { GivenCitation, NumberRange } from './given-citation'

/**
 * What can be said of one part of a citation: `right` and `wrong` only by facts that somebody has stated; else `unknown`:
 * the project does not know it.
 */
export interface CitationVerdict {
  readonly about: 'page' | 'paragraph' | 'date'
  readonly verdict: 'right' | 'wrong' | 'unknown'
  readonly given: string
  /** What is right, as it is known; empty where it is not. */
  readonly known: string
}

/** The facts of a place that a citation is held against. */
export interface CitedPlace {
  readonly document: Pick<VariorumDocument, 'published' | 'event' | 'csl' | 'proposed'>
  readonly locator: Locator | null
}

/** Holds the pages, paragraphs and dates that a citation names against what is known of the place. */
export function citationVerdicts(given: GivenCitation, { document, locator }: CitedPlace): CitationVerdict[] {
  const found: CitationVerdict[] = []
  if (given.pages) found.push(rangeVerdict('page', given.pages, locator?.page ?? null))
  if (given.paragraphs) {
    const { from, to } = locator?.paragraph ?? { from: 0, to: 0 }
    const known = locator?.paragraph ? { from: String(from), to: String(to) } : null
    found.push(rangeVerdict('paragraph', given.paragraphs, known))
  }
  const dates = dateVerdict(given, document)
  return dates ? [...found, dates] : found
}

function rangeVerdict(
  about: 'page' | 'paragraph',
  given: NumberRange,
  known: { readonly from: string; readonly to: string } | null
): CitationVerdict {
  const said = rangeText(given)
  if (!known) return { about, verdict: 'unknown', given: said, known: '' }
  const [a, b, c, d] = [given.from, given.to, known.from, known.to].map(numberOf)
  const isRight =
    a === null || b === null || c === null || d === null || a === undefined
      ? given.from.toLowerCase() === known.from.toLowerCase()
      : a <= (c ?? 0) && (d ?? 0) <= (b ?? 0)
  return { about, verdict: isRight ? 'right' : 'wrong', given: said, known: rangeText(known) }
}

function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null
}

function rangeText({ from, to }: NumberRange): string {
  return from === to ? from : `${from}–${to}`
}

function dateVerdict(given: GivenCitation, document: CitedPlace['document']): CitationVerdict | null {
  const said = given.date ?? given.years.join(', ')
  if (said === '') return null
  const { published, event, csl, proposed } = document
  const isStated = published !== null && !proposed.includes('published')
  if (!isStated) return { about: 'date', verdict: 'unknown', given: said, known: '' }
  const others = [
    ...(event && !proposed.includes('event') ? [event.date] : []),
    ...dateOf(csl['original-date']),
    ...dateOf(csl.accessed)
  ]
  const known = [published.date, ...others]
  const agrees = (date: string) => known.some((each) => date.startsWith(each) || each.startsWith(date))
  const isRight = given.date === null ? given.years.some(agrees) : agrees(given.date)
  return { about: 'date', verdict: isRight ? 'right' : 'wrong', given: said, known: published.date }
}

function dateOf(date: unknown): string[] {
  const parts =
    typeof date === 'object' && date !== null && 'date-parts' in date && Array.isArray(date['date-parts'])
      ? (date['date-parts'][0] as unknown)
      : null
  if (!Array.isArray(parts)) return []
  return [parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')]
}

/** How well a citation fits a document: its title, its author and its year, as far as the citation names them. */
export function citationFit(
  given: GivenCitation,
  document: Pick<VariorumDocument, 'title' | 'published' | 'event' | 'csl' | 'proposed' | 'publisher'>
): number {
  const said = normalise(given.text).text
  const names = (document.csl.author ?? []).flatMap((name) =>
    'family' in name ? [name.family] : [name.literal]
  )
  const holds = (words: string | undefined) => {
    const letters = normalise(words ?? '').text
    return letters.length > 1 && said.includes(letters)
  }
  const year = document.published?.date.slice(0, 4)
  return (
    (holds(document.title) ? 4 : 0) +
    (names.some(holds) ? 2 : 0) +
    (holds(document.publisher) ? 1 : 0) +
    (year !== undefined && given.years.includes(year) ? 1 : 0)
  )
}
