import { join } from 'node:path'
import { app, BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { answerForWire } from '../../shared/ipc/wire'
import { OpenedStyles } from '../citation/opened-styles'
import { TextThread } from '../concordance/text-thread'
import { ExportThreads } from '../export/writing/export-threads'
import { FormulaThread } from '../formulae/formula-thread'
import { Parser } from '../import/parser'
import { corpusFolder } from '../project/corpus-folder'
import { AppHost } from '../rpc/app-host'
import { DraftStore } from '../rpc/draft-store'
import { PreferenceStore } from '../rpc/preference-store'
import { openSample } from '../rpc/project-handlers'
import { UiStateStore } from '../rpc/ui-state-store'
import { AlignmentCache } from '../services/alignment-cache'
import { Comparison } from '../services/compare'
import { Aligner } from '../workers/aligner'
import { Reanchorer } from '../workers/reanchorer'
import { Finder } from '../workers/text-finder'
import { WorkPool } from '../workers/work-pool'
import { makeDesktop } from './desktop'
import { oldEngine } from './engine'
import { answerCall, refused } from './ipc'
import { buildMenu } from './menu'
import type { PreviewPages } from './preview-pages'
import { isOwnFrame } from './security'
import { utilityChild } from './utility-child'
import type { Windows } from './windows'

/** The version of Electron that this build is made for; put in by the build. */
declare const __WANTED_ELECTRON__: string

export interface Booted {
  answer(event: IpcMainInvokeEvent, method: unknown, input: unknown, job: unknown): Promise<unknown>
  close(): Promise<void>
}

/** Sets the host up behind the first window, which is on its way already. */
export async function boot(
  windows: Windows,
  folders: { readonly built: string; readonly preferences: string },
  devServer: string | undefined,
  hardened: boolean,
  previews: PreviewPages
): Promise<Booted> {
  const preferences = await PreferenceStore.open(folders.preferences)
  const sendToFocused = (command: string) => {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    if (window) windows.clientOf(window.webContents)?.send('command', command)
  }
  const refresh = () => {
    buildMenu(host, sendToFocused)
    windows.setLook(preferences.preferences)
  }
  const pool = new WorkPool(join(folders.built, 'work-thread.js'))
  const aligner = new Aligner(pool)
  const foldedTexts = join(app.getPath('userData'), 'folded-texts')
  const host: AppHost = new AppHost({
    clients: windows.clients,
    desktop: makeDesktop(
      () => void windows.open(),
      refresh,
      () => windows.language,
      previews
    ),
    preferences,
    parser: new Parser(() => utilityChild(join(folders.built, 'parse-process.js'))),
    aligner,
    comparison: new Comparison(aligner, new AlignmentCache(join(app.getPath('userData'), 'alignments'))),
    reanchorer: new Reanchorer(pool),
    finder: new Finder(pool),
    uiState: new UiStateStore(join(app.getPath('userData'), 'desks')),
    drafts: new DraftStore(join(app.getPath('userData'), 'drafts')),
    exports: new ExportThreads(join(folders.built, 'export-thread.js')),
    styles: new OpenedStyles(join(app.getPath('userData'), 'citation-styles')),
    pool,
    texts: new TextThread(join(folders.built, 'concordance-thread.js'), undefined, foldedTexts),
    formulae: new FormulaThread(join(folders.built, 'formula-thread.js'), foldedTexts),
    folders: {
      sample: join(app.getPath('userData'), 'Northeast bulletins'),
      corpus: corpusFolder(folders.built),
      licences: join(folders.built, '..', 'renderer', 'third-party-notices.txt')
    },
    versions: {
      app: app.getVersion(),
      electron: process.versions.electron,
      // The tests hide it; a run that a person works with always tells.
      oldEngine:
        !hardened && process.env.VARIORUM_ENGINE_NOTICE === '0'
          ? null
          : oldEngine(process.versions.electron, __WANTED_ELECTRON__, !app.isPackaged)
    }
  })
  windows.beforeClose = (client) => host.flushDrafts(client)
  windows.afterClose = (client) => void host.leave(client)
  void openFirstProject(host).then(refresh)
  return {
    answer: async (event, method, input, job) => {
      const client = windows.clientOf(event.sender)
      const isKnown = client && isOwnFrame(event.senderFrame, devServer)
      const answer = isKnown ? await answerCall(host, client, method, input, job) : refused('sender')
      return answerForWire(method, answer)
    },
    close: () => host.close()
  }
}

/** The project of last time; at the very first start the sample corpus. */
async function openFirstProject(host: AppHost): Promise<void> {
  const last = host.parts.preferences.recent[0]
  const opened = last ? await host.open(last.folder) : await openSample(host)
  if (opened.ok) return
  host.startProblem = opened.error
  host.broadcast('project', null)
}
