import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { RichText } from '../../shared/export/rich-text'
import type { AppError } from '../../shared/model/result'
import { type CitationsInput, citationPreview, citationsOf, type PreviewInput } from './citation-preview'
import { StyleProblem } from './style-problem'

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

/** Citations of passages, or why there are none. */
export function citationsJob(
  input: CitationsInput
): { readonly cited: readonly RichText[] } | { readonly problem: AppError } {
  try {
    return { cited: citationsOf(input) }
  } catch (error) {
    if (error instanceof StyleProblem) return { problem: error.told }
    throw error
  }
}
