import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { createProject } from '../../main/project/create'
import type { Session } from '../../main/project/session'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { makeDesk } from '../../main/rpc/testing/make-desk'
import type { Events, Start } from '../../shared/ipc/answers'
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
type Listener = (event: string, payload: unknown) => void

/** The one text of the project. */
export const shownText = 'd1' as DocumentId
export const shownBlocks = paragraphs('Snow fell in the night.', 'The office opened late.')

/**
 * The stores of this window, joined to a real desk as `main.tsx` joins them to the main process, during each test: on a
 * project of one text in a temporary folder, which another window has open too.
 */
export class JoinedWindow {
  folder = ''
  /** A folder for files beside the project. */
  home = ''
  private opened: { readonly desk: Awaited<ReturnType<typeof makeDesk>>; readonly other: Call } | null = null

  constructor() {
    beforeEach(() => this.join())
    afterEach(async () => {
      await this.parts.desk.desk.close()
      vi.unstubAllGlobals()
      await rm(this.home, { recursive: true, force: true })
    })
  }

  /** Asks as the other window. */
  other: Call = (method, input) => this.parts.other(method, input)

  /** The parsing of files, which a test can hold up. */
  get parsing() {
    return this.parts.desk.parsing
  }

  /** The work thread, which a test can hold up. */
  get thread() {
    return this.parts.desk.thread
  }

  get session(): Session {
    const { session } = this.parts.desk.desk
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
    const desk = await makeDesk(this.home)
    const own = desk.addWindow()
    this.opened = { desk, other: desk.addWindow().call }
    useProjectStore.setState({ status: 'opening', start: null, project: null })
    const listeners: { [E in keyof Events]?: (payload: Events[E]) => void } = {
      change: receiveChange,
      status: updateProject,
      memory: receiveUiState,
      preferences: receivePreferences,
      project: (view) => (view ? showProject(view) : showNoProject())
    }
    const heard = new Set<Listener>()
    own.client.listener = (event, payload) => {
      const listener = listeners[event] as ((heard: unknown) => void) | undefined
      listener?.(payload)
      for (const each of heard) each(event, payload)
    }
    // What is asked and answered goes through the channel as copies.
    const call: Call = async (method, input, job) =>
      structuredClone(await own.call(method, structuredClone(input), job))
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
