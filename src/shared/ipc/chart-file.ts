import { z } from 'zod'

const name = z.string().min(1).max(300)
const cell = z.union([z.string().max(10_000), z.number(), z.null()])

/** A chart that a window has drawn, to be saved as a file: a picture, or the table that says the same. */
export const ChartFile = z.discriminatedUnion('as', [
  z.object({ as: z.literal('svg'), name, text: z.string().startsWith('<svg').max(20_000_000) }),
  z.object({ as: z.literal('png'), name, base64: z.base64().max(60_000_000) }),
  z.object({
    as: z.literal('csv'),
    name,
    columns: z.array(z.string().max(1000)).min(1).max(100),
    rows: z.array(z.array(cell).max(100)).max(100_000)
  })
])
export type ChartFile = z.infer<typeof ChartFile>
