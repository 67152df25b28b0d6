import { anchorQuotes, type Quote } from '../../shared/anchoring/quotes'
import { reanchor } from '../../shared/anchoring/reanchor'
import type { AnchorQuery, AnchorResult } from '../../shared/anchoring/types'
import type { WorkPool } from './work-pool'

/** Below this many characters times passages it is done before a thread has begun. */
const smallJob = 400_000

/** Finds passages again in a new revision, in the work thread where there is much to do. */
export class Reanchorer {
  constructor(private readonly pool: WorkPool) {}

  find(oldText: string, newText: string, sought: readonly AnchorQuery[]): Promise<AnchorResult[]> {
    if (newText.length * sought.length <= smallJob) return Promise.resolve(reanchor(oldText, newText, sought))
    return this.pool.run('reanchor', { oldText, newText, sought }, { priority: 'hand' })
  }

  /** Finds passages in a text that another program quotes from it. */
  quotes(text: string, quotes: readonly Quote[]): Promise<AnchorResult[]> {
    if (text.length * quotes.length <= smallJob) return Promise.resolve(anchorQuotes(text, quotes))
    return this.pool.run('anchorQuotes', { text, quotes })
  }
}
