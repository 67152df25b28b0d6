import { z } from 'zod'
import { AttributeName, AttributeType } from '../../shared/model/attribute'
import { CslRecord } from '../../shared/model/csl-record'
import { Guid } from '../../shared/model/guid'
import { QualityMark } from '../../shared/model/quality'

/** A theme by the names from the top of the codebook down to it. */
export const ThemePath = z.array(z.string().min(1).max(200)).min(1).max(50)

/** A theme on a passage, and who put it there when; as far as the file says. */
export const ParsedCoding = z.object({
  theme: ThemePath,
  coder: z.string().max(200),
  created: z.iso.datetime().nullable()
})
export type ParsedCoding = z.infer<typeof ParsedCoding>

/** What formats of exchange say of a passage beyond what most files do. */
export const exchanged = {
  guid: Guid.optional(),
  modified: z.iso.datetime().nullable().optional(),
  /** The same themes as in `themes`, each with its coder and time. */
  codings: z.array(ParsedCoding).max(2000).optional()
}

/** The text that a sidecar speaks of, as far as it says. */
export const SidecarTarget = z.object({
  title: z.string().max(2000),
  doi: z.string().max(500),
  /** The address of a page, or the name of a file. */
  source: z.string().max(4000),
  /** Where it was published, if that is another address. */
  via: z.string().max(4000).optional()
})
export type SidecarTarget = z.infer<typeof SidecarTarget>

const Words = z.object({
  exact: z.string().max(100_000),
  prefix: z.string().max(2000),
  suffix: z.string().max(2000)
})

/** A passage of a text that lies elsewhere, by its words and what stands around them. */
export const ParsedQuote = z.object({
  /** Empty for a note on the text as a whole, and for a passage that is known by its position alone. */
  exact: Words.shape.exact,
  prefix: Words.shape.prefix,
  suffix: Words.shape.suffix,
  /** Where the other program saw it, in its own counting. */
  start: z.number().min(0).nullable(),
  /** And where it ended: a passage that has no words needs it. */
  end: z.number().min(0).nullable().optional(),
  /** Positions are bytes of the file. */
  inBytes: z.boolean().optional(),
  /** The passage begins with `exact` and ends before these words. */
  until: Words.optional(),
  memo: z.string().max(200_000),
  themes: z.array(ThemePath).max(200),
  coder: z.string().max(200),
  /** When it was made; null where the file does not say. */
  created: z.iso.datetime().nullable(),
  ...exchanged,
  quality: z.array(QualityMark).max(20).optional(),
  /** SHA-256 of the text, in UTF-8, that positions are code points of: in that very text they are certain. */
  sum: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
})
export type ParsedQuote = z.infer<typeof ParsedQuote>

/** Whether a quote is a note on a text as a whole: it has neither words nor a position. */
export function isWholeNote({ exact, start, end }: Pick<ParsedQuote, 'exact' | 'start' | 'end'>): boolean {
  return exact === '' && !hasPosition({ start, end })
}

/** Whether a passage can be looked for by its position alone. */
export function hasPosition({ start, end }: Pick<ParsedQuote, 'start' | 'end'>): boolean {
  return start !== null && end !== null && end !== undefined && end > start
}

/** What a reference states about a text; empty where it says nothing. */
export const ReferenceFacts = z.object({
  title: z.string().max(2000),
  publisher: z.string().max(1000),
  source: z.string().max(2000),
  language: z.string().max(200),
  published: z.string().max(100),
  csl: CslRecord,
  attributes: z.record(z.string().min(1).max(200), z.string().max(5000))
})
export type ReferenceFacts = z.infer<typeof ReferenceFacts>

/** What a file says about a text that lies elsewhere: highlights on it, or where it was published. */
export const ParsedSidecar = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('highlights'),
    of: SidecarTarget,
    quotes: z.array(ParsedQuote).min(1).max(100_000)
  }),
  z.object({ kind: z.literal('reference'), of: SidecarTarget, facts: ReferenceFacts })
])
export type ParsedSidecar = z.infer<typeof ParsedSidecar>

/** A note on the project or on a theme of the codebook that a file brings along. */
export const ParsedMemo = z.object({
  /** The theme; null for the project. */
  theme: ThemePath.nullable(),
  title: z.string().max(500),
  text: z.string().max(200_000),
  coder: z.string().max(200),
  created: z.iso.datetime().nullable(),
  modified: z.iso.datetime().nullable().optional(),
  /** The formula that it is about, where it is about neither a theme nor the project. */
  formula: z.string().max(500).optional()
})
export type ParsedMemo = z.infer<typeof ParsedMemo>

/** A memo on a text as a whole. */
export const ParsedRemark = ParsedMemo.omit({ theme: true, formula: true })
export type ParsedRemark = z.infer<typeof ParsedRemark>

/** A coder by the id that another program knows them by. */
export const ParsedCoder = z.object({ name: z.string().min(1).max(200), guid: Guid })
export type ParsedCoder = z.infer<typeof ParsedCoder>

/** What a file says the values of an attribute are. */
export const ParsedAttribute = z.object({ name: AttributeName, type: AttributeType })
export type ParsedAttribute = z.infer<typeof ParsedAttribute>

/** Themes that a file puts together by a name. */
export const ParsedGroup = z.object({
  name: z.string().min(1).max(200),
  themes: z.array(ThemePath).max(5000)
})
export type ParsedGroup = z.infer<typeof ParsedGroup>
