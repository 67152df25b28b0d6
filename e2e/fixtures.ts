import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { ownDisplay } from './displays'
import { Desk } from './pages/desk'

export const root = join(import.meta.dirname, '..')
export const cli = join(root, 'out', 'main', 'cli.js')
/** Five real texts that may not be in the repository; tests on them are skipped where the folder is not there. */
export const seeds = [join(root, '..', 'shared', 'seeds')].find(
  (folder) => existsSync(folder) && readdirSync(folder).length > 0
)
export const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly desk: Desk
  /** What the page wrote to its console as an error. */
  readonly errors: readonly string[]
  /** Every address the page asked for. */
  readonly requests: readonly string[]
}

/**
 * Starts the built app on a user-data folder of its own. It warns of no older Electron, unless a test asks for that: what
 * the tests see is the app as it is on the Electron it is made for.
 */
export async function launch(
  data: string,
  args: readonly string[] = [],
  { warns = false }: { readonly warns?: boolean } = {}
): Promise<Launched> {
  const executablePath = process.env.VARIORUM_ELECTRON
  if (!executablePath) throw new Error('run the e2e tests through npm: it finds the Electron runtime')
  const env: Record<string, string> = {}
  for (const [key, value] of Object.entries(process.env))
    if (value !== undefined && key !== 'VARIORUM_PICTURE') env[key] = value
  env.VARIORUM_ENGINE_NOTICE = warns ? '1' : '0'
  const display = ownDisplay()
  if (display !== undefined) env.DISPLAY = display
  const app = await _electron.launch({
    executablePath,
    args: [...noSandbox, root, `--user-data-dir=${data}`, ...args],
    env
  })
  const page = await app.firstWindow()
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  return { app, page, desk: new Desk(app, page), errors, requests }
}

interface Fixtures {
  /** A user-data folder that is gone after the test. */
  readonly data: string
  /** The app, opened on the sample corpus. */
  readonly sample: Launched
}

interface WorkerFixtures {
  /** The project of the sample corpus, made once; tests work on copies of it. */
  readonly sampleProject: string
}

/** What the app calls the project of the sample corpus, and its folder among the user's data. */
const sampleName = 'Northeast bulletins'

export const test = base.extend<Fixtures, WorkerFixtures>({
  sampleProject: [
    async ({ browserName: _ }, use) => {
      const home = await mkdtemp(join(tmpdir(), 'variorum-e2e-sample-'))
      const folder = join(home, sampleName)
      await promisify(execFile)(process.execPath, [cli, 'new', folder, '--sample', '--title', sampleName])
      // The command has made the day's backup; the app begins with none.
      for (const name of await readdir(join(folder, 'backups')))
        await rm(join(folder, 'backups', name), { recursive: true })
      await use(folder)
      await rm(home, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ],
  // Playwright finds a fixture's needs by destructuring; this one has none.
  data: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'variorum-e2e-'))
    await use(folder)
    // The app's helpers may still be putting their caches away.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
  sample: async ({ data, sampleProject }, use) => {
    await cp(sampleProject, join(data, sampleName), { recursive: true })
    const launched = await launch(data)
    await launched.desk.waitForLibrary()
    await use(launched)
    await launched.app.close()
  }
})

export { expect } from '@playwright/test'
