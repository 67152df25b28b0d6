import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { Annotation } from '../../shared/model/annotation'
import { inTextOrder, type PlacedPassage } from '../../shared/model/annotation-index'
import type { AnnotationId, DocumentId, ThemeId } from '../../shared/model/ids'
import type { Passages, ProjectState } from '../../shared/model/state'
import { partnersTogether } from '../../shared/operations/parallel'
import { subtree } from '../../shared/operations/theme-order'
import { fold } from '../../shared/text/fold'
import { naturalOrder } from '../../shared/text/natural-order'
import type { Session } from '../project/session'
import { forEachYielding } from '../store/cooperative'
import { codedAcross } from './coded-across'
import { codingIndexOf } from './coding-index'

export interface ListOptions {
  /** Ends the listing between two documents; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Listing stops once there are so many; all where it is absent. */
  readonly enough?: number
}

/**
 * The annotations a filter lets through (an absent field filters nothing; a theme takes in what lies under it): by title
 * of the document, then in the order of its text; parallel passages stand together. Of a coder are those they highlighted
 * or put a theme on; with a theme, those that they put that theme on. Reads only the documents that may
 * have some, and gives way to other work.
 */
export async function listAnnotations(
  session: Session,
  filter: AnnotationQuery,
  options: ListOptions = {}
): Promise<Annotation[]> {
  return (await listedIn(session, filter, (annotation) => annotation, options)).passages
}

/**
 * The same with the state of the project that they are of, and the number of the last change in it. Of each annotation only what
 * `keep` gives is held; null leaves it out.
 */
export async function listedIn<Kept extends PlacedPassage & Pick<Annotation, 'parallel'>>(
  session: Session,
  filter: AnnotationQuery,
  keep: (annotation: Annotation) => Kept | null,
  { signal, enough = Number.POSITIVE_INFINITY }: ListOptions = {}
): Promise<{ readonly passages: Kept[]; readonly state: ProjectState; readonly seq: number }> {
  const themes = filter.themes ? themesUnder(session.state, filter.themes) : null
  if (filter.across) await session.loadAll()
  const coded = themes ? await carrying(session, themes) : null
  const { state, seq } = session
  const fits = filterOf(state, filter, themes)
  const found: Kept[] = []
  const documents = whileNeeded(documentsToList(state, filter, coded), () => found.length < enough)
  await forEachYielding(documents, async (id) => {
    signal?.throwIfAborted()
    await state.annotations.prepare(id)
    const own = state.annotations.get(id)
    if (!own) return
    const here: Kept[] = []
    // A text may have as many as all others together.
    await forEachYielding(coded ? namedIn(own, coded.get(id)) : own.values(), (each) => {
      const kept = fits(each) ? keep(each) : null
      if (kept) here.push(kept)
    })
    signal?.throwIfAborted()
    // One by one: a call takes no more than some hundred thousand arguments.
    for (const each of here.sort(inTextOrder)) found.push(each)
  })
  return { passages: partnersTogether(found).slice(0, enough), state, seq }
}

function* whileNeeded<T>(items: Iterable<T>, isNeeded: () => boolean): Generator<T> {
  for (const item of items) {
    if (!isNeeded()) return
    yield item
  }
}

function* namedIn(own: Passages, ids: Iterable<AnnotationId> = []): Generator<Annotation> {
  for (const id of ids) {
    const annotation = own.get(id)
    if (annotation) yield annotation
  }
}

function themesUnder({ themes }: ProjectState, asked: readonly ThemeId[]): ReadonlySet<ThemeId> {
  return new Set(asked.flatMap((id) => subtree(themes, id).map((theme) => theme.id)))
}

/** The annotations that carry one of some themes, by document. */
async function carrying(
  session: Session,
  themes: ReadonlySet<ThemeId>
): Promise<ReadonlyMap<DocumentId, ReadonlySet<AnnotationId>>> {
  const found = new Map<DocumentId, Set<AnnotationId>>()
  for (const theme of themes)
    for (const [id, spans] of await codingIndexOf(session).of(() => session.state, theme)) {
      const own = found.get(id) ?? new Set()
      for (const { annotation } of spans) own.add(annotation)
      found.set(id, own)
    }
  return found
}

/** The documents that may have some, by title. */
function documentsToList(
  state: ProjectState,
  { documents }: AnnotationQuery,
  coded: ReadonlyMap<DocumentId, unknown> | null
): DocumentId[] {
  const title = (id: DocumentId) => state.documents.get(id)?.title ?? ''
  return [...new Set(documents ?? state.annotations.keys())]
    .filter((id) => coded === null || coded.has(id))
    .sort((a, b) => naturalOrder(title(a), title(b)) || (a < b ? -1 : 1))
}

function filterOf(
  state: ProjectState,
  filter: AnnotationQuery,
  themes: ReadonlySet<ThemeId> | null
): (annotation: Annotation) => boolean {
  const coders = filter.coders ? new Set(filter.coders) : null
  const marked = filter.marked?.length ? filter.marked : null
  const words = fold(filter.text?.trim() ?? '').text
  const across = filter.across ? codedAcross(state, filter.across, themes) : null
  return (each) =>
    (!themes || each.codings.some((own) => themes.has(own.theme) && (!coders || coders.has(own.coder)))) &&
    (!filter.unthemed || each.codings.length === 0) &&
    (!coders || coders.has(each.coder) || each.codings.some((own) => coders.has(own.coder))) &&
    (!marked || each.quality.some((mark) => marked.includes(mark))) &&
    !each.quality.some((mark) => filter.unmarked?.includes(mark)) &&
    (!filter.memo || each.memo !== '') &&
    (!across || across(each)) &&
    (words === '' || [each.selector.exact, each.memo].some((own) => fold(own).text.includes(words)))
}

interface LastList {
  readonly query: string
  /** What the list depends on: other objects where any of it has changed. */
  readonly basis: readonly unknown[]
  readonly found: Promise<readonly Annotation[]>
}

const lastLists = new WeakMap<Session, LastList>()

/** The same, kept for as long as nothing that it depends on has changed: its pages are asked for one by one. */
export async function listForPages(
  session: Session,
  filter: AnnotationQuery,
  signal?: AbortSignal
): Promise<readonly Annotation[]> {
  const query = JSON.stringify(filter)
  const { annotations, documents, themes } = session.state
  const basis = [annotations, documents, themes]
  const last = lastLists.get(session)
  if (last?.query === query && last.basis.every((each, at) => each === basis[at])) {
    // Whoever asked first may have given it up.
    return last.found.catch((error: unknown) => {
      if (signal?.aborted) throw error
      return listAnnotations(session, filter, signal ? { signal } : {})
    })
  }
  const list: LastList = { query, basis, found: listAnnotations(session, filter, signal ? { signal } : {}) }
  lastLists.set(session, list)
  list.found.catch(() => {
    if (lastLists.get(session) === list) lastLists.delete(session)
  })
  return list.found
}
