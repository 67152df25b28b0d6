import type { CitationWords } from '../../shared/excerpts/citation'
import { catalogues, type Language } from '../../shared/locales/catalogues'
import type { QualityMark } from '../../shared/model/quality'

/** The words of an export in the reader's language. */
export interface ExportWords extends CitationWords {
  readonly language: string
  readonly sentence: string
  readonly themes: string
  readonly memo: string
  readonly quality: string
  readonly leftOut: string
  readonly title: string
  readonly marks: Readonly<Record<QualityMark, string>>
}

export function exportWords(language: Language): ExportWords {
  const { citation, excerpt, rendering, quality } = catalogues[language]
  return { ...citation, ...excerpt, renderings: rendering, marks: quality, language }
}
