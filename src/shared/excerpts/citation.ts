import type { KnownDate, Rendering, VariorumDocument } from '../model/document'
import { spokenNames } from '../model/names'
import type { Block } from '../model/text-content'

/** The words of a citation in the language of the reader's choice. */
export interface CitationWords {
  readonly renderings: Readonly<Record<Rendering, string>>
  /** `{{n}}` is the paragraph number. */
  readonly paragraph: string
  /** `{{n}}` is the paragraph number, `{{s}}` the sentence's number in it. */
  readonly paragraphSentence: string
  /** `{{n}}` is the page as it is called in print, or the sheet of the file that the text came from. */
  readonly page: string
  readonly heading: string
  readonly unnumbered: string
  readonly undated: string
  /** `{{date}}` is the day on which the earlier state of the text was made. */
  readonly earlier: string
}

/**
 * Where a passage stands: the block in which it begins, the one in which it ends where that is another, and the
 * sentence's number (from 1) where it lies in one block of more than four.
 */
export interface Place {
  readonly block: Block
  readonly last: Block | null
  readonly sentence: number | null
}

/**
 * Title (publisher, date), kind of translation, paragraph: what a reader needs to find the passage again. What the app only
 * proposed is no fact: a kind of translation is left out, a date stands in brackets with a question mark, as catalogues
 * have it.
 */
export function citation(document: VariorumDocument, place: Place, words: CitationWords): string {
  const origin = [
    spokenNames(document.csl.author),
    document.publisher,
    citedDate(document) || words.undated
  ].filter(Boolean)
  const isSaid = !document.proposed.includes('rendering')
  const kind = document.rendering === 'unknown' || !isSaid ? '' : words.renderings[document.rendering]
  const parts = [`“${document.title}” (${origin.join(', ')})`, kind, document.source, placeText(place, words)]
  return parts.filter(Boolean).join(', ')
}

/** Page or time where the text came from one that has them, and the paragraph. */
export function placeText(place: Place, words: CitationWords): string {
  const { block, last } = place
  const page = block.pageLabel ?? block.page
  return [
    page && words.page.replace('{{n}}', () => rangeOf(page, last?.pageLabel ?? last?.page)),
    block.time && rangeOf(block.time, last?.time),
    paragraphText(place, words)
  ]
    .filter(Boolean)
    .join(', ')
}

/** From one to another, `4–5`; one alone where there is no other. */
function rangeOf(first: number | string, last: number | string | null | undefined): string {
  return last === null || last === undefined || last === first ? String(first) : `${first}–${last}`
}

function paragraphText({ block, last, sentence }: Place, words: CitationWords): string {
  if (last !== null) {
    const begins = block.number === null
    const numbers = begins
      ? last.number === null
        ? ''
        : String(last.number)
      : rangeOf(block.number ?? '', last.number)
    const named = begins ? (block.kind === 'heading' ? words.heading : words.unnumbered) : ''
    return [named, numbers && words.paragraph.replace('{{n}}', numbers)].filter(Boolean).join(', ')
  }
  if (block.kind === 'heading') return words.heading
  if (block.number === null) return words.unnumbered
  const pattern = sentence === null ? words.paragraph : words.paragraphSentence
  return pattern.replace('{{n}}', String(block.number)).replace('{{s}}', String(sentence))
}

function citedDate({ published, proposed }: VariorumDocument): string {
  const date = dateText(published)
  return date !== '' && proposed.includes('published') ? `[${date}?]` : date
}

export function dateText(known: KnownDate | null): string {
  return known?.date ?? ''
}
