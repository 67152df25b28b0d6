import { z } from 'zod'

/** What is kept for this person on this computer, outside any project. */
export const Preferences = z.object({
  language: z.enum(['en', 'zh-CN']),
  appearance: z.enum(['light', 'sepia', 'dark']),
  /** The size of everything, 0.8 to 2. */
  scale: z.number().min(0.8).max(2),
  sidebar: z.boolean(),
  aside: z.boolean()
})
export type Preferences = z.infer<typeof Preferences>
