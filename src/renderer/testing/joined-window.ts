import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { createProject } from '../../main/project/create'
import type { Session } from '../../main/project/session'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { makeHost } from '../../main/rpc/testing/make-host'
import type { Events, Start } from '../../shared/ipc/answers'
import type { Method } from '../../shared/ipc/contract'
import { answerForWire } from '../../shared/ipc/wire'
import type { DocumentId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { coder } from '../../shared/testing/sample-records'
import { receivePreferences } from '../state/preferences'
import {
  receiveChange,
  showNoProject,
  showProject,
  until,
  updateProject,
  useProjectStore
} from '../state/project'
import { receiveUiState } from '../state/ui-state'

type Call = (method: string, input: unknown, job?: string) => Promise<Result<unknown>>
type Listener = (event: string, payload: string) => void

/** The one text of the project. */
export const shownText = 'd1' as DocumentId
export const shownBlocks = paragraphs('Snow fell in the night.', 'The office opened late.')

/** Answers that have been given, and are still on their way to the window. */
class Held {
  private arrive = () => {}
  private end = () => {}
  /** Resolves when there is an answer to hold up. */
  readonly answered = new Promise<void>((resolve) => {
    this.arrive = resolve
  })
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve
  })

  letGo(): void {
    this.end()
  }

  wait(): Promise<void> {
    this.arrive()
    return this.ended
  }
}

interface Opened {
  readonly made: Awaited<ReturnType<typeof makeHost>>
  readonly other: ReturnType<Awaited<ReturnType<typeof makeHost>>['addWindow']>
}

/**
 * The stores of this window, joined to a real host as `main.tsx` joins them to the main process, during each test: on a
 * project of one text in a temporary folder, which another window has open too.
 */
export class JoinedWindow {
  folder = ''
  /** A folder for files beside the project. */
  home = ''
  private opened: Opened | null = null
  private readonly held = new Map<string, Held>()

  constructor() {
    beforeEach(() => this.join())
    afterEach(async () => {
      for (const each of this.held.values()) each.letGo()
      this.held.clear()
      await this.parts.made.host.close()
      vi.unstubAllGlobals()
      // A field that is still there may keep its draft once more.
      await rm(this.home, { recursive: true, force: true, maxRetries: 5 })
    })
  }

  /** Asks as the other window. */
  other: Call = (method, input) => this.parts.other.call(method, input)

  /** The other window is closed. */
  otherLeaves(): Promise<void> {
    return this.parts.made.closeWindow(this.parts.other.client)
  }

  /** Holds up the answers to a method, as a slow machine would, until they are let go. */
  hold(method: Method): Held {
    const held = new Held()
    this.held.set(method, held)
    return held
  }

  /** The parsing of files, which a test can hold up. */
  get parsing() {
    return this.parts.made.parsing
  }

  /** The work thread, which a test can hold up. */
  get thread() {
    return this.parts.made.thread
  }

  get session(): Session {
    const { session } = this.parts.made.host
    if (!session.ok) throw new Error('no project is open')
    return session.value
  }

  /** Resolves when this window has heard of everything that is published. */
  caughtUp(): Promise<void> {
    return until(({ seq }) => seq >= this.session.seq)
  }

  private get parts() {
    if (!this.opened) throw new Error('the window is not joined')
    return this.opened
  }

  private async join(): Promise<void> {
    this.home = await mkdtemp(join(tmpdir(), 'variorum-window-'))
    this.folder = join(this.home, 'project')
    await createProject(this.folder, 'Window', coder)
    const made = await makeHost(this.home)
    const own = made.addWindow()
    this.opened = { made, other: made.addWindow() }
    useProjectStore.setState({ status: 'opening', start: null, project: null })
    const listeners: { [E in keyof Events]?: (payload: Events[E]) => void } = {
      change: receiveChange,
      status: updateProject,
      uiState: receiveUiState,
      preferences: receivePreferences,
      project: (view) => (view ? showProject(view) : showNoProject())
    }
    const heard = new Set<Listener>()
    own.client.listener = (event, payload) => {
      const listener = listeners[event] as ((heard: unknown) => void) | undefined
      const sent = JSON.stringify(payload)
      listener?.(JSON.parse(sent))
      for (const each of heard) each(event, sent)
    }
    // What is asked and answered goes through the channel as copies, what is answered as it does there.
    const call = async (method: string, input: unknown, job?: string) => {
      const answer = await own.call(method, structuredClone(input), job)
      await this.held.get(method)?.wait()
      return answerForWire(method, answer)
    }
    const on = (listener: Listener) => {
      heard.add(listener)
      return () => heard.delete(listener)
    }
    const bridge = { call, on }
    vi.stubGlobal('window', Object.assign(new EventTarget(), { variorum: bridge }))
    await own.call('project.open', { folder: this.folder, how: 'write' })
    await addText(this.session, shownText, shownBlocks)
    const start = (await own.call('app.start', null)) as Result<Start>
    if (start.ok && start.value.project) showProject(start.value.project)
  }
}
