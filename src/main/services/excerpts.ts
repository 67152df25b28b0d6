import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CitationWords } from '../../shared/excerpts/citation'
import { type AlignedRendering, type Excerpt, makeExcerpt } from '../../shared/excerpts/excerpt'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId, ParallelId } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { Session } from '../project/session'
import type { Comparison } from './compare'
import { isSettled } from './texts'

/** How long excerpts are made before other work gets its turn. */
const sliceMs = 8

/**
 * Makes excerpts of annotations, each with its citation and what the other versions say there. Gives way to other work
 * every few milliseconds.
 */
export async function makeExcerpts(
  session: Session,
  comparison: Comparison,
  annotations: readonly Annotation[],
  words: CitationWords
): Promise<Result<Excerpt[]>> {
  const excerpts: Excerpt[] = []
  const { state } = session
  const quotes = new ParallelQuotes(state)
  let until = performance.now() + sliceMs
  for (const annotation of annotations) {
    if (performance.now() > until) {
      await nextTurn()
      until = performance.now() + sliceMs
    }
    const document = state.documents.get(annotation.document)
    if (!document) continue
    // A passage that waits to be settled is quoted from the text in which it was last found for sure.
    const { revision } = annotation.selector
    const text = await session.contents.text(revision)
    if (!text.ok) return text
    const settled = isSettled(state, annotation)
    const renderings = settled ? await alignedRenderings(session, comparison, annotation, words, quotes) : []
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

/** The words of a version that are parallel with an annotation; each version is gone through once. */
class ParallelQuotes {
  private readonly known = new Map<DocumentId, ReadonlyMap<ParallelId, string>>()

  constructor(private readonly state: ProjectState) {}

  of({ parallel }: Annotation, version: DocumentId): string {
    if (parallel === null) return ''
    const known = this.known.get(version) ?? this.quotesOf(version)
    this.known.set(version, known)
    return known.get(parallel) ?? ''
  }

  private quotesOf(version: DocumentId): ReadonlyMap<ParallelId, string> {
    const quotes = new Map<ParallelId, string>()
    for (const { parallel, selector } of this.state.annotations.get(version)?.values() ?? [])
      if (parallel !== null && !quotes.has(parallel)) quotes.set(parallel, selector.exact)
    return quotes
  }
}

async function alignedRenderings(
  session: Session,
  comparison: Comparison,
  annotation: Annotation,
  words: CitationWords,
  quotes: ParallelQuotes
): Promise<AlignedRendering[]> {
  const found = await comparison.renderings(session, annotation.document, annotation.selector)
  return found.map(({ document, text }) => ({
    title: document.title,
    language: document.language,
    kind: words.renderings[document.rendering],
    text,
    highlighted: quotes.of(annotation, document.id)
  }))
}
