import { z } from 'zod'
import { CoderId, DocumentId, ThemeId } from '../model/ids'
import { QualityMark } from '../model/quality'

/** Which annotations: an absent field filters nothing. */
export const AnnotationQuery = z.object({
  themes: z.array(ThemeId).optional(),
  /** Only annotations without any theme. */
  unthemed: z.boolean().optional(),
  documents: z.array(DocumentId).optional(),
  coders: z.array(CoderId).optional(),
  text: z.string().max(1000).optional(),
  /** Only passages that carry one of these marks; only passages that carry none of these. */
  marked: z.array(QualityMark).optional(),
  unmarked: z.array(QualityMark).optional(),
  /** Only passages with a memo. */
  memo: z.boolean().optional(),
  /**
   * Only passages of texts with other versions that are coded there too, or are not: by a parallel passage with the same
   * themes (those asked for; all of its own where none are). `in` names the version that counts; otherwise any does.
   */
  across: z.object({ coded: z.boolean(), in: DocumentId.optional() }).optional()
})
export type AnnotationQuery = z.infer<typeof AnnotationQuery>
