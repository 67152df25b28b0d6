import { z } from 'zod'
import { isId } from './id-form'

const text = z.string().refine(isId, { message: 'no id, or a reserved name' })

export const ProjectId = text.brand<'ProjectId'>()
export type ProjectId = z.infer<typeof ProjectId>
export const DocumentId = text.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>
export const WorkId = text.brand<'WorkId'>()
export type WorkId = z.infer<typeof WorkId>
export const ThemeId = text.brand<'ThemeId'>()
export type ThemeId = z.infer<typeof ThemeId>
export const AnnotationId = text.brand<'AnnotationId'>()
export type AnnotationId = z.infer<typeof AnnotationId>
export const CoderId = text.brand<'CoderId'>()
export type CoderId = z.infer<typeof CoderId>
export const GroupId = text.brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>
export const MemoId = text.brand<'MemoId'>()
export type MemoId = z.infer<typeof MemoId>
export const DraftId = text.brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>
export const ParallelId = text.brand<'ParallelId'>()
export type ParallelId = z.infer<typeof ParallelId>
export const SavedQueryId = text.brand<'SavedQueryId'>()
export type SavedQueryId = z.infer<typeof SavedQueryId>
export const FormulaId = text.brand<'FormulaId'>()
export type FormulaId = z.infer<typeof FormulaId>
export const RenderingId = text.brand<'RenderingId'>()
export type RenderingId = z.infer<typeof RenderingId>
/** The sha-256, in lower-case hex, of a file named by its content. */
export const ContentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ContentHash'>()
export type ContentHash = z.infer<typeof ContentHash>
