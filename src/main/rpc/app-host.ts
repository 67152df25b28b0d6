import type { EventName, Events, ProjectView } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { recordOf } from '../../shared/model/lazy-map'
import type { Coder } from '../../shared/model/project'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { realignedWorks, sliceOperation } from '../../shared/operations/slice'
import { Concordances } from '../concordance/concordances'
import { openProject, realFolder } from '../project/open'
import type { Session } from '../project/session'
import type { Published } from '../project/session-parts'
import { userName } from '../project/user-name'
import { RowsGiven } from '../services/compared-rows'
import { AlignmentCorrections } from '../services/correct-alignment'
import { type Client, isToldOf } from './client'
import { Drafts } from './drafts'
import type { HostParts } from './host-parts'
import { OpenJobs } from './jobs'
import { PendingImports } from './pending-imports'
import { ProjectBackups } from './project-backups'
import { SessionMonitor } from './session-monitor'
import { withProgress } from './with-progress'

/** So long a window may take to save what is being typed in it: it may have crashed. */
const flushPatienceMs = 500

/** How a project is opened: for writing, for reading only, or taken from another holder. */
type OpenMode = 'write' | 'read' | 'takeOver'

/** The one open project of this process, its windows, and who is coding. */
export class AppHost {
  readonly drafts: Drafts
  readonly jobs = new OpenJobs()
  readonly concordances = new Concordances<Client>()
  readonly corrections: AlignmentCorrections
  readonly rowsGiven: RowsGiven
  readonly imports = new PendingImports()
  private monitor: SessionMonitor | null = null
  private ownBackups: ProjectBackups | null = null
  /** What waits for the word of a window; it gives one each time that it is asked. */
  private readonly flushing = new Map<Client, readonly (() => void)[]>()
  private current: Session | null = null
  private opening: Promise<unknown> = Promise.resolve()
  private coder: CoderId | null = null
  private unsubscribe: () => void = () => {}
  /** Why the project of the last time could not be opened at the start. */
  startProblem: AppError | null = null

  constructor(readonly parts: HostParts) {
    this.corrections = new AlignmentCorrections(parts.comparison)
    this.rowsGiven = new RowsGiven(parts.comparison)
    this.drafts = new Drafts(parts.drafts, parts.clients)
  }

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

  /**
   * Opens a project in place of the present one, which stays open where the new one cannot be opened. One opening after
   * another, whichever windows ask.
   */
  open(folder: string, how: OpenMode = 'write'): Promise<Result<ProjectView>> {
    const mine = this.opening.then(() => this.openNow(folder, how))
    this.opening = mine.catch(() => {})
    return mine
  }

  private async openNow(given: string, how: OpenMode): Promise<Result<ProjectView>> {
    const folder = await realFolder(given)
    const { current } = this
    const isSame = current?.folder === folder
    if (isSame && this.view && how === 'write' && !current.readOnly && !current.problem) return ok(this.view)
    // A project that this process writes to holds its own lock: it has to be let go first.
    const closeForRepair = isSame && !current.readOnly
    if (closeForRepair) await this.closeWithDrafts()
    const opened = await withProgress(this, (progress) =>
      openProject(folder, { readOnly: how === 'read', takeOver: how === 'takeOver', progress })
    )
    if (opened.ok) return this.take(opened.value)
    if (closeForRepair) await this.openAgain(folder)
    return opened
  }

  /** Opens a project that was let go for an opening that failed, as far as it can be; else the windows hear that none is open. */
  private async openAgain(folder: string): Promise<void> {
    for (const readOnly of [false, true]) {
      const opened = await openProject(folder, { readOnly })
      if (opened.ok) {
        await this.take(opened.value)
        return
      }
      this.startProblem = opened.error
    }
    this.broadcast('project', null)
    this.parts.desktop.refresh()
  }

