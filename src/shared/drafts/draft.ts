import { z } from 'zod'
import {
  AnnotationId,
  CoderId,
  DocumentId,
  DraftId,
  FormulaId,
  MemoId,
  RenderingId,
  ThemeId
} from '../model/ids'

/** The longest text that is kept as a draft: far longer than any field takes, so that what is too long is kept too. */
const draftCharacters = 2_000_000

/** A field that is written in: which record, and which of its texts. */
export const DraftTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('annotation'),
    document: DocumentId,
    id: AnnotationId,
    field: z.literal('memo')
  }),
  z.object({ kind: z.literal('memo'), id: MemoId, field: z.enum(['title', 'text', 'phrase']) }),
  z.object({
    kind: z.literal('theme'),
    id: ThemeId,
    field: z.enum(['name', 'description', 'inclusion', 'exclusion', 'example'])
  }),
  z.object({ kind: z.literal('formula'), id: FormulaId, field: z.enum(['pinyin', 'gloss', 'memo']) }),
  z.object({ kind: z.literal('rendering'), formula: FormulaId, id: RenderingId, field: z.literal('note') }),
  z.object({ kind: z.literal('coder'), id: CoderId, field: z.literal('name') })
])
export type DraftTarget = z.infer<typeof DraftTarget>

/** What was typed into a field and is not known to be saved. Kept outside the project until it is. */
export const Draft = z.object({
  id: DraftId,
  target: DraftTarget,
  text: z.string().max(draftCharacters),
  /** The stored text that it was made from. */
  base: z.string().max(draftCharacters),
  /** An earlier stretch of it that was on its way to the disk, and may have arrived: as good a base as the other. */
  sending: z.string().max(draftCharacters).nullable(),
  typed: z.iso.datetime(),
  /** What the record was called, should it be gone: a theme's name, a quote, a title. */
  about: z.string().max(200)
})
export type Draft = z.infer<typeof Draft>

/** A draft of last time, with the text that the project holds in its place; null where its record is gone. */
export interface FoundDraft {
  readonly draft: Draft
  readonly stored: string | null
}
