import type { CitationWords } from '../../shared/excerpts/citation'
import { type AlignedRendering, type Excerpt, makeExcerpt } from '../../shared/excerpts/excerpt'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { Comparison } from './compare'
import { isSettled } from './texts'

/** Makes excerpts of annotations, each with its citation and what the other versions say there. */
export async function makeExcerpts(
  session: Session,
  comparison: Comparison,
  annotations: readonly Annotation[],
  words: CitationWords
): Promise<Result<Excerpt[]>> {
  const excerpts: Excerpt[] = []
  const { state } = session
  for (const annotation of annotations) {
    const document = state.documents.get(annotation.document)
    if (!document) continue
    // A passage that waits to be settled is quoted from the text in which it was last found for sure.
    const { revision } = annotation.selector
    const text = await session.contents.text(revision)
    if (!text.ok) return text
    const settled = isSettled(state, annotation)
    const renderings = settled ? await alignedRenderings(session, comparison, annotation, words) : []
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

/** The words of a version that are parallel with an annotation. */
function parallelQuote({ state }: Session, { parallel }: Annotation, version: DocumentId): string {
  if (parallel === null) return ''
  const there = [...(state.annotations.get(version)?.values() ?? [])]
  return there.find((each) => each.parallel === parallel)?.selector.exact ?? ''
}

async function alignedRenderings(
  session: Session,
  comparison: Comparison,
  annotation: Annotation,
  words: CitationWords
): Promise<AlignedRendering[]> {
  const id: DocumentId = annotation.document
  const found = await comparison.renderings(session, id, annotation.selector)
  return found.map(({ document, text }) => ({
    title: document.title,
    language: document.language,
    kind: words.renderings[document.rendering],
    text,
    highlighted: parallelQuote(session, annotation, document.id)
  }))
}
