import { describe } from '../../shared/anchoring/describe'
import type { Annotation } from '../../shared/model/annotation'
import { appError, gone } from '../../shared/model/app-error'
import { themesOf } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import type { AnnotationId, CoderId, ContentHash, DocumentId } from '../../shared/model/ids'
import { newAnnotation } from '../../shared/model/new-records'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import type { SimpleOperation } from '../../shared/operations/operation'
import { makeParallel } from '../../shared/operations/parallel'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import type { Comparison } from './compare'
import { renderingsHere } from './counterparts'
import { isAnchoredInCurrentRevision } from './texts'
import { readVersion } from './version'
import { othersOf } from './versions-of-works'

/** A place in a text of another version that a highlight is to be carried to, or an annotation there that is to be linked. */
export type Carried =
  | { readonly document: DocumentId; readonly revision: ContentHash; readonly at: Span }
  | { readonly document: DocumentId; readonly annotation: AnnotationId }

/**
 * The operations that carry a highlight over: the same themes there, and all of them parallel. Refused as a Conflict where
 * another version is no longer the text that the place was seen in.
 */
export async function carryOver(
  session: Session,
  source: Annotation,
  carried: readonly Carried[],
  coder: CoderId
): Promise<Result<SimpleOperation[]>> {
  const passages = [source]
  const fresh: Annotation[] = []
  for (const each of carried) {
    if ('annotation' in each) {
      const there = session.state.annotations.get(each.document)?.get(each.annotation)
      if (!there) return err(gone('annotation', each.annotation))
      passages.push(there)
      continue
    }
    const version = await readVersion(session, each.document)
    if (!version.ok) return version
    const { document, text } = version.value
    const revision = currentText(document)
    if (revision !== each.revision)
      return err(appError('Conflict', 'documentChanged', { title: document.title }))
    const selector = describe(text, each.at, revision)
    if (selector) fresh.push(newAnnotation(document.id, selector, coder, { themes: themesOf(source) }))
  }
  return ok(makeParallel(passages, fresh, inAllVersions(session, source), new Date().toISOString()))
}

/**
 * The operations that link highlights that answer one another: for each of some versions' annotations without a
 * partner, the annotation in another one that stands where its counterpart does.
 */
export async function linkAnswering(
  session: Session,
  comparison: Comparison,
  aligner: Aligner,
  ids: readonly DocumentId[]
): Promise<Result<{ operations: SimpleOperation[]; count: number }>> {
  const operations: SimpleOperation[] = []
  const taken = new Set<AnnotationId>()
  let count = 0
  for (const id of ids)
    for (const annotation of session.state.annotations.get(id)?.values() ?? []) {
      if (
        taken.has(annotation.id) ||
        annotation.parallel !== null ||
        !isAnchoredInCurrentRevision(session.state, annotation)
      )
        continue
      const found = await renderingsHere(session, comparison, aligner, id, annotation.selector, annotation)
      if (!found.ok) return found
      const answering = found.value.flatMap(({ document, there }) => {
        const other = there && session.state.annotations.get(document)?.get(there.id)
        return other && ids.includes(document) && !taken.has(other.id) ? [other] : []
      })
      if (answering.length === 0) continue
      const group = [annotation, ...answering]
      for (const each of group) taken.add(each.id)
      operations.push(
        ...makeParallel(group, [], inAllVersions(session, annotation), new Date().toISOString())
      )
      count += 1
    }
  return ok({ operations, count })
}

/** The annotations of all versions of an annotation's text, its own among them. */
function* inAllVersions(session: Session, { document: id }: Annotation): Generator<Annotation> {
  const document = session.state.documents.get(id)
  if (!document) return
  for (const each of [document, ...othersOf(session.state, document)])
    yield* session.state.annotations.get(each.id)?.values() ?? []
}
