import { z } from 'zod'
import { ContentHash, DocumentId, WorkId } from './ids'
import { Span } from './offsets'

/** One link: these stretches of `a` say what these of `b` say. An empty side is a left-out. */
export const Link = z.object({
  a: z.array(Span),
  b: z.array(Span),
  confidence: z.number().min(0).max(1),
  origin: z.enum(['auto', 'hand'])
})
export type Link = z.infer<typeof Link>

/** The links between two versions of a work, by offsets in the two named revisions. */
export const Alignment = z.object({
  work: WorkId,
  a: DocumentId,
  b: DocumentId,
  revisionA: ContentHash,
  revisionB: ContentHash,
  links: z.array(Link)
})
export type Alignment = z.infer<typeof Alignment>
