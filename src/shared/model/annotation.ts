import { z } from 'zod'
import { Coding } from './coding'
import { uniqueCodings } from './codings'
import { Guid } from './guid'
import { AnnotationId, CoderId, ContentHash, DocumentId, ParallelId } from './ids'
import { Utf16Offset } from './offsets'
import { QualityMark } from './quality'
import { textLimits } from './text-limits'

/** The k-th (from 1) of n equal stretches of a text. */
const Occurrence = z
  .object({ number: z.int().min(1), of: z.int().min(1) })
  .refine(({ number, of }) => number <= of, { message: 'there are not so many places' })

/**
 * How a passage is found again, after the W3C Web Annotation model: position, exact quote and context,
 * and the revision in which they were taken. Offsets are UTF-16 code units of the canonical text.
 */
export const Selector = z
  .object({
    revision: ContentHash,
    start: Utf16Offset,
    end: Utf16Offset,
    exact: z.string().min(1),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    /** Which of the places it is where these very characters stand in that text; earlier builds did not write it. */
    occurrence: Occurrence.optional()
  })
  .refine((selector) => selector.end - selector.start === selector.exact.length, {
    message: 'the quote is not as long as its position says'
  })
export type Selector = z.infer<typeof Selector>

/** Where a passage probably stands in a newer revision: shown to the reader, settled by hand, never taken for granted. */
const Proposal = z.object({
  revision: ContentHash,
  start: Utf16Offset,
  end: Utf16Offset,
  confidence: z.number().min(0).max(1)
})
export type Proposal = z.infer<typeof Proposal>

function areUnique(codings: readonly Coding[]): boolean {
  return uniqueCodings(codings).length === codings.length
}

/**
 * A highlighted passage. Its selector names the revision in which it was last found for sure. Where that is not the
 * document's current revision, the passage waits to be settled: with a `proposal` for the current revision it is to
 * be confirmed, without one it is an orphan. Passages with the same `parallel` say the same in different versions of a
 * work: they stand together in lists and exports.
 */
export const Annotation = z.object({
  id: AnnotationId,
  document: DocumentId,
  coder: CoderId,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  selector: Selector,
  proposal: Proposal.nullable(),
  /** Which themes it carries, and who put each there. */
  codings: z.array(Coding).refine(areUnique, { message: 'a coding stands twice' }),
  quality: z
    .array(QualityMark)
    .refine((marks) => new Set(marks).size === marks.length, { message: 'a mark stands twice' }),
  memo: z.string().max(textLimits.memo),
  parallel: ParallelId.nullable(),
  guid: Guid.optional()
})
export type Annotation = z.infer<typeof Annotation>
