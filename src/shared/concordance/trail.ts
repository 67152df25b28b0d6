import { z } from 'zod'
import { Rendering } from '../model/document'
import { DocumentId, ThemeId } from '../model/ids'

/** A word left or right of the hit: `L1` is the nearest on the left. */
export const Slot = z.enum(['L5', 'L4', 'L3', 'L2', 'L1', 'R1', 'R2', 'R3', 'R4', 'R5'])
export type Slot = z.infer<typeof Slot>

/**
 * Whose words answer a line: those of one version, or of versions of one kind (all machine translations, say); where neither is
 * named those of whichever version has some.
 */
const answering = { version: DocumentId.nullable(), kind: Rendering.optional() }

/** What lines are sorted by. Lines that are equal by every key stay in the order of document and place. */
export const SortKey = z.discriminatedUnion('by', [
  z.object({ by: z.literal('slot'), slot: Slot, descending: z.boolean() }),
  z.object({ by: z.literal('hit'), descending: z.boolean() }),
  /** By title. */
  z.object({ by: z.literal('document'), descending: z.boolean() }),
  /** By date of publication; lines without one last. */
  z.object({ by: z.literal('date'), descending: z.boolean() }),
  /** The same seed gives the same order; two lines keep their order whatever other lines there are. */
  z.object({ by: z.literal('random'), seed: z.int().min(0).max(0xffffffff) }),
  /** By how usual the words about the hit are among all lines; the most typical first. Descending: the rarest first. */
  z.object({ by: z.literal('typicality'), descending: z.boolean() }),
  /** By the words that answer the hit in another version; lines that nothing answers last. */
  z.object({ by: z.literal('answer'), ...answering, descending: z.boolean() })
])
export type SortKey = z.infer<typeof SortKey>

/** What lines are put together by. */
export const Grouping = z.discriminatedUnion('by', [
  /** The `size` words next to the hit on a side. */
  z.object({ by: z.literal('pattern'), side: z.enum(['left', 'right']), size: z.int().min(1).max(5) }),
  /** The hit's own words, folded. */
  z.object({ by: z.literal('form') }),
  z.object({ by: z.literal('document') }),
  z.object({ by: z.literal('year') }),
  z.object({ by: z.literal('language') }),
  z.object({ by: z.literal('kind') }),
  z.object({ by: z.literal('publisher') }),
  z.object({ by: z.literal('attribute'), name: z.string().min(1).max(200) }),
  /** A line with several themes stands in the group of the first of them in the codebook. */
  z.object({ by: z.literal('theme') }),
  /** The words that answer in another version. */
  z.object({ by: z.literal('answer'), ...answering })
])
export type Grouping = z.infer<typeof Grouping>

/** A line by what it is a place of; it stays the same line however lines are sorted. */
export const LineName = z.object({ document: DocumentId, start: z.int().min(0), end: z.int().min(1) })
export type LineName = z.infer<typeof LineName>

const keep = z.boolean()

/** Which lines stay. `keep`: those that are meant stay; else they go and the others stay. */
export const Selection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('lines'), lines: z.array(LineName).max(200_000), keep }),
  /** Lines of documents. */
  z.object({ by: z.literal('documents'), documents: z.array(DocumentId).max(20_000), keep }),
  /** Lines of documents with one of these values; an empty string: without a value. */
  z.object({
    by: z.literal('attribute'),
    name: z.string().min(1).max(200),
    values: z.array(z.string().max(5000)).max(1000),
    keep
  }),
  z.object({
    by: z.literal('fact'),
    fact: z.enum(['language', 'year', 'publisher', 'kind']),
    values: z.array(z.string().max(1000)).max(1000),
    keep
  }),
  /** Lines with one of these words in a slot, compared folded. */
  z.object({ by: z.literal('slot'), slot: Slot, words: z.array(z.string().max(200)).min(1).max(1000), keep }),
  /** Lines with a word within so many words of the hit: how a row of collocates opens its lines. */
  z.object({
    by: z.literal('collocate'),
    word: z.string().min(1).max(200),
    left: z.int().min(0).max(20),
    right: z.int().min(0).max(20),
    keep
  }),
  /** Lines under a theme or themes below it; null: lines that carry no theme. */
  z.object({ by: z.literal('theme'), theme: ThemeId.nullable(), keep }),
  /** The lines of a group of a grouping, by its key. */
  z.object({ by: z.literal('group'), grouping: Grouping, key: z.string().max(5000), keep }),
  /** So many lines by chance; the same seed gives the same lines. */
  z.object({
    by: z.literal('sample'),
    size: z.int().min(1).max(1_000_000),
    seed: z.int().min(0).max(0xffffffff)
  }),
  /** At most so many lines of each document, the first in the order of the moment. */
  z.object({ by: z.literal('perDocument'), most: z.int().min(1).max(1_000_000) }),
  /** Lines in recycled text once, where it stands first by date; versions of a work are no copies. */
  z.object({ by: z.literal('copies') })
])
export type Selection = z.infer<typeof Selection>

const note = { name: z.string().max(200), memo: z.string().max(20_000) }

/** A step of reading: what it does, and what a person calls it and says of it (both may be empty). */
export const TrailStep = z.discriminatedUnion('do', [
  z.object({ do: z.literal('order'), keys: z.array(SortKey).min(1).max(8), ...note }),
  /** Null: no groups any more. */
  z.object({ do: z.literal('group'), grouping: Grouping.nullable(), ...note }),
  z.object({ do: z.literal('select'), selection: Selection, ...note })
])
export type TrailStep = z.infer<typeof TrailStep>

/** The steps that led from all hits to the lines that are shown, in order. Walking back is a shorter trail. */
export const Trail = z.array(TrailStep).max(200)
export type Trail = z.infer<typeof Trail>
