import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test as base } from '@playwright/test'
import { copyProject } from './copy-project'
import { type Launched, launch, root } from './launch'
import { SharedApp } from './shared-app'

export const cli = join(root, 'out', 'main', 'cli.js')
/** Five real texts that may not be in the repository; tests on them are skipped where the folder is not there. */
export const seeds = [join(root, '..', 'shared', 'seeds')].find(
  (folder) => existsSync(folder) && readdirSync(folder).length > 0
)

interface Fixtures {
  /** A folder that is gone after the test: for the files of a test, or the user's data. */
  readonly data: string
  /** The same with the project of the sample corpus in it, where a start of the app finds it. */
  readonly usedData: string
  /** The running app, opened on the sample corpus in `data` as after a first start. Other tests have used it before. */
  readonly sample: Launched
  /** The app, started for this test alone on the sample corpus, with `data` as the user's data. */
  readonly ownApp: Launched
}

interface WorkerFixtures {
  /** The texts and themes of the sample corpus without its coding, made once; tests work on copies of it. */
  readonly sampleProject: string
  readonly sharedApp: SharedApp
}

/** What the app calls the project of the sample corpus, and its folder among the user's data. */
export const sampleName = 'Northeast bulletins'

const makeFolder = (name: string) => mkdtemp(join(tmpdir(), `variorum-e2e-${name}`))
/** The app's helpers may still be putting their caches away. */
const removeFolder = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

export const test = base.extend<Fixtures, WorkerFixtures>({
  // Playwright finds a fixture's needs by destructuring; this one has none.
  sampleProject: [
    async ({ browserName: _ }, use) => {
      const home = await makeFolder('sample-')
      const folder = join(home, sampleName)
      await promisify(execFile)(process.execPath, [
        cli,
        'new',
        folder,
        '--sample',
        '--uncoded',
        '--title',
        sampleName
      ])
      // The command has made the day's backup; the app begins with none.
      for (const name of await readdir(join(folder, 'backups')))
        await rm(join(folder, 'backups', name), { recursive: true })
      await use(folder)
      await removeFolder(home)
    },
    { scope: 'worker' }
  ],
  sharedApp: [
    async ({ sampleProject }, use) => {
      const home = await makeFolder('shared-')
      const shared = new SharedApp(home, sampleProject)
      await use(shared)
      await shared.close()
      await removeFolder(home)
    },
    { scope: 'worker' }
  ],
  data: async ({ browserName: _ }, use) => {
    const folder = await makeFolder('')
    await use(folder)
    if (!openInSharedApp.delete(folder)) await removeFolder(folder)
  },
  usedData: async ({ data, sampleProject }, use) => {
    await copyProject(sampleProject, join(data, sampleName))
    await use(data)
  },
  sample: async ({ usedData, sharedApp }, use) => {
    const launched = await sharedApp.open(join(usedData, sampleName))
    openInSharedApp.add(usedData)
    await use(launched)
    await sharedApp.leave(usedData)
  },
  ownApp: async ({ usedData }, use) => {
    const launched = await launch(usedData)
    await launched.desk.waitForLibrary()
    await use(launched)
    await launched.app.close()
  }
})

/** Folders that the shared app removes once it has opened another project. */
const openInSharedApp = new Set<string>()

export { expect } from '@playwright/test'
export { type Launched, launch, noSandbox, root } from './launch'
