import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Comparison } from '../../services/compare'
import type { ExcerptItem } from '../format'
import type { Arranged } from './arrange'
import { excerptRecord, type RecordOptions } from './excerpt-record'
import type { Moment } from './moment'

/** How long records are made before other work gets its turn, in milliseconds. */
const sliceMs = 8
/** So many items go to the thread at once: some hundred kilobytes. */
const itemsInBatch = 200

export interface Making {
  /** Ends the work between two records; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Hears how many passages of all are made. */
  readonly progress?: (done: number, total: number) => void
}

/**
 * Makes the excerpts of an arrangement, batch by batch, all from the texts of one moment. Gives way to other work every
 * few milliseconds.
 *
 * @throws ExportProblem where a text cannot be read
 */
export async function* excerptItems(
  moment: Moment,
  comparison: Comparison,
  arrangement: readonly Arranged[],
  options: RecordOptions,
  { signal, progress = () => {} }: Making = {}
): AsyncGenerator<readonly ExcerptItem[]> {
  let batch: ExcerptItem[] = []
  let until = performance.now() + sliceMs
  for (const [at, each] of arrangement.entries()) {
    if (performance.now() > until) {
      await nextTurn()
      signal?.throwIfAborted()
      progress(at, arrangement.length)
      until = performance.now() + sliceMs
    }
    if (each.kind === 'heading') batch.push(each)
    else {
      const { document, id } = each.passage
      const annotation = moment.state.annotations.get(document)?.get(id)
      const excerpt = annotation && (await excerptRecord(moment, comparison, annotation, options))
      if (excerpt) batch.push({ kind: 'excerpt', excerpt })
    }
    if (batch.length < itemsInBatch) continue
    yield batch
    signal?.throwIfAborted()
    batch = []
  }
  if (batch.length > 0) yield batch
  progress(arrangement.length, arrangement.length)
}

/** Gives batches one after another on demand, null after the last; while one is worked on, the next is made. */
export function ahead<T>(batches: AsyncGenerator<T>): () => Promise<T | null> {
  let next: Promise<T | null> | null = null
  const make = async () => {
    const { done, value } = await batches.next()
    return done ? null : value
  }
  return async () => {
    const batch = await (next ?? make())
    next = batch === null ? null : make()
    // Whoever asks for it hears why it could not be made.
    next?.catch(() => {})
    return batch
  }
}
