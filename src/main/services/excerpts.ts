import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CitationWords } from '../../shared/excerpts/citation'
import { type AlignedRendering, type Excerpt, makeExcerpt } from '../../shared/excerpts/excerpt'
import type { Annotation } from '../../shared/model/annotation'
import { ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { Comparison } from './compare'
import { parallelIn } from './passages'
import { isAnchoredInCurrentRevision } from './texts'
import { type Reading, readingOf } from './version'

/** How long excerpts are made before other work gets its turn. */
const sliceMs = 8

export interface MakingOptions {
  /** Ends the work between two excerpts; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  progress?(done: number, total: number): void
}

/**
 * Makes excerpts of annotations, each with its citation and what the other versions say there, all from the texts as they
 * are when it begins. Gives way to other work every few milliseconds.
 */
export async function makeExcerpts(
  session: Session,
  comparison: Comparison,
  annotations: readonly Annotation[],
  words: CitationWords,
  { signal, progress = () => {} }: MakingOptions = {}
): Promise<Result<Excerpt[]>> {
  const excerpts: Excerpt[] = []
  const reading = readingOf(session)
  const { state } = reading
  let until = performance.now() + sliceMs
  for (const annotation of annotations) {
    if (performance.now() > until) {
      await nextTurn()
      signal?.throwIfAborted()
      progress(excerpts.length, annotations.length)
      until = performance.now() + sliceMs
    }
    const document = state.documents.get(annotation.document)
    if (!document) continue
    // A passage that waits to be settled is quoted from the text in which it was last found for sure.
    const { revision } = annotation.selector
    const text = await session.contents.text(revision)
    if (!text.ok) return text
    const settled = isAnchoredInCurrentRevision(state, annotation)
    const renderings = settled ? await alignedRenderings(session, reading, comparison, annotation, words) : []
    const made = document.revisions.find((each) => each.text === revision)?.made
    const earlier = settled ? null : (made?.slice(0, 10) ?? '')
    const coder = state.info.coders[annotation.coder]?.name ?? ''
    excerpts.push(
      makeExcerpt({
        document,
        blocks: text.value.blocks,
        annotation,
        earlier,
        themes: state.themes,
        coder,
        words,
        renderings
      })
    )
  }
  return ok(excerpts)
}

async function alignedRenderings(
  session: Session,
  reading: Reading,
  comparison: Comparison,
  annotation: Annotation,
  words: CitationWords
): Promise<AlignedRendering[]> {
  const found = await comparison.renderings(reading, annotation.document, annotation.selector)
  const { parallel } = annotation
  return found.map(({ document, text }) => ({
    title: document.title,
    language: document.language,
    kind: words.renderings[document.rendering],
    text,
    highlighted:
      parallel === null ? '' : (parallelIn(session.state, document.id).get(parallel)?.selector.exact ?? '')
  }))
}
