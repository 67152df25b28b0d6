import type { Locator } from '../export/excerpt-record'
import type { KnownDate, Rendering, VariorumDocument } from '../model/document'
import { spokenNames } from '../model/names'

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
 * Title (publisher, date), kind of translation, paragraph: what a reader needs to find the passage again. What the app only
 * proposed is no fact: a kind of translation is left out, a date stands in brackets with a question mark, as catalogues
 * have it.
 */
export function citation(document: VariorumDocument, locator: Locator, words: CitationWords): string {
  const origin = [
    spokenNames(document.csl.author),
    document.publisher,
    citedDate(document) || words.undated
  ].filter(Boolean)
  const isSaid = !document.proposed.includes('rendering')
  const kind = document.rendering === 'unknown' || !isSaid ? '' : words.renderings[document.rendering]
  const parts = [
    `“${document.title}” (${origin.join(', ')})`,
    kind,
    document.source,
    placeText(locator, words)
  ]
  return parts.filter(Boolean).join(', ')
}

/** Page or time where the text came from one that has them, and the paragraph. */
export function placeText({ page, sheet, time, ...within }: Locator, words: CitationWords): string {
  const on = page ?? sheet
  return [
    on && words.page.replace('{{n}}', () => rangeText(on)),
    time && rangeText(time),
    paragraphText(within, words)
  ]
    .filter(Boolean)
    .join(', ')
}

/** From one to another, `4–5`; one alone where there is no other. */
function rangeText({ from, to }: { readonly from: number | string; readonly to: number | string }): string {
  return to === from ? String(from) : `${from}–${to}`
}

function paragraphText(
  { begins, paragraph, sentence }: Pick<Locator, 'begins' | 'paragraph' | 'sentence'>,
  words: CitationWords
): string {
  const pattern = sentence === null ? words.paragraph : words.paragraphSentence
  const numbered =
    paragraph && pattern.replace('{{n}}', rangeText(paragraph)).replace('{{s}}', String(sentence))
  return [begins && words[begins], numbered].filter(Boolean).join(', ')
}

/** A date that was only proposed stands in brackets with a question mark, as catalogues have it. */
export function citedDate({ published, proposed }: VariorumDocument): string {
  const date = dateText(published)
  return date !== '' && proposed.includes('published') ? `[${date}?]` : date
}

export function dateText(known: KnownDate | null): string {
  return known?.date ?? ''
}
