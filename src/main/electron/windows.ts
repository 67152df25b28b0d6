import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import type { Client, Desk } from '../desk/desk'
import { eventChannel } from './ipc'
import { appOrigin } from './protocol'

const backgrounds = { light: '#fbf9f4', sepia: '#f5ecd8', dark: '#1c1b1a' } as const

/** The windows of this process and the clients that the desk knows them by. */
export class Windows {
  private readonly clients = new Map<WebContents, Client>()

  constructor(
    private readonly desk: () => Desk,
    private readonly preload: string,
    private readonly devServer: string | undefined
  ) {}

  clientOf(contents: WebContents): Client | undefined {
    return this.clients.get(contents)
  }

  /** The size of everything in every window: 1 is as designed. */
  setScale(scale: number): void {
    for (const contents of this.clients.keys()) contents.setZoomFactor(scale)
  }

  open(): BrowserWindow {
    const { preferences } = this.desk().parts.preferences
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Variorum',
      backgroundColor: backgrounds[preferences.appearance],
      webPreferences: {
        preload: this.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
        v8CacheOptions: 'bypassHeatCheck'
      }
    })
    const { webContents } = window
    const client: Client = {
      shows: new Set(),
      send: (event, payload) => {
        if (!webContents.isDestroyed()) webContents.send(eventChannel, event, payload)
      }
    }
    this.clients.set(webContents, client)
    this.desk().clients.add(client)
    window.on('closed', () => {
      this.clients.delete(webContents)
      this.desk().clients.delete(client)
    })
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) client.shows.clear()
    })
    webContents.on('did-finish-load', () =>
      webContents.setZoomFactor(this.desk().parts.preferences.preferences.scale)
    )
    window.once('ready-to-show', () => {
      window.show()
      void pictureOf(window)
    })
    void window.loadURL(this.devServer ?? `${appOrigin}/index.html`)
    return window
  }
}

/** Where nobody sees the screen, start-up can ask for a picture of the window, made once it has settled. */
async function pictureOf(window: BrowserWindow): Promise<void> {
  const path = process.env.VARIORUM_PICTURE
  if (!path) return
  const settle = 2500
  await new Promise((done) => setTimeout(done, settle))
  if (window.isDestroyed()) return
  const image = await window.webContents.capturePage()
  await writeFile(path, image.toPNG()).catch(() => {})
}

export function preloadPath(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'index.cjs')
}
