import { create } from 'zustand'
import { useShallow } from 'zustand/shallow'
import type { Answer, Events, ProjectView, Start } from '../../shared/ipc/answers'
import type { CoderId, ContentHash, DocumentId, WorkId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import type { AppError } from '../../shared/model/result'
import { emptyState, type ProjectState } from '../../shared/model/state'
import type { Block } from '../../shared/model/text-content'
import { apply } from '../../shared/operations/apply'
import type { CountNews } from '../../shared/operations/counts'
import type { Edit } from '../../shared/operations/edit'
import type { Operation } from '../../shared/operations/operation'
import { isEmpty, withoutKey } from '../../shared/operations/records'
import { type NavigableText, navigableText } from '../../shared/text/caret-motion'
import { call } from './bridge'
import { deriveWindowState, type PassagesShown, type WindowState } from './derived-state'
import { LeftTexts } from './left-texts'
import { showError } from './toasts'

/** A text that this window shows, ready for moving about in it. */
export interface ShownText extends NavigableText {
  /** The revision that this is the text of. */
  readonly revision: ContentHash
  readonly content: readonly Block[]
}

/** What this window knows of the open project: all slices, and the annotations of the documents it shows. */
export interface OpenProject {
  readonly folder: string
  /** What changes are applied to, and the same as plain records, to look things up in. */
  readonly tables: ProjectState
  readonly state: WindowState
  /** The annotations of the documents shown, by where they stand. */
  readonly passages: PassagesShown
  readonly counts: CountNews
  /** The number of the last change in it. */
  readonly seq: number
  readonly coder: CoderId
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly readOnly: boolean
  readonly problem: AppError | null
  readonly notices: readonly AppError[]
  /** Works whose alignments have changed, and with which change last. */
  readonly realigned: Readonly<Record<WorkId, number>>
  readonly texts: Readonly<Record<DocumentId, ShownText>>
  /** Counts the changes heard of since the window opened: what is asked of the main process is asked again. */
  readonly changes: number
}

interface ProjectStore {
  readonly status: 'opening' | 'closed' | 'open'
  readonly start: Start | null
  readonly project: OpenProject | null
}

/** A change takes a millisecond or two; only one that takes longer than this is worth saying. */
const slowMilliseconds = 300

/** Whether a change is on its way to the disk for longer than it should. */
export const useSaving = create<{ readonly slow: boolean }>(() => ({ slow: false }))

export const useProjectStore = create<ProjectStore>(() => ({ status: 'opening', start: null, project: null }))

/** The open project. Only for what is shown while one is open. */
export function useProject<T>(select: (project: OpenProject) => T): T {
  return useProjectStore((store) => select(required(store.project)))
}

/** Some slices of the project's state. The component is drawn again only when one of these changes. */
export function useSlices<K extends keyof WindowState>(...slices: readonly K[]): Pick<WindowState, K> {
  return useProjectStore(
    useShallow((store) => {
      const { state } = required(store.project)
      return Object.fromEntries(slices.map((slice) => [slice, state[slice]])) as Pick<WindowState, K>
    })
  )
}

export function currentProject(): OpenProject {
  return required(useProjectStore.getState().project)
}

function required(project: OpenProject | null): OpenProject {
  if (!project) throw new Error('no project is open')
  return project
}

/** The texts that this window has asked to be told of. */
const subscribed = new Set<DocumentId>()
const left = new LeftTexts()

/**
 * Shows a project. Where it is the one that was shown, opened or repaired again, the main process has forgotten which
 * texts this window shows: they are asked for again, with their highlights as they are now.
 */
export function showProject(view: ProjectView): void {
  const { info, themes, groups, memos, documents, works, ...rest } = view
  const { folder } = view
  const before = useProjectStore.getState().project
  const same = before?.folder === folder
  const tables: ProjectState = {
    ...emptyState(info),
    themes,
    groups,
    memos,
    documents: LazyMap.from(documents),
    works: LazyMap.from(works),
    annotations: same ? before.tables.annotations : LazyMap.empty()
  }
  const texts = same ? before.texts : {}
  useProjectStore.setState({
    status: 'open',
    project: {
      ...rest,
      tables,
      ...deriveWindowState(tables, same ? before.passages : {}),
      texts,
      realigned: {},
      changes: same ? before.changes + 1 : 0
    }
  })
  if (!same) subscribed.clear()
  // Of texts that were left the main process knows no longer what was told of them.
  letGo(left.clear().filter((id) => !subscribed.has(id)))
  for (const id of subscribed) if (documents[id]) void showDocument(id)
}

/** No project is open any more. */
export function showNoProject(): void {
  subscribed.clear()
  useProjectStore.setState({ status: 'closed' })
}

export function updateProject(patch: Partial<OpenProject>): void {
  const { project } = useProjectStore.getState()
  if (project) useProjectStore.setState({ project: { ...project, ...patch } })
}

/** Applies a change that is on disk, by the same reducer as the main process. */
export function receiveChange({
  seq,
  operation,
  counts,
  realigned,
  canUndo,
  canRedo
}: Events['change']): void {
  const { project } = useProjectStore.getState()
  // What the project was shown with already may be told of once more, right after it was shown.
  if (!project || seq <= project.seq) return
  const applied = operation === null ? null : apply(project.tables, operation)
  if (applied && !applied.ok) {
    void reload()
    return
  }
  const tables = applied?.ok ? applied.value.state : project.tables
  const news = {
    tables,
    ...deriveWindowState(tables, project.passages),
    counts: withNews(project.counts, counts)
  }
  const aligned =
    realigned.length === 0
      ? project.realigned
      : { ...project.realigned, ...Object.fromEntries(realigned.map((work) => [work, seq])) }
  useProjectStore.setState({
    project: { ...project, ...news, realigned: aligned, seq, canUndo, canRedo, changes: project.changes + 1 }
  })
}

function withNews(counts: CountNews, { documents, themes }: CountNews): CountNews {
  const merged = <K extends string>(old: Readonly<Record<K, number>>, news: Readonly<Record<K, number>>) => {
    for (const _ in news) return { ...old, ...news }
    return old
  }
  return { documents: merged(counts.documents, documents), themes: merged(counts.themes, themes) }
}

/** The window's slices no longer fit the main process': take them afresh, and the highlights of the texts it shows. */
async function reload(): Promise<void> {
  const start = await call('app.start', null)
  if (start.ok && start.value.project) showProject(start.value.project)
}

/**
 * Makes a change; its failure is told. True when it is on disk and this window shows it. `shown` runs at the moment
 * that the window knows of it, so that what it changes is drawn together with it.
 */
export async function change(operation: Operation, shown: () => void = () => {}): Promise<boolean> {
  const done = await attempt(operation, shown)
  if (!done.ok) showError(done.error)
  return done.ok
}

/** The same where the failure is told elsewhere. */
export async function attempt(
  operation: Operation,
  shown: () => void = () => {}
): Promise<Answer<'project.do'>> {
  return written(call('project.do', operation), shown)
}

/**
 * Asks for a change of a list or a record that others may be changing too, by what is to come in and to go. Its failure
 * is told. True when it is on disk and this window shows it.
 */
export async function edit(wanted: Edit): Promise<boolean> {
  const done = await attemptEdit(wanted)
  if (!done.ok) showError(done.error)
  return done.ok
}

/** The same where the failure is told elsewhere. */
export function attemptEdit(wanted: Edit): Promise<Answer<'project.edit'>> {
  return written(call('project.edit', wanted))
}

/** Waits until a change is on disk and this window shows it; says so while that takes long. */
async function written(
  asked: Promise<Answer<'project.do'>>,
  shown: () => void = () => {}
): Promise<Answer<'project.do'>> {
  const told = setTimeout(() => useSaving.setState({ slow: true }), slowMilliseconds)
  const done = await asked
  clearTimeout(told)
  if (useSaving.getState().slow) useSaving.setState({ slow: false })
  if (done.ok) await until(({ seq }) => seq >= done.value.seq, shown)
  return done
}

/** Resolves when what this window knows of the project fits a condition; `then` runs at that very moment. */
export function until(fits: (project: OpenProject) => boolean, then: () => void = () => {}): Promise<void> {
  const { project } = useProjectStore.getState()
  if (project && fits(project)) {
    then()
    return Promise.resolve()
  }
  return new Promise((resolve) => {
    const stop = useProjectStore.subscribe(({ project: next }) => {
      if (next && !fits(next)) return
      stop()
      then()
      resolve()
    })
  })
}

/** This window is no longer told of the highlights of a text. */
export function releaseDocument(id: DocumentId): void {
  subscribed.delete(id)
  void call('document.unsubscribe', id)
  const characters = useProjectStore.getState().project?.texts[id]?.text.length ?? 0
  letGo(left.leave(id, characters).filter((each) => !subscribed.has(each)))
}

/** Forgets texts with their highlights. */
function letGo(ids: readonly DocumentId[]): void {
  const { project } = useProjectStore.getState()
  if (!project || ids.length === 0) return
  let { annotations } = project.tables
  let { texts } = project
  for (const id of ids) {
    annotations = annotations.delete(id)
    texts = withoutKey(texts, id)
  }
  const tables = { ...project.tables, annotations }
  updateProject({ texts, tables, ...deriveWindowState(tables, project.passages) })
}

/** Loads a text with its annotations and keeps them up to date until it is released. */
export async function showDocument(id: DocumentId): Promise<boolean> {
  subscribed.add(id)
  const isLeft = left.comeBack(id)
  const { folder, state, texts: known } = currentProject()
  const language = state.documents[id]?.language ?? 'en'
  const held = known[id]
  const read = await call('document.subscribe', {
    document: id,
    known: held?.revision ?? null,
    held: isLeft && held !== undefined
  })
  const { project } = useProjectStore.getState()
  // Another project may hold a text of the same name.
  if (project?.folder !== folder) return false
  if (!read.ok) {
    showError(read.error)
    return false
  }
  if (!subscribed.has(id)) {
    // It was left before the main process had read it, and so had nothing to let go of then.
    void call('document.unsubscribe', id)
    return false
  }
  const { blocks, annotations, revision } = read.value
  // The text of a revision never changes: the same object stays, and all that was worked out from it.
  const content = blocks ?? held?.content ?? []
  const isHeld = held?.revision === revision && held.language === language
  const text: ShownText = isHeld ? held : { ...navigableText(content, language), content, revision }
  const shown = project.tables.annotations
  const tables =
    annotations === null
      ? project.tables
      : {
          ...project.tables,
          annotations: isEmpty(annotations) ? shown.delete(id) : shown.set(id, LazyMap.from(annotations))
        }
  const texts = project.texts[id] === text ? project.texts : { ...project.texts, [id]: text }
  updateProject({ texts, tables, ...deriveWindowState(tables, project.passages) })
  return true
}
