import { z } from 'zod'
import { WorkId } from './ids'

/** The abstract text of which several documents are versions; each version names it. */
export const Work = z.object({ id: WorkId, title: z.string().min(1).max(2000) })
export type Work = z.infer<typeof Work>
