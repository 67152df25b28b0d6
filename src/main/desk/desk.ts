import type { EventName, Events, ProjectView } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import type { CoderId, DocumentId } from '../../shared/model/ids'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { recordOf } from '../../shared/model/table'
import { realignedWorks, sliceOperation } from '../../shared/operations/slice'
import { removeUnpacked } from '../import/gather'
import type { Parser } from '../import/parser'
import type { ReadCompanion, ReadFile } from '../import/read-files'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import type { Published } from '../project/session-parts'
import type { Comparison } from '../services/compare'
import type { RevisionPlan } from '../services/revise'
import { SearchIndex } from '../services/search'
import type { Aligner } from '../workers/aligner'
import type { Finder } from '../workers/finder'
import type { Reanchorer } from '../workers/reanchorer'
import { Keeper } from './keeper'
import type { MemoryStore } from './memory-store'
import type { PreferenceStore } from './preference-store'
import { ProjectBackups } from './project-backups'
import { slowly } from './slowly'

/** The things of the desktop that the desk needs; the window's side implements them. */
export interface Desktop {
  chooseFolder(purpose: 'open' | 'new' | 'import' | 'backups', name?: string): Promise<string | null>
  chooseFiles(): Promise<readonly string[]>
  chooseSave(name: string, extension: string): Promise<string | null>
  /** The text on the clipboard; empty where there is none. */
  readClipboard(): Promise<string>
  writeClipboard(text: string): void
  newWindow(): void
  /** Something that the menu or the windows' size depend on has changed. */
  refresh(): void
}

export interface DeskParts {
  /** The windows that are open; the desktop's side keeps the set. */
  readonly clients: ReadonlySet<Client>
  readonly desktop: Desktop
  readonly preferences: PreferenceStore
  readonly parser: Parser
  readonly aligner: Aligner
  readonly comparison: Comparison
  readonly reanchorer: Reanchorer
  readonly finder: Finder
  readonly memory: MemoryStore
  readonly folders: { readonly sample: string; readonly corpus: string; readonly licences: string }
  readonly versions: { readonly app: string; readonly electron: string }
}

/** A window as the desk knows it: the documents it shows, and a way to tell it things. */
export interface Client {
  readonly shows: Set<DocumentId>
  send<E extends EventName>(event: E, payload: Events[E]): void
}

const settlePatience = 500

/** The one open project of this process, its windows, and who is coding. */
export class Desk {
  readonly search = new SearchIndex()
  /** Counts readings of files: one that is no longer the last was cancelled. */
  importRun = 0
  readonly pendingImport = new Map<string, ReadFile>()
  /** Where archives were unpacked for an import that is not over. */
  readonly unpacked: string[] = []
  /** Where what was pasted lies until it is imported. */
  readonly pasted: string[] = []
  importKeys = 0
  /** What was read that speaks of texts, by its key. */
  readonly pendingCompanions = new Map<string, ReadCompanion>()
  /** A better file of a text that was read, and what importing it would do. */
  pendingRevision: { readonly id: DocumentId; readonly plan: RevisionPlan; readonly bytes: Buffer } | null =
    null
  private keeper: Keeper | null = null
  private ownBackups: ProjectBackups | null = null
  private readonly settling = new Map<Client, () => void>()
  private current: Session | null = null
  private coder: CoderId | null = null
  private unsubscribe: () => void = () => {}
  /** Why the project of the last time could not be opened at the start. */
  startProblem: AppError | null = null

  constructor(readonly parts: DeskParts) {}

  get session(): Result<Session> {
    return this.current ? ok(this.current) : err(appError('NotFound', 'noProject'))
  }

  /** The open project with the person who codes in it. */
  get coding(): Result<{ session: Session; coder: CoderId }> {
    return this.current && this.coder
      ? ok({ session: this.current, coder: this.coder })
      : err(appError('NotFound', 'noProject'))
  }

  /** The backups of the open project. */
  get backups(): Result<ProjectBackups> {
    return this.ownBackups ? ok(this.ownBackups) : err(appError('NotFound', 'noProject'))
  }

