import { z } from 'zod'
import { ConcordanceSettings } from '../concordance/settings'
import { Grouping, LineName, Trail } from '../concordance/trail'
import { DocumentId } from '../model/ids'

const id = z.string().min(1).max(64)
const from = z.int().min(0)
const count = z.int().min(1).max(2000)
/** UTF-16 code units on each side. */
const context = z.int().min(0).max(2000)

/** Some documents of the project: all where nothing is said. */
export const CorpusPart = z.object({
  documents: z.array(DocumentId).max(20_000).optional(),
  language: z.string().max(100).optional(),
  kind: z.string().max(40).optional(),
  publisher: z.string().max(1000).optional(),
  /** `from` and `to` are years, both inclusive. */
  years: z.object({ from: z.int().nullable(), to: z.int().nullable() }).optional(),
  attribute: z.object({ name: z.string().max(200), value: z.string().max(5000) }).optional()
})
export type CorpusPart = z.infer<typeof CorpusPart>

/**
 * What a window asks of a concordance. `open` answers as soon as there are lines for the first page or the search is over;
 * the rest streams in (event `concordance`). All others name a concordance of this window. One of an id that is gone
 * answers NotFound (`concordanceGone`): it is opened again by its query and trail. A call that is cancelled (`job.cancel`)
 * leaves the concordance as it was. `first.count` 0 asks for no lines.
 */
export const concordanceMethods = {
  'concordance.open': z.object({
    /** One that is too long for the query language is answered as a problem of the query. */
    query: z.string().max(100_000),
    settings: ConcordanceSettings,
    trail: Trail,
    first: z.object({ count: z.int().min(0).max(2000), context }),
    /** The one that it takes the place of: its search ends and it is closed, whatever becomes of this one. */
    replaces: id.nullable()
  }),
  'concordance.page': z.object({ id, from, count, context }),
  /** Puts the whole trail in the place of the one before: a step more, a step back, another order. */
  'concordance.arrange': z.object({ id, trail: Trail }),
  /** The names of lines from `from` on, to tick or code them all. */
  'concordance.names': z.object({ id, from, count: z.int().min(1).max(200_000) }),
  /** Where a line stands in the order of the moment; null where it is not among them. */
  'concordance.find': z.object({ id, line: LineName }),
  /** The sentences of other versions beside some lines, with the words that answer. Takes its time: asked for apart. */
  'concordance.answers': z.object({ id, lines: z.array(LineName).min(1).max(200) }),
  'concordance.close': z.object({ id }),
  'concordance.collocates': z.object({
    id,
    left: z.int().min(0).max(20),
    right: z.int().min(0).max(20),
    by: z.enum(['logLikelihood', 'mi', 'mi3', 'logDice', 'observed']),
    /** Words that stand less often with the hit are left out. */
    least: z.int().min(1).max(1000),
    from,
    count
  }),
  'concordance.dispersion': z.object({ id, bins: z.int().min(1).max(1000) }),
  'concordance.frequencies': z.object({
    id,
    /** Of the groupings those that are of documents. */
    by: Grouping
  }),
  /** How other versions render the lines that are shown; at most so many are looked at. Takes its time. */
  'concordance.renderings': z.object({ id, most: z.int().min(1).max(10_000) }),
  'concordance.wordList': z.object({
    part: CorpusPart,
    settings: ConcordanceSettings,
    by: z.enum(['count', 'word']),
    /** Words that begin so, folded; all where it is empty. */
    prefix: z.string().max(200),
    from,
    count
  }),
  'concordance.nGrams': z.object({
    part: CorpusPart,
    settings: ConcordanceSettings,
    size: z.int().min(2).max(6),
    least: z.int().min(1).max(100_000),
    from,
    count
  }),
  'concordance.keywords': z.object({
    part: CorpusPart,
    /** What it is held against; the rest of the project where it is null. */
    against: CorpusPart.nullable(),
    settings: ConcordanceSettings,
    by: z.enum(['logLikelihood', 'logRatio']),
    least: z.int().min(1).max(100_000),
    from,
    count
  })
} as const
