import type { CitationWords } from '../../shared/excerpts/citation'
import { catalogues, type Language } from '../../shared/locales/catalogues'

/** The words of an export in the reader's language. */
export interface ExportWords extends CitationWords {
  readonly language: string
  readonly sentence: string
  readonly themes: string
  readonly memo: string
  readonly leftOut: string
  readonly title: string
}

export function exportWords(language: Language): ExportWords {
  const { citation, excerpt, rendering } = catalogues[language]
  return { ...citation, ...excerpt, renderings: rendering, language }
}
