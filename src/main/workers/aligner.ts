import type { AlignOptions, SentenceLink } from '../../shared/alignment/align'
import type { KinText, LikelyKin } from '../../shared/alignment/kinship'
import type { Counterpart } from '../../shared/alignment/words/counterpart'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { Jobs } from './jobs'
import type { WorkThread } from './thread'

/** Aligns in the work thread, where the dictionary is. */
export class Aligner {
  constructor(private readonly thread: WorkThread) {}

  align(a: readonly string[], b: readonly string[], options: AlignOptions): Promise<SentenceLink[]> {
    return this.thread.run('align', { a, b, options })
  }

  counterpart(input: Jobs['counterpart']['input']): Promise<Counterpart | null> {
    return this.thread.run('counterpart', input)
  }

  likelyKin(texts: readonly KinText[]): Promise<LikelyKin[]> {
    return this.thread.run('likelyKin', { texts })
  }

  findings(input: Jobs['findings']['input']): Promise<RowFindings[]> {
    return this.thread.run('findings', input)
  }
}
