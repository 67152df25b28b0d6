import { z } from 'zod'
import { libraryFacts } from './library-columns'

const LibraryColumn = z.union([
  z.enum(libraryFacts),
  z.templateLiteral([z.literal('attribute:'), z.string().max(200)])
])

/** How the texts of a project are listed. */
export const LibraryView = z.object({
  /** In their order. */
  columns: z.array(LibraryColumn).max(60),
  /** Widths that a hand has given columns, in pixels of the unscaled window. */
  widths: z.record(z.string().max(220), z.int().min(48).max(640)),
  /** A row of fields under the heads, which filter by what stands in each column. */
  filters: z.boolean()
})
export type LibraryView = z.infer<typeof LibraryView>
