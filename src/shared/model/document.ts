import { z } from 'zod'
import { CslRecord } from './csl-record'
import { Guid } from './guid'
import { CoderId, ContentHash, DocumentId, WorkId } from './ids'
import { languageTag, metadataLimits } from './metadata-limits'

/** A date as far as it is known: `2018`, `2018-12` or `2018-12-05`, and what was known of it. */
export const KnownDate = z
  .object({
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    precision: z.enum(['year', 'month', 'day'])
  })
  .refine(({ date, precision }) => date.length === { year: 4, month: 7, day: 10 }[precision], {
    message: 'the date is longer or shorter than its precision says'
  })
export type KnownDate = z.infer<typeof KnownDate>

/** What kind of text it is among the versions of a work. */
export const Rendering = z.enum(['source', 'official', 'unofficial', 'machine', 'unknown'])
export type Rendering = z.infer<typeof Rendering>

export const Original = z.object({
  name: z.string().max(1000),
  sha256: ContentHash,
  extension: z.string().regex(/^[a-z0-9]{0,10}$/),
  bytes: z.int().min(0),
  encoding: z.string().max(40)
})
export type Original = z.infer<typeof Original>

/** Indices of the blocks marked as furniture, ascending. */
const Furniture = z.array(z.int().min(0))

/**
 * One state of a document's text. What was furniture in it, and which file it came from, is kept with the document
 * while the revision is the current one, and here from the moment that another takes its place.
 */
export const Revision = z.object({
  text: ContentHash,
  made: z.iso.datetime(),
  /** `quoted` is no whole text but the passages that another program's highlights quote of it. */
  reason: z.enum(['import', 'correction', 'reimport', 'quoted']),
  /** Who made it; null for the first, whose maker is whoever imported the document. */
  coder: CoderId.nullable(),
  furniture: Furniture,
  original: Original.nullable()
})
export type Revision = z.infer<typeof Revision>

/** Facts that the desk can propose by itself, from the words or the look of a text. */
export const ProposedField = z.enum([
  'title',
  'language',
  'rendering',
  'published',
  'event',
  'author',
  'publisher',
  'credit'
])
export type ProposedField = z.infer<typeof ProposedField>

/** What a person can change about a document. The text itself is never among it. */
export const Metadata = z.object({
  title: z.string().min(1).max(metadataLimits.title),
  language: z.string().regex(languageTag),
  rendering: Rendering,
  /** The works that it is a version of; mostly one, or none. */
  works: z
    .array(WorkId)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'a work stands twice' }),
  published: KnownDate.nullable(),
  event: KnownDate.nullable(),
  publisher: z.string().max(metadataLimits.publisher),
  source: z.string().max(metadataLimits.source),
  credit: z.string().max(metadataLimits.credit),
  notes: z.string().max(metadataLimits.notes),
  /** What it is bibliographically, beside the fields above. */
  csl: CslRecord,
  /** The fields that were only proposed: no person and no trusted field of the file has said them. Never cited as facts. */
  proposed: z
    .array(ProposedField)
    .refine((fields) => new Set(fields).size === fields.length, { message: 'a field stands twice' }),
  /** What else is known of it, by names of the project's own: folders, columns of a table. */
  attributes: z.record(
    z.string().min(1).max(metadataLimits.attributeName),
    z.string().max(metadataLimits.attributeValue)
  )
})
export type Metadata = z.infer<typeof Metadata>

export const VariorumDocument = Metadata.extend({
  id: DocumentId,
  guid: Guid.optional(),
  added: z.iso.datetime(),
  original: Original,
  revisions: z.array(Revision).min(1),
  words: z.int().min(0),
  furniture: Furniture
})
export type VariorumDocument = z.infer<typeof VariorumDocument>
