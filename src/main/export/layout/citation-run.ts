import type { ExcerptRecord, Locator } from '../../../shared/export/excerpt-record'
import { plainText, type RichText } from '../../../shared/export/rich-text'
import type { CitationData, CitationRun, TextRun } from './blocks'

/**
 * A citation with what a reference manager needs to write it again. `note` is the footnote's number, 0 in the running text;
 * `language` is that of the export.
 */
export function citationRun(
  excerpt: ExcerptRecord,
  rich: RichText,
  note: number,
  language: 'en' | 'zh-CN'
): CitationRun {
  return {
    kind: 'citation',
    runs: citedRuns(rich, language),
    data: { document: excerpt.document, locator: cslLocator(excerpt.locator), note }
  }
}

/**
 * A citation as runs. It is written in the language of the export, whatever that of the text: quotation marks are set in the
 * font of that language. In a Chinese export, one without any Chinese is set as Latin letters are.
 */
export function citedRuns(rich: RichText, language: 'en' | 'zh-CN'): TextRun[] {
  const spoken = language === 'en' || !/\p{Script=Han}/u.test(plainText(rich)) ? 'en' : language
  return rich.map((run) => ({ kind: 'text', ...run, language: spoken }))
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
