import { z } from 'zod'
import { DocumentId, WorkId } from './ids'

/**
 * The abstract text of which several documents are versions; each version names it. `order` is the order a hand gave
 * them, the base first; versions that it does not name follow by kind.
 */
export const Work = z.object({
  id: WorkId,
  title: z.string().min(1).max(2000),
  order: z.array(DocumentId).max(1000)
})
export type Work = z.infer<typeof Work>