  /** Puts an opened project in the place of the present one. */
  private async take(session: Session): Promise<Result<ProjectView>> {
    await this.closeWithDrafts()
    const { folder } = session
    this.startProblem = null
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
    for (const client of this.parts.clients) {
      client.shows.clear()
      client.left.clear()
    }
    this.broadcast('project', view)
    this.parts.desktop.refresh()
    this.ownBackups = new ProjectBackups(session, this.parts.preferences, () => this.tellStatus(session))
    this.monitor = new SessionMonitor(session, this.ownBackups)
    return ok(view)
  }

  /** Closes the project for work that needs it to itself, such as repairing; no other is opened meanwhile. */
  async whileClosed<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.opening.then(async () => {
      await this.closeWithDrafts()
      return work()
    })
    this.opening = mine.catch(() => {})
    return mine
  }

  /** Tells the windows that no project is open, where none is. */
  tellClosed(problem: AppError): void {
    if (this.current) return
    this.startProblem = problem
    this.broadcast('project', null)
    this.parts.desktop.refresh()
  }

  /** Closes the project, with what is being typed in it: for another, or so that it can be repaired. */
  private async closeWithDrafts(): Promise<void> {
    if (this.current) await this.flushAllDrafts()
    await this.closeProject()
  }

  setCoder(session: Session, coder: CoderId): void {
    this.coder = coder
    this.parts.preferences.rememberCoder(session.state.info.id, coder)
  }

  broadcast<E extends EventName>(event: E, payload: Events[E], but?: Client): void {
    for (const client of this.parts.clients) if (client !== but) client.send(event, payload)
  }

  /** Has a window save what is being typed in it. Waits for its word, but not for long: it may have crashed. */
  flushDrafts(client: Client): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        const others = this.waitingFor(client).filter((each) => each !== done)
        if (others.length > 0) this.flushing.set(client, others)
        else this.flushing.delete(client)
        resolve()
      }
      const timer = setTimeout(done, flushPatienceMs)
      this.flushing.set(client, [...this.waitingFor(client), done])
      client.send('beforeClose', null)
    })
  }

  /** A window has saved what was being typed in it, as it was asked to first. */
  draftsFlushed(client: Client): void {
    this.waitingFor(client)[0]?.()
  }

  private waitingFor(client: Client): readonly (() => void)[] {
    return this.flushing.get(client) ?? []
  }

  /** A window is gone, with what it was reading in. */
  async leave(client: Client): Promise<void> {
    this.jobs.leave(client)
    this.drafts.leave(client)
    this.concordances.leave(client)
    await this.imports.leave(client)
  }

  async close(): Promise<void> {
    await this.flushAllDrafts()
    // First: the project's own folder may be what cannot be written to.
    await this.drafts.store.flush()
    this.parts.parser.close()
    await this.closeProject()
    await this.parts.preferences.flush()
    await this.parts.uiState.flush()
  }

  private async flushAllDrafts(): Promise<void> {
    await Promise.all([...this.parts.clients].map((client) => this.flushDrafts(client)))
  }

  private async closeProject(): Promise<void> {
    await this.imports.endAll()
    this.concordances.closeAll()
    await this.monitor?.stop()
    this.monitor = null
    this.ownBackups = null
    const session = this.current
    this.current = null
    await session?.close()
    // The last changes are told too, and before another project is: windows wait for them.
    await new Promise((turn) => setImmediate(turn))
    this.unsubscribe()
    this.unsubscribe = () => {}
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
        operation: sliceOperation(record.operation, (id) => isToldOf(client, id)),
        counts,
        realigned: realignedWorks(record.operation),
        canUndo,
        canRedo
      })
  }

  /**
   * The coder of last time in this project; at the first time the one by the name of this computer's user, or any there is.
   * Whoever it is stays so, under another name too.
   */
  private async coderIn(session: Session): Promise<CoderId | null> {
    const { coders, id } = session.state.info
    const last = this.parts.preferences.coderOf(id)
    if (last && coders[last]) return last
    const all = Object.values<Coder>(coders)
    const coder = all.find(({ name }) => name === userName()) ?? all[0]
    if (coder) this.parts.preferences.rememberCoder(id, coder.id)
    return coder?.id ?? null
  }
}
