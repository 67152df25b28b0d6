import { z } from 'zod'
import { CoderId, DocumentId, MemoId, ThemeId } from './ids'
import { textLimits } from './text-limits'

/** What a memo is about. A formula is named by its own words; memos on a passage lie in its annotation. */
export const MemoSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('document'), id: DocumentId }),
  z.object({ kind: z.literal('theme'), id: ThemeId }),
  z.object({ kind: z.literal('formula'), phrase: z.string().min(1).max(textLimits.phrase) })
])
export type MemoSubject = z.infer<typeof MemoSubject>

/** A note of the researcher's own, in Markdown. */
export const Memo = z.object({
  id: MemoId,
  about: MemoSubject,
  title: z.string().max(textLimits.memoTitle),
  text: z.string().max(textLimits.memo),
  coder: CoderId,
  created: z.iso.datetime(),
  modified: z.iso.datetime()
})
export type Memo = z.infer<typeof Memo>
