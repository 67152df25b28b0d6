import { setImmediate as nextTurn } from 'node:timers/promises'
import { sameLanguage } from '../../../shared/alignment/words/findings'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { DocumentId } from '../../../shared/model/ids'
import type { Span } from '../../../shared/model/offsets'
import type { ProjectState } from '../../../shared/model/state'
import { verbatim, withinVerbatim } from '../../../shared/text/verbatim'
import type { Comparison, RenderingFound } from '../../services/compare'
import { parallelIn } from '../../services/passages'
import type { Arranged, Heading } from './arrange'
import type { Moment } from './moment'

/** How long items are given before other work gets its turn, in milliseconds. */
const sliceMs = 4
/** So many items go to the thread at once: some hundred kilobytes, and some milliseconds to send. */
const itemsInBatch = 200

export interface Making {
  /** Ends the work between two items; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Hears how many passages of all are given. */
  readonly progress?: (done: number, total: number) => void
}

/** What another version says where a passage stands. */
export interface GivenRendering {
  readonly document: DocumentId
  readonly text: string
  /** The words of it that are highlighted in parallel. */
  readonly highlighted: Span | null
  /** What of the passage's own text it answers, where words that differ are to be marked; else null. */
  readonly said: string | null
}

/** Of a passage what only this process knows; whoever writes makes an excerpt of it, with the words about it and its place. */
export interface GivenPassage {
  readonly kind: 'passage'
  readonly annotation: Annotation
  readonly renderings: readonly GivenRendering[]
}

export type GivenItem = Heading | GivenPassage

/**
 * Gives the passages of an arrangement batch by batch, all from one moment. Gives way to other work every few milliseconds. A
 * passage that waits to be settled is given without renderings.
 */
export async function* givenItems(
  moment: Moment,
  comparison: Comparison,
  arrangement: readonly Arranged[],
  options: Pick<ExportOptions, 'renderings' | 'differences' | 'memos' | 'quality'>,
  { signal, progress = () => {} }: Making = {}
): AsyncGenerator<readonly GivenItem[]> {
  const withRenderings = options.renderings !== 'none'
  let batch: GivenItem[] = []
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
      if (annotation) {
        const renderings = withRenderings ? await renderingsOf(moment, comparison, annotation, options) : []
        batch.push({ kind: 'passage', annotation, renderings })
      }
    }
    if (batch.length < itemsInBatch) continue
    yield batch
    signal?.throwIfAborted()
    batch = []
  }
  if (batch.length > 0) yield batch
  progress(arrangement.length, arrangement.length)
}

async function renderingsOf(
  moment: Moment,
  comparison: Comparison,
  annotation: Annotation,
  { differences }: Pick<ExportOptions, 'differences'>
): Promise<GivenRendering[]> {
  const document = moment.state.documents.get(annotation.document)
  if (!document || currentText(document) !== annotation.selector.revision) return []
  const found = await comparison.renderings(moment, document.id, annotation.selector)
  return found.map((rendering) => {
    const { version, spans, said } = rendering
    return {
      document: version.document.id,
      text: verbatim(version.text, spans),
      highlighted: highlightedIn(moment.state, annotation, rendering),
      said: differences && sameLanguage(document.language, version.document.language) ? said : null
    }
  })
}

/** The words of a rendering that are highlighted in parallel, as a span of what is shown of it. */
function highlightedIn(
  state: ProjectState,
  { parallel }: Annotation,
  { version, spans }: RenderingFound
): Span | null {
  const there = parallel === null ? undefined : parallelIn(state, version.document.id).get(parallel)
  if (!there || there.selector.revision !== currentText(version.document)) return null
  return withinVerbatim(version.text, spans, there.selector)
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
