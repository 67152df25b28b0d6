import { join } from 'node:path'
import type { EventName, Events } from '../../../shared/ipc/answers'
import type { DocumentId } from '../../../shared/model/ids'
import type { Result } from '../../../shared/model/result'
import { OpenedStyles } from '../../citation/opened-styles'
import { hereTextThread } from '../../concordance/here-text-thread'
import { TextThread } from '../../concordance/text-thread'
import { answerCall } from '../../electron/ipc'
import { ExportThreads } from '../../export/writing/export-threads'
import { hereThread } from '../../export/writing/testing/here-thread'
import { FormulaThread } from '../../formulae/formula-thread'
import { parseFile } from '../../import/parse-file'
import { type ParseChild, Parser } from '../../import/parser'
import { unpackArchive } from '../../import/unpack-archive'
import { AlignmentCache } from '../../services/alignment-cache'
import { Comparison } from '../../services/compare'
import { Aligner } from '../../workers/aligner'
import { type JobKind, type Jobs, jobs } from '../../workers/jobs'
import { Reanchorer } from '../../workers/reanchorer'
import { Finder } from '../../workers/text-finder'
import { type RunOptions, WorkPool } from '../../workers/work-pool'
import { AppHost } from '../app-host'
import type { Client } from '../client'
import { DraftStore } from '../draft-store'
import type { Desktop } from '../host-parts'
import { PreferenceStore } from '../preference-store'
import { UiStateStore } from '../ui-state-store'

/** Does the jobs of the work thread here, each in a turn of its own, so that others come in between. */
export class HereThread extends WorkPool {
  /** Waited for before each job: a test holds work up by it. */
  before: (kind: JobKind) => Promise<void> = () => Promise.resolve()

  constructor() {
    super('there is no script')
  }

  override async run<K extends JobKind>(
    kind: K,
    input: Jobs[K]['input'],
    { signal }: RunOptions = {}
  ): Promise<Jobs[K]['output']> {
    await new Promise((turn) => setImmediate(turn))
    await this.before(kind)
    signal?.throwIfAborted()
    return jobs[kind](input)
  }
}

/** Parses in this process, in place of processes of their own. */
class HereParsing {
  /** Waited for before each file: a test holds a reading up by it. */
  before: (path: string) => Promise<void> = () => Promise.resolve()
  started = 0

  start = (): ParseChild => {
    this.started++
    let answer: (message: unknown) => void = () => {}
    return {
      memory: () => Promise.resolve(null),
      send: ({ id, path, options, into }) => {
        const work = async () => {
          await this.before(path)
          return into ? unpackArchive(path, into.folder, into.limits) : parseFile(path, options)
        }
        void work().then((result) => answer({ id, result }))
      },
      onMessage: (listener) => {
        answer = listener
      },
      onExit() {},
      // What a process that was ended would have said is never heard.
      kill: () => {
        answer = () => {}
      }
    }
  }
}

/** A window that keeps what it was told, and has nothing to save when it is asked to. */
export class HeardClient implements Client {
  readonly shows = new Set<DocumentId>()
  readonly left = new Set<DocumentId>()
  readonly heard: { event: EventName; payload: unknown }[] = []
  saved: () => void = () => {}
  /** Hears each event a turn later, as a copy: as it comes out of the channel between two processes. */
  listener: (event: EventName, payload: unknown) => void = () => {}

  send<E extends EventName>(event: E, payload: Events[E]): void {
    this.heard.push({ event, payload })
    const copy: unknown = structuredClone(payload)
    setImmediate(() => this.listener(event, copy))
    if (event === 'beforeClose') setImmediate(this.saved)
  }
}

/** A host with the real stores in a temporary folder, and windows that can call it as the real ones do. */
export async function makeHost(home: string, desktop: Partial<Desktop> = {}) {
  const clients = new Set<Client>()
  const thread = new HereThread()
  const aligner = new Aligner(thread)
  const parsing = new HereParsing()
  const host = new AppHost({
    clients,
    desktop: {
      chooseFolder: () => Promise.resolve(null),
      chooseFiles: () => Promise.resolve([]),
      chooseBundle: () => Promise.resolve(null),
      chooseSave: () => Promise.resolve(null),
      readClipboard: () => Promise.resolve(''),
      writeClipboard: () => Promise.resolve(),
      printPdf: null,
      servePage: null,
      showInFolder() {},
      newWindow() {},
      refresh() {},
      ...desktop
    },
    preferences: await PreferenceStore.open(join(home, 'preferences.json')),
    parser: new Parser(parsing.start),
    aligner,
    comparison: new Comparison(aligner, new AlignmentCache(null)),
    reanchorer: new Reanchorer(thread),
    finder: new Finder(thread),
    uiState: new UiStateStore(join(home, 'desks')),
    drafts: new DraftStore(join(home, 'drafts')),
    exports: new ExportThreads(hereThread),
    styles: new OpenedStyles(join(home, 'citation-styles')),
    pool: thread,
    texts: new TextThread(hereTextThread),
    formulae: new FormulaThread(join(home, 'none')),
    folders: { sample: join(home, 'sample'), corpus: join(home, 'corpus'), licences: join(home, 'none') },
    versions: { app: '0', electron: '0', oldEngine: null }
  })
  const addWindow = () => {
    const client = new HeardClient()
    clients.add(client)
    client.saved = () => host.draftsFlushed(client)
    const call = (method: string, input: unknown, job?: string): Promise<Result<unknown>> =>
      answerCall(host, client, method, input, job)
    return { client, call }
  }
  /** As the app does when a window is gone. */
  const closeWindow = (client: Client): Promise<void> => {
    clients.delete(client)
    return host.leave(client)
  }
  return { host, thread, parsing, addWindow, closeWindow }
}
