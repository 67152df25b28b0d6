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
      const opened = await openProject(this.folder)
      if (!opened.ok) throw new Error(opened.error.message)
      this.opened = opened.value
    })
    afterEach(async () => {
      await this.opened?.close()
      await rm(this.home, { recursive: true, force: true })
    })
  }

  get folder(): string {
    return join(this.home, 'project')
  }

  get session(): Session {
    if (!this.opened) throw new Error('no project is open')
    return this.opened
  }
}
