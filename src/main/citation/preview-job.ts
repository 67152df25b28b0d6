import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { AppError } from '../../shared/model/result'
import { citationPreview, type PreviewInput } from './citation-preview'
import { StyleProblem } from './parse-style'

/** A preview, or why there is none; problems cross threads as data. */
export function previewJob(
  input: PreviewInput
): { readonly preview: CitationPreview } | { readonly problem: AppError } {
  try {
    return { preview: citationPreview(input) }
  } catch (error) {
    if (error instanceof StyleProblem) return { problem: error.told }
    throw error
  }
}
