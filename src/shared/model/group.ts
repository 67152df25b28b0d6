import { z } from 'zod'
import { GroupId, ThemeId } from './ids'

/** Themes that belong together across the tree. A theme may be in any number of groups. */
export const Group = z.object({
  id: GroupId,
  name: z.string().min(1).max(200),
  themes: z
    .array(ThemeId)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'a theme stands twice' })
})
export type Group = z.infer<typeof Group>
