import type { ExcerptRecord, Locator } from '../../../shared/export/excerpt-record'
import type { RichText } from '../../../shared/export/rich-text'
import type { CitationData, CitationRun, TextRun } from './blocks'

/** A citation with what a reference manager needs to write it again. `note` is the footnote's number, 0 in the running text. */
export function citationRun(excerpt: ExcerptRecord, rich: RichText, note: number): CitationRun {
  return {
    kind: 'citation',
    runs: textRuns(rich),
    data: { document: excerpt.document, locator: cslLocator(excerpt.locator), note }
  }
}

export function textRuns(rich: RichText): TextRun[] {
  return rich.map((run) => ({ kind: 'text', ...run }))
}

/** CSL takes one place: the printed page, else the paragraph. It has no word for the sheet of a file. */
function cslLocator({ page, paragraph }: Locator): CitationData['locator'] {
  if (page) return { label: 'page', value: range(page.from, page.to) }
  if (paragraph) return { label: 'paragraph', value: range(paragraph.from, paragraph.to) }
  return null
}

function range(from: string | number, to: string | number): string {
  return from === to ? String(from) : `${from}–${to}`
}
