import { LRUCache } from 'lru-cache'
import type { AlignOptions, SentenceLink } from '../../shared/alignment/align'
import type { CandidateText, VersionCandidate } from '../../shared/alignment/version-candidates'
import type { Counterpart } from '../../shared/alignment/words/counterpart'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { Jobs } from './jobs'
import type { RunOptions, WorkPool } from './work-pool'

type Ordered = Pick<RunOptions, 'priority' | 'signal'>

/** So many answers for single passages are kept: the card of an active highlight asks again after each change. */
const mostCounterparts = 500

/** Aligns in the work threads, where the dictionary is. */
export class Aligner {
  private readonly counterparts = new LRUCache<string, Promise<Counterpart | null>>({
    max: mostCounterparts
  })

  constructor(private readonly pool: WorkPool) {}

  align(
    a: readonly string[],
    b: readonly string[],
    options: AlignOptions,
    ordered: Ordered = {}
  ): Promise<SentenceLink[]> {
    return this.pool.run('align', { a, b, options }, ordered)
  }

  /** Which words of one text answer a passage of another; found once for the same words. */
  counterpart(input: Jobs['counterpart']['input']): Promise<Counterpart | null> {
    const key = JSON.stringify(input)
    const known = this.counterparts.get(key)
    if (known) return known
    const found = this.pool.run('counterpart', input, { priority: 'hand' })
    this.counterparts.set(key, found)
    found.catch(() => this.counterparts.delete(key))
    return found
  }

  likelyKin(
    texts: readonly CandidateText[],
    ordered: Ordered = { priority: 'background' }
  ): Promise<VersionCandidate[]> {
    return this.pool.run('likelyKin', { texts }, ordered)
  }

  findings(input: Jobs['findings']['input'], ordered: Ordered = {}): Promise<RowFindings[]> {
    return this.pool.run('findings', input, ordered)
  }
}
