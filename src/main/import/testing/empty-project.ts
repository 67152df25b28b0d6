import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { coder } from '../../../shared/testing/sample-records'
import { createProject } from '../../project/create'
import { openProject } from '../../project/open'
import type { Session } from '../../project/session'

/** A project without texts, open during each test, in a folder for files beside it. */
export class EmptyProject {
  home = ''
  private opened: Session | null = null

  constructor() {
    beforeEach(async () => {
      this.home = await mkdtemp(join(tmpdir(), 'variorum-import-'))
      await createProject(this.folder, 'Import', coder)
      this.opened = await this.open()
    })
    afterEach(async () => {
      await this.opened?.close()
      await rm(this.home, { recursive: true, force: true })
    })
  }

  get folder(): string {
    return join(this.home, 'project')
  }

  /** Closes the project and opens it again. */
  async reopen(): Promise<void> {
    await this.session.close()
    this.opened = await this.open()
  }

  private async open(): Promise<Session> {
    const opened = await openProject(this.folder)
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  }

  get session(): Session {
    if (!this.opened) throw new Error('no project is open')
    return this.opened
  }
}
