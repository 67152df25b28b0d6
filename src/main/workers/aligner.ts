import type { AlignOptions, SentenceLink } from '../../shared/alignment/align'
import type { WorkThread } from './thread'

/** Aligns in the work thread, where the dictionary is. */
export class Aligner {
  constructor(private readonly thread: WorkThread) {}

  align(a: readonly string[], b: readonly string[], options: AlignOptions): Promise<SentenceLink[]> {
    return this.thread.run('align', { a, b, options })
  }
}
