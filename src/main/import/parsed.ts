import { z } from 'zod'
import { KnownDate, ProposedField, Rendering } from '../../shared/model/document'
import { Guid } from '../../shared/model/guid'
import { ImportWarning } from '../../shared/model/import-warning'
import { InlineMark } from '../../shared/model/inline-mark'
import { QualityMark } from '../../shared/model/quality'
import { SheetColumns } from '../../shared/model/sheet-columns'
import { BlockKind, whereabouts } from '../../shared/model/text-content'
import {
  exchanged,
  ParsedAttribute,
  ParsedCoder,
  ParsedGroup,
  ParsedMemo,
  ParsedRemark,
  ParsedSidecar,
  ThemePath
} from './parsed-sidecars'

/** A block as a file's parser found it. Furniture is a proposal; nothing is left out because of it. */
export const ParsedBlock = z.object({
  kind: BlockKind,
  level: z.int().min(1).max(6).optional(),
  table: z.int().min(0).optional(),
  row: z.int().min(0).optional(),
  column: z.int().min(0).optional(),
  ...whereabouts,
  text: z.string().regex(/^[^\r\n]*$/),
  marks: z.array(InlineMark).max(5000).optional(),
  furniture: z.boolean()
})
export type ParsedBlock = z.infer<typeof ParsedBlock>

/** Signs by which a text reads as raw machine translation. */
export const MachineSign = z.enum([
  'doubledWords',
  'missingSpaces',
  'oddOrdinals',
  'lowerCaseNames',
  'garbledNames',
  'calques'
])
export type MachineSign = z.infer<typeof MachineSign>

/** A passage that the file itself marks, a comment say, by offsets in the canonical text of the blocks. */
export const ParsedPassage = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  memo: z.string().max(200_000),
  /** Themes by their paths, and who coded it; empty where the file says neither. */
  themes: z.array(ThemePath).max(200),
  coder: z.string().max(200),
  /** When it was made; null where the file does not say. */
  created: z.iso.datetime().nullable(),
  quality: z.array(QualityMark).max(20).optional(),
  ...exchanged
})
export type ParsedPassage = z.infer<typeof ParsedPassage>

/** A theme of the codebook that a file brings along. */
export const ParsedCode = z.object({
  path: ThemePath,
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  description: z.string().max(20_000),
  inclusion: z.string().max(20_000).optional(),
  exclusion: z.string().max(20_000).optional(),
  example: z.string().max(20_000).optional(),
  guid: Guid.optional()
})
export type ParsedCode = z.infer<typeof ParsedCode>

/**
 * A stretch of an aligned text that stands in a row with what the other versions say: UTF-16 offsets in its block. Texts
 * of a group say the same where their rows have the same number.
 */
export const StatedRow = z.object({
  row: z.int().min(0),
  block: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(1),
  /** How sure the file is of the link to the first version, and whether a hand has made it. */
  confidence: z.number().min(0).max(1),
  origin: z.enum(['auto', 'hand'])
})
export type StatedRow = z.infer<typeof StatedRow>

/** One text out of a file, with proposals for its metadata. This is what the parsing process may say. */
export const ParsedText = z.object({
  /** Which part of the file it is, where it holds several: a chapter, a row. */
  part: z.string().max(500),
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
  /** What of it was only proposed: read out of the text, and said by no field of the file. */
  proposed: z.array(ProposedField),
  attributes: z.record(z.string().min(1).max(200), z.string().max(5000)),
  signs: z.array(MachineSign),
  warnings: z.array(ImportWarning),
  passages: z.array(ParsedPassage),
  /** Notes on the text as a whole. */
  notes: z.array(z.string().max(200_000)).max(1000),
  /** Memos on it of which the file says whose they are. */
  remarks: z.array(ParsedRemark).max(1000).optional(),
  guid: Guid.optional(),
  /** Texts of one file with the same name here are versions whose blocks answer one another, one to one. */
  aligned: z.string().max(2000).nullable(),
  /** Where the blocks of versions do not answer one another, but stretches of them; null where blocks do. */
  rows: z.array(StatedRow).nullable(),
  /** Where it comes out of a table: the names of the columns, and what they were taken for. */
  sheet: z.object({ head: z.array(z.string().max(500)).max(5000), used: SheetColumns }).nullable(),
  /** How many chapters the book has that it is, or is one of; 0 for what is no book. */
  chapters: z.int().min(0)
})
export type ParsedText = z.infer<typeof ParsedText>

/** What a file brings along beside its texts: a codebook, sets of its themes, notes on it and on the project. */
export const ImportedCodebook = z.object({
  codebook: z.array(ParsedCode).max(20_000),
  groups: z.array(ParsedGroup).max(5000),
  memos: z.array(ParsedMemo).max(20_000),
  coders: z.array(ParsedCoder).max(5000).optional(),
  attributes: z.array(ParsedAttribute).max(5000).optional()
})
export type ImportedCodebook = z.infer<typeof ImportedCodebook>

/** What the parsing process says of a file: texts, or what it says of texts that lie elsewhere, or a codebook. */
export const ParsedFile = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    encoding: z.string(),
    brought: ImportedCodebook,
    sidecars: z.array(ParsedSidecar).max(50_000),
    warnings: z.array(ImportWarning),
    texts: z.array(ParsedText)
  })
  .refine(({ texts, sidecars, brought }) => texts.length + sidecars.length + brought.codebook.length > 0)
export type ParsedFile = z.infer<typeof ParsedFile>

/** What the parsers of the formats hand to the proposals: blocks, and what the file says about itself. */
export interface RawText {
  readonly blocks: readonly ParsedBlock[]
  readonly stated: StatedMetadata
  readonly part?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly warnings?: readonly ImportWarning[]
  readonly passages?: readonly ParsedPassage[]
  readonly notes?: readonly string[]
  readonly remarks?: readonly ParsedRemark[]
  readonly guid?: Guid
  /** Whether what it states is all that is to be known of it: then nothing is read out of its words. */
  readonly asStated?: boolean
  readonly aligned?: string
  readonly rows?: readonly StatedRow[]
  readonly sheet?: ParsedText['sheet']
  readonly chapters?: number
  /** Whether what looks like a page's furniture is to be looked for; not where a format has none. */
  readonly bare?: boolean
}

/** What a parser hands over that finds more than texts in a file. */
export interface RawFile {
  readonly texts: readonly RawText[]
  readonly codebook?: readonly ParsedCode[]
  readonly groups?: readonly ParsedGroup[]
  readonly memos?: readonly ParsedMemo[]
  readonly coders?: readonly ParsedCoder[]
  readonly attributes?: readonly ParsedAttribute[]
  readonly sidecars?: readonly ParsedSidecar[]
  readonly warnings?: readonly ImportWarning[]
}

export interface StatedMetadata {
  readonly title?: string
  readonly language?: string
  readonly published?: string
  readonly author?: string
  readonly publisher?: string
  readonly source?: string
}

/** What a person has said of how a file is to be read, where the guess was wrong. */
export const ParseOptions = z.object({
  encoding: z.string().max(40).optional(),
  columns: SheetColumns.optional(),
  /** Whether the chapters of a book are texts of their own. */
  chapters: z.boolean().optional()
})
export type ParseOptions = z.infer<typeof ParseOptions>

/** What a parser of a format is given. */
export interface Source {
  readonly bytes: Uint8Array
  readonly name: string
  /** The bytes as text, in the encoding that was asked for, declared or found. */
  text(declared?: string): string
}
