import { z } from 'zod'
import { Guid } from './guid'
import { ThemeId } from './ids'
import { Colour } from './project'
import { textLimits } from './text-limits'

const prose = z.string().max(textLimits.themeProse)

/**
 * A node of the codebook, after MacQueen et al. (1998): a definition, when to use it, when not to, and an anchor
 * example. `order` is its place among its siblings: 0, 1, 2 … without gaps.
 */
export const Theme = z.object({
  id: ThemeId,
  name: z.string().min(1).max(textLimits.themeName),
  colour: Colour,
  /** The definition. */
  description: prose,
  /** When the theme is to be applied, and when it is not although it might seem so. */
  inclusion: prose,
  exclusion: prose,
  /** An anchor example: a typical passage. Markdown; it may link to the passage itself. */
  example: prose,
  parent: ThemeId.nullable(),
  order: z.int().min(0),
  guid: Guid.optional()
})
export type Theme = z.infer<typeof Theme>

/** What a person can say about a theme, apart from its place in the tree. */
export const themeFacts = {
  name: true,
  colour: true,
  description: true,
  inclusion: true,
  exclusion: true,
  example: true
} as const
