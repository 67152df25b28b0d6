import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { defaultPreferences } from '../src/shared/ipc/default-preferences'
import { copyProject } from './copy-project'
import { type Launched, launch, watched } from './launch'

/** What a window is like when it opens. */
const windowSize = { width: 1440, height: 900 } as const
/** What of the user's data no window can make forgotten. */
const keptFolders = ['citation-styles', 'drafts'] as const

/**
 * One running app for many tests. Each has a project and a window of its own in it: the project is opened in place of the
 * one before, and the window is loaded anew. A test that leaves something behind that cannot be taken back ends the app;
 * the next one starts another.
 */
export class SharedApp {
  private running: Launched | null = null
  private userData = ''
  private started = 0
  private retired: string[] = []

  /**
   * @param home a folder of its own; it is not removed
   * @param sample the sample project, of which a copy is there at each start
   */
  constructor(
    private readonly home: string,
    private readonly sample: string
  ) {}

  /** The app, opened on a project as after a first start. */
  async open(project: string): Promise<Launched> {
    this.running ??= await this.start()
    const { app, page } = this.running
    await page.evaluate(
      async ({ folder, preferences }) => {
        const ask = (method: string, input: unknown) => Reflect.get(window, 'variorum').call(method, input)
        await ask('app.setPreferences', preferences)
        const opened = JSON.parse(String(await ask('project.open', { folder })))
        if (!opened.ok) throw new Error(JSON.stringify(opened.error))
      },
      { folder: project, preferences: defaultPreferences }
    )
    await page.reload()
    const launched = watched(app, page)
    await launched.desk.waitForLibrary()
    await this.removeRetired()
    return launched
  }

  /** Lets the open project go, with its lock and all that was changed in it, for another process. */
  async release(): Promise<void> {
    if (!this.running) return
    const folder = join(this.home, `idle-${this.started}`)
    await this.running.page.evaluate(async (place) => {
      const ask = (method: string, input: unknown) => Reflect.get(window, 'variorum').call(method, input)
      const opened = JSON.parse(String(await ask('project.open', { folder: place })))
      if (!opened.ok) await ask('project.new', { name: 'Idle', folder: place })
    }, folder)
  }

  /** Ends a test: what it changed outside its project is taken back, and its folder is removed once another is open. */
  async leave(folder: string): Promise<void> {
    this.retired.push(folder)
    if (!this.running) return
    const { app, page } = this.running
    page.removeAllListeners()
    const kept = await this.keepsSomething()
    if (kept || page.isClosed()) return this.close()
    for (const other of app.windows()) if (other !== page) await other.close()
    await page.emulateMedia({ media: null, colorScheme: null })
    await page.mouse.move(0, 0)
    await app.evaluate(({ BrowserWindow, clipboard }, { width, height }) => {
      Reflect.get(globalThis, 'restoreNatives')()
      clipboard.clear()
      const window = BrowserWindow.getAllWindows()[0]
      window?.unmaximize()
      window?.setSize(width, height)
    }, windowSize)
  }

  async close(): Promise<void> {
    const { running } = this
    this.running = null
    await running?.app.close()
    await this.removeRetired()
  }

  private async start(): Promise<Launched> {
    this.started += 1
    this.userData = join(this.home, `data-${this.started}`)
    await copyProject(this.sample, join(this.userData, basename(this.sample)))
    const launched = await launch(this.userData)
    await launched.desk.waitForLibrary()
    // Tests answer for the system's own dialogs, and look at what is shown outside the app.
    await launched.app.evaluate(({ dialog, shell }) => {
      const natives = [dialog, shell].map((native) => ({ native, own: { ...native } }))
      Reflect.set(globalThis, 'restoreNatives', () => {
        for (const { native, own } of natives) {
          for (const name of Object.keys(native)) if (!(name in own)) Reflect.deleteProperty(native, name)
          Object.assign(native, own)
        }
      })
    })
    return launched
  }

  /** Whether the desk remembers something that is no project's: it would be there in the next test. */
  private async keepsSomething(): Promise<boolean> {
    const { running } = this
    if (!running || running.page.isClosed()) return true
    const exported = await running.page.evaluate(async () => {
      const answer = await Reflect.get(window, 'variorum').call('export.presets', null)
      const { value } = JSON.parse(String(answer))
      return [value.last, value.options, value.presets].some((each: object) => Object.keys(each).length > 0)
    })
    const lists = await Promise.all(
      keptFolders.map((name) => readdir(join(this.userData, name)).catch(() => []))
    )
    const isSample = (name: string) => name.startsWith(basename(this.sample))
    const samples = (await readdir(this.userData)).filter(isSample)
    return exported || samples.length > 1 || lists.some((list) => list.length > 0)
  }

  private async removeRetired(): Promise<void> {
    const folders = this.retired
    this.retired = []
    // The app's helpers may still be putting their caches away.
    for (const folder of folders)
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
