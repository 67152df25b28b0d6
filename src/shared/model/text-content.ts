import { z } from 'zod'
import { InlineMark } from './inline-mark'

export const BlockKind = z.enum(['paragraph', 'heading', 'list-item', 'quotation', 'cell', 'caption', 'note'])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * Where a block stands in what it came from: the page of a PDF (the sheet of the file, and what it is called in print where
 * that is another), the time in a recording as h:mm:ss.
 */
export const whereabouts = {
  page: z.int().min(1).optional(),
  pageLabel: z.string().min(1).max(40).optional(),
  time: z
    .string()
    .regex(/^\d+:\d{2}:\d{2}$/)
    .optional()
} as const

/**
 * One block of a text. `text` holds no line break. `number` is the paragraph number people cite,
 * fixed when the revision is made; headings and what was furniture then have none.
 */
export const Block = z.object({
  kind: BlockKind,
  level: z.int().min(1).max(6).optional(),
  table: z.int().min(0).optional(),
  row: z.int().min(0).optional(),
  column: z.int().min(0).optional(),
  ...whereabouts,
  number: z.int().min(1).nullable(),
  text: z.string().regex(/^[^\r\n]*$/),
  /** How stretches of it were set apart in what it came from; absent where none was. */
  marks: z.array(InlineMark).max(5000).optional()
})
export type Block = z.infer<typeof Block>

/** The content of one revision. Its canonical text is the blocks' texts joined by one LF. */
export const TextContent = z.object({ format: z.literal(1), blocks: z.array(Block).min(1) })
export type TextContent = z.infer<typeof TextContent>
