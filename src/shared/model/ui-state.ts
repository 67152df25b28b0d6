import { z } from 'zod'
import { DocumentId, ThemeId } from './ids'

const siteName = z.string().max(1000)

/** What a desk remembers of a project on this computer. Convenience, not research: it is not in the project's folder. */
export const ProjectUiState = z.object({
  /** Themes that keep the first digits, in their order. */
  pinned: z.array(ThemeId).max(9),
  /** Themes used last, the latest first. */
  recent: z.array(ThemeId).max(30),
  /** The themes on the digits 1 to 9. */
  digits: z.array(ThemeId).max(9),
  /** Where one was in each text: a UTF-16 offset. */
  places: z.record(DocumentId, z.int().min(0)),
  /** For each site the shapes of the lines that are always furniture in its texts. */
  lines: z.record(siteName, z.array(z.string().max(300)).max(500))
})
export type ProjectUiState = z.infer<typeof ProjectUiState>

/** Something that a desk is to remember from now on. A window says what is new, never the whole list that it knows. */
export const UiStatePatch = z.discriminatedUnion('what', [
  z.object({ what: z.literal('used'), theme: ThemeId }),
  z.object({ what: z.literal('pinned'), theme: ThemeId, pinned: z.boolean() }),
  z.object({ what: z.literal('place'), document: DocumentId, offset: z.int().min(0) }),
  z.object({
    what: z.literal('line'),
    site: siteName,
    shape: z.string().max(300),
    isFurniture: z.boolean()
  })
])
export type UiStatePatch = z.infer<typeof UiStatePatch>