  get view(): ProjectView | null {
    const { current: session, coder } = this
    if (!session || !coder) return null
    const { info, themes, groups, memos } = session.state
    const { folder, seq, canUndo, canRedo, problem, readOnly } = session
    const documents = recordOf(session.state.documents)
    const works = recordOf(session.state.works)
    const counts = {
      documents: recordOf(session.counts.documents),
      themes: recordOf(session.counts.themes)
    }
    const may = { canUndo, canRedo, readOnly }
    return {
      folder,
      seq,
      info,
      themes,
      groups,
      memos,
      documents,
      works,
      counts,
      coder,
      ...may,
      problem,
      notices: this.noticesOf(session)
    }
  }

  private noticesOf(session: Session): readonly AppError[] {
    return [...session.notices, ...(this.ownBackups?.notices ?? [])]
  }

  /** Opens a project in place of the present one, which stays open where the new one cannot be opened. */
  async open(folder: string, how: 'write' | 'read' | 'takeOver' = 'write'): Promise<Result<ProjectView>> {
    if (this.current?.folder === folder && this.view && how === 'write' && !this.current.readOnly)
      return ok(this.view)
    if (this.current?.folder === folder) await this.closeProject()
    const opened = await slowly(this, (progress) =>
      openProject(folder, { readOnly: how === 'read', takeOver: how === 'takeOver', progress })
    )
    if (!opened.ok) return opened
    await this.closeProject()
    const session = opened.value
    this.current = session
    this.coder = await this.coderIn(session)
    const stops = [
      session.onChange((change) => this.tell(change)),
      session.onStatus(() => this.tellStatus(session))
    ]
    this.unsubscribe = () => {
      for (const stop of stops) stop()
    }
    this.parts.preferences.remember({ folder, name: session.state.info.name })
    const { view } = this
    if (!view) return err(appError('NotFound', 'noProject'))
    for (const client of this.parts.clients) client.shows.clear()
    this.broadcast('project', view)
    this.parts.desktop.refresh()
    this.ownBackups = new ProjectBackups(session, this.parts.preferences, () => this.tellStatus(session))
    this.keeper = new Keeper(session, this.ownBackups)
    return ok(view)
  }

  /** Closes the project, so that it can be repaired. */
  letGo(): Promise<void> {
    return this.closeProject()
  }

  setCoder(session: Session, coder: CoderId): void {
    this.coder = coder
    this.parts.preferences.rememberCoder(session.state.info.id, coder)
  }

  broadcast<E extends EventName>(event: E, payload: Events[E], but?: Client): void {
    for (const client of this.parts.clients) if (client !== but) client.send(event, payload)
  }

  /** Has a window save what is being typed in it. Waits for its word, but not for long: it may have crashed. */
  settle(client: Client): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settled(client), settlePatience)
      this.settling.set(client, () => {
        clearTimeout(timer)
        resolve()
      })
      client.send('leaving', null)
    })
  }

  settled(client: Client): void {
    this.settling.get(client)?.()
    this.settling.delete(client)
  }

  async close(): Promise<void> {
    await Promise.all([...this.parts.clients].map((client) => this.settle(client)))
    this.parts.parser.close()
    await this.closeProject()
    await this.parts.preferences.flush()
    await this.parts.memory.flush()
  }

  private async closeProject(): Promise<void> {
    this.unsubscribe()
    this.importRun += 1
    this.pendingImport.clear()
    this.pendingCompanions.clear()
    this.pendingRevision = null
    await this.keeper?.stop()
    this.keeper = null
    this.ownBackups = null
    const session = this.current
    this.current = null
    await session?.close()
    await removeUnpacked({ unpacked: [...this.unpacked.splice(0), ...this.pasted.splice(0)] })
  }

  private tellStatus(session: Session): void {
    if (this.current === session)
      this.broadcast('status', { problem: session.problem, notices: this.noticesOf(session) })
  }

  /** The acknowledgement goes first: the windows hear of a change right after it. */
  private tell(change: Published): void {
    setImmediate(() => this.tellNow(change))
  }

  private tellNow({ record, counts, canUndo, canRedo }: Published): void {
    for (const client of this.parts.clients)
      client.send('change', {
        seq: record.seq,
        operation: sliceOperation(record.operation, (id) => client.shows.has(id)),
        counts,
        realigned: realignedWorks(record.operation),
        canUndo,
        canRedo
      })
  }

  /** The coder of last time in this project, or the first one there is. */
  private async coderIn(session: Session): Promise<CoderId | null> {
    const { coders, id } = session.state.info
    const last = this.parts.preferences.coderOf(id)
    if (last && coders[last]) return last
    return Object.values(coders)[0]?.id ?? null
  }
}
