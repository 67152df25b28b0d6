import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, session } from 'electron'
import { Desk } from './desk/desk'
import { PreferenceStore } from './desk/preference-store'
import { openSample } from './desk/project-handlers'
import { makeDesktop } from './electron/desktop'
import { answerCalls } from './electron/ipc'
import { buildMenu } from './electron/menu'
import { registerScheme, serveApp } from './electron/protocol'
import { secure } from './electron/security'
import { utilityChild } from './electron/utility-child'
import { preloadPath, Windows } from './electron/windows'
import { Parser } from './import/parser'
import { corpusFolder } from './project/corpus-folder'
import { Comparison } from './services/compare'
import { Aligner } from './workers/aligner'

/** The composition root of the desktop app: makes the parts, joins them, opens the first window. */
const here = dirname(fileURLToPath(import.meta.url))
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

app.setName('Variorum')
registerScheme()
// Chromium's sandbox is off where root starts it; asking for it all the same would kill the child processes.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

let desk: Desk | null = null
const windows = new Windows(requireDesk, preloadPath(here), devServer)

function requireDesk(): Desk {
  if (!desk) throw new Error('the desk is used before it stands')
  return desk
}

function sendToFocused(command: string): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window) windows.clientOf(window.webContents)?.send('command', command)
}

async function start(): Promise<void> {
  const userData = app.getPath('userData')
  const preferences = await PreferenceStore.open(join(userData, 'preferences.json'))
  const refresh = () => {
    buildMenu(requireDesk(), sendToFocused)
    windows.setScale(preferences.preferences.scale)
  }
  desk = new Desk({
    desktop: makeDesktop(() => void windows.open(), refresh),
    preferences,
    parser: new Parser(() => utilityChild(join(here, 'parse-process.js'))),
    comparison: new Comparison(new Aligner(new URL('./work-thread.js', import.meta.url))),
    folders: {
      sample: join(userData, 'Northeast bulletins'),
      corpus: corpusFolder(),
      licences: join(here, '..', 'renderer', 'third-party-notices.txt')
    },
    versions: { app: app.getVersion(), electron: process.versions.electron }
  })
  serveApp(session.defaultSession, join(here, '..', 'renderer'))
  secure(session.defaultSession, devServer)
  answerCalls(desk, (contents) => windows.clientOf(contents), devServer)
  windows.open()
  refresh()
  await openFirstProject(desk)
}

/** The project of last time; at the very first start the sample corpus. */
async function openFirstProject(own: Desk): Promise<void> {
  const last = own.parts.preferences.recent[0]
  const opened = last ? await own.open(last.folder) : await openSample(own)
  if (opened.ok) return
  own.startProblem = opened.error
  own.broadcast('project', null)
}

let leaving = false
app.on('before-quit', (event) => {
  if (leaving || !desk) return
  event.preventDefault()
  leaving = true
  // What is not flushed in time is in the journal and is replayed at the next opening.
  const patience = new Promise((done) => setTimeout(done, 2000))
  void Promise.race([desk.close(), patience]).finally(() => app.quit())
})
app.on('window-all-closed', () => app.quit())
app.on('activate', () => {
  if (desk && BrowserWindow.getAllWindows().length === 0) windows.open()
})

app.whenReady().then(start, () => app.exit(1))
