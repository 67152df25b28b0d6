import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { ownDisplay } from './displays'
import { Desk } from './pages/desk'

export const root = join(import.meta.dirname, '..')
export const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Drawn by the processor at once: looking for a graphics card that is not there took a sixth of each start. */
const noGraphics = ['--disable-gpu', '--disable-software-rasterizer']

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
    args: [...noSandbox, ...noGraphics, root, `--user-data-dir=${data}`, ...args],
    env
  })
  return watched(app, await app.firstWindow())
}

/** A window of the app, with what it writes to its console and asks for from now on. */
export function watched(app: ElectronApplication, page: Page): Launched {
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  return { app, page, desk: new Desk(app, page), errors, requests }
}
