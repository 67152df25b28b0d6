import { z } from 'zod'
import { ThemeId } from './ids'
import { Colour } from './project'

/** A node of the codebook. `order` is its place among its siblings: 0, 1, 2 … without gaps. */
export const Theme = z.object({
  id: ThemeId,
  name: z.string().min(1).max(200),
  colour: Colour,
  description: z.string().max(20_000),
  parent: ThemeId.nullable(),
  order: z.int().min(0)
})
export type Theme = z.infer<typeof Theme>
