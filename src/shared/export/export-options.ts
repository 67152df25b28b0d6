import { z } from 'zod'
import { CoderId } from '../model/ids'

/** How much of the text around a passage goes with it. Counts are words or sentences on each side. */
export const ExportContext = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('none') }),
  z.object({ unit: z.literal('sentence') }),
  z.object({ unit: z.literal('paragraph') }),
  z.object({ unit: z.literal('words'), count: z.int().min(1).max(500) }),
  z.object({ unit: z.literal('sentences'), count: z.int().min(1).max(50) })
])
export type ExportContext = z.infer<typeof ExportContext>

/** Name of a citation style that ships with the app, or `file:` and the name of one that the user has opened. */
const styleName = z.string().min(1).max(300)

/** What a person chooses of an export. Every field has a default; a format uses those that it names. */
export const ExportOptions = z.object({
  /** What headings are made of. */
  group: z.enum(['none', 'theme', 'document', 'date', 'coder']).default('document'),
  /** The order of excerpts under a heading, and of headings where their own order leaves it open. */
  sort: z.enum(['text', 'theme', 'document', 'date', 'coder', 'created']).default('text'),
  context: ExportContext.default({ unit: 'sentence' }),
  memos: z.enum(['none', 'text', 'comments']).default('text'),
  /** Whether marks of the wording (doubtful, calque …) are shown. */
  quality: z.boolean().default(true),
  /** Whether passages in boilerplate go along. */
  furniture: z.boolean().default(true),
  /** Whether passages marked as doubtful go along. */
  doubtful: z.boolean().default(true),
  renderings: z.enum(['none', 'below', 'columns']).default('below'),
  /** Whether the words in which renderings differ are marked. */
  differences: z.boolean().default(false),
  /** Whose codings; null for everybody's. */
  coders: z.array(CoderId).min(1).nullable().default(null),
  citations: z.enum(['none', 'notes', 'text']).default('notes'),
  style: styleName.default('chicago-notes-bibliography'),
  /** The language of citations and headings; that of the app where null. */
  language: z.enum(['en', 'zh-CN']).nullable().default(null),
  bibliography: z.boolean().default(true),
  /** Citations in Word as fields that reference managers can change. */
  liveCitations: z.boolean().default(false),
  contents: z.boolean().default(false),
  /** Of tables: a row an excerpt, or a row a coding (a passage with one theme). */
  rows: z.enum(['excerpt', 'coding']).default('excerpt'),
  /** Of bundles: what goes along. */
  originals: z.boolean().default(true),
  history: z.boolean().default(true),
  /** Of bundles: the work of others than the present coder. */
  otherCoders: z.boolean().default(true)
})
export type ExportOptions = z.infer<typeof ExportOptions>
export type ExportOptionName = keyof ExportOptions

export const defaultExportOptions: ExportOptions = ExportOptions.parse({})
