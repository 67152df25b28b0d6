import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, ipcMain, session } from 'electron'
import { devServerOf } from './electron/addresses'
import type { Booted } from './electron/boot'
import { callChannel } from './electron/channels'
import { isHardened, refusedSwitch } from './electron/hardening'
import { PreviewPages } from './electron/preview-pages'
import { registerScheme, serveApp } from './electron/protocol'
import { closeNetwork, secure } from './electron/security'
import { lastLook, Windows } from './electron/windows'

/**
 * The entry of the desktop app: opens the first window with the little that it needs, and has the desk set up
 * while the window loads. What a window asks in the meantime waits for the desk.
 */
const built = dirname(fileURLToPath(import.meta.url))
const hardened = isHardened(app.isPackaged, process.env)
const refused = hardened
  ? refusedSwitch((name) => app.commandLine.hasSwitch(name), process.getuid?.() === 0)
  : null
if (refused !== null) {
  process.stderr.write(`Variorum does not start with --${refused}: it would lay the app open.\n`)
  process.exit(1)
}
const devServer = devServerOf(process.env, hardened)

app.setName('Variorum')
registerScheme()
closeNetwork(devServer)
// Chromium's sandbox is off where root starts it; asking for it all the same would kill the child processes.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const preferences = join(app.getPath('userData'), 'preferences.json')
const windows = new Windows(join(built, '..', 'preload', 'index.cjs'), devServer, lastLook(preferences))

async function start(): Promise<Booted> {
  const previews = new PreviewPages()
  serveApp(session.defaultSession, join(built, '..', 'renderer'), previews)
  secure(session.defaultSession, devServer, () => windows.language)
  windows.open()
  const { boot } = await import('./electron/boot')
  return boot(windows, { built, preferences }, devServer, hardened, previews)
}

const booted = app.whenReady().then(start)
ipcMain.handle(callChannel, async (event, method: unknown, input: unknown, job: unknown) =>
  (await booted).answer(event, method, input, job)
)
booted.catch((error: unknown) => {
  process.stderr.write(`Variorum could not start: ${String(error)}\n`)
  app.exit(1)
})

let leaving = false
app.on('before-quit', (event) => {
  if (leaving) return
  event.preventDefault()
  leaving = true
  // What is not flushed in time is in the journal and is replayed at the next opening.
  const patience = new Promise((done) => setTimeout(done, 2000))
  void Promise.race([booted.then((host) => host.close()), patience]).finally(() => {
    windows.leaving = true
    app.quit()
  })
})
app.on('window-all-closed', () => app.quit())
app.on('activate', () => {
  if (app.isReady() && BrowserWindow.getAllWindows().length === 0) windows.open()
})
