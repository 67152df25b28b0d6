import { type AlignOptions, align, type SentenceLink } from '../../shared/alignment/align'
import type { WorkThread } from './thread'

/** Below this many pairs of sentences an alignment takes a few milliseconds and is not worth a thread. */
const smallJob = 20_000

/** Aligns in the work thread where the texts are long. */
export class Aligner {
  constructor(private readonly thread: WorkThread) {}

  align(a: readonly string[], b: readonly string[], options: AlignOptions): Promise<SentenceLink[]> {
    if (a.length * b.length <= smallJob) return Promise.resolve(align(a, b, options))
    return this.thread.run('align', { a, b, options })
  }
}
