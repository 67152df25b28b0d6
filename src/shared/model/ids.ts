import { z } from 'zod'

/** Names that Windows keeps for devices, whatever their ending: no file may be named by them. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * An id names an entry of a plain record and, for documents and works, a file. So what every object has by itself
 * (`__proto__`, `constructor`) is no id, nor is the name of a device.
 */
const text = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .refine((id) => !(id in Object.prototype) && !deviceName.test(id), { message: 'a reserved name' })

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
/** The sha-256, in lower-case hex, of a file named by its content. */
export const ContentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ContentHash'>()
export type ContentHash = z.infer<typeof ContentHash>
