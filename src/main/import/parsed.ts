import { z } from 'zod'
import { KnownDate, Rendering } from '../../shared/model/document'
import { BlockKind } from '../../shared/model/text-content'

/** A block as a file's parser found it. Furniture is a proposal; nothing is left out because of it. */
export const ParsedBlock = z.object({
  kind: BlockKind,
  level: z.int().min(1).max(6).optional(),
  table: z.int().min(0).optional(),
  row: z.int().min(0).optional(),
  column: z.int().min(0).optional(),
  text: z.string().regex(/^[^\r\n]*$/),
  furniture: z.boolean()
})
export type ParsedBlock = z.infer<typeof ParsedBlock>

/** Signs by which a text reads as raw machine translation. */
export const MachineSign = z.enum(['doubledWords', 'missingSpaces', 'oddOrdinals', 'lowerCaseNames'])
export type MachineSign = z.infer<typeof MachineSign>

/** What a file turned out to hold, with proposals for its metadata. This is what the parsing process may say. */
export const ParsedFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  encoding: z.string(),
  blocks: z.array(ParsedBlock).min(1),
  title: z.string(),
  language: z.string(),
  published: KnownDate.nullable(),
  event: KnownDate.nullable(),
  author: z.string(),
  publisher: z.string(),
  source: z.string(),
  credit: z.string(),
  rendering: Rendering,
  signs: z.array(MachineSign)
})
export type ParsedFile = z.infer<typeof ParsedFile>

/** What the parsers of the formats hand to the proposals: blocks, and what the file says about itself. */
export interface RawText {
  readonly blocks: readonly ParsedBlock[]
  readonly stated: StatedMetadata
}

export interface StatedMetadata {
  readonly title?: string
  readonly language?: string
  readonly published?: string
  readonly author?: string
  readonly publisher?: string
  readonly source?: string
}
