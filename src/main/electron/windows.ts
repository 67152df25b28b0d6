import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { app, BrowserWindow, type WebContents } from 'electron'
import type { Preferences } from '../../shared/ipc/preferences'
import type { Client } from '../rpc/client'
import { homePage } from './addresses'
import { eventChannel } from './channels'
import { picturePath } from './hardening'

const backgrounds = { light: '#fbf9f4', sepia: '#f5ecd8', dark: '#1c1b1a' } as const

const showPatience = 1000

/**
 * What has to be known before the desk stands: a window's ground, so that it does not flash, its size, and the language
 * of what the system asks.
 */
export type Look = Pick<Preferences, 'appearance' | 'scale' | 'language'>

/** The look of last time, read in haste; the desk reads the same file with care. */
export function lastLook(preferencesFile: string): Look {
  try {
    const { appearance, scale, language } = JSON.parse(readFileSync(preferencesFile, 'utf8')).preferences
    if (Object.hasOwn(backgrounds, appearance) && scale >= 0.8 && scale <= 2)
      return { appearance, scale, language: language === 'zh-CN' ? language : 'en' }
  } catch {
    // The first start, or a damaged file: the desk begins it anew.
  }
  return { appearance: 'light', scale: 1, language: 'en' }
}

/** The windows of this process, each with the client that the host knows it by. */
export class Windows {
  readonly clients = new Set<Client>()
  private readonly byContents = new Map<WebContents, Client>()

  /** What a window waits for before it closes: that what is typed in it is saved. */
  beforeClose: (client: Client) => Promise<void> = () => Promise.resolve()
  /** Told of a window that is gone. */
  afterClose: (client: Client) => void = () => {}
  /** The app is being left: the windows were asked already. */
  leaving = false

  constructor(
    private readonly preload: string,
    private readonly devServer: string | undefined,
    private look: Look
  ) {}

  clientOf(contents: WebContents): Client | undefined {
    return this.byContents.get(contents)
  }

  get language(): Preferences['language'] {
    return this.look.language
  }

  /** Shows every window in a look; 1 is the size as designed. */
  setLook(look: Look): void {
    this.look = look
    for (const contents of this.byContents.keys()) contents.setZoomFactor(look.scale)
  }

  open(): BrowserWindow {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Variorum',
      backgroundColor: backgrounds[this.look.appearance],
      webPreferences: {
        preload: this.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        devTools: !app.isPackaged,
        spellcheck: false,
        v8CacheOptions: 'bypassHeatCheck'
      }
    })
    const { webContents } = window
    const client: Client = {
      shows: new Set(),
      left: new Set(),
      send: (event, payload) => {
        if (!webContents.isDestroyed()) webContents.send(eventChannel, event, JSON.stringify(payload))
      }
    }
    this.byContents.set(webContents, client)
    this.clients.add(client)
    let asked = false
    window.on('close', (event) => {
      if (asked || this.leaving) return
      event.preventDefault()
      asked = true
      void this.beforeClose(client).finally(() => window.close())
    })
    window.on('closed', () => {
      this.byContents.delete(webContents)
      this.clients.delete(client)
      this.afterClose(client)
    })
    webContents.on('did-start-navigation', (details) => {
      if (!details.isMainFrame || details.isSameDocument) return
      client.shows.clear()
      client.left.clear()
    })
    webContents.on('did-finish-load', () => webContents.setZoomFactor(this.look.scale))
    // Shown with its first picture, which rarely fails to be announced (after a crash of the graphics process, say).
    const show = () => {
      if (window.isDestroyed() || window.isVisible()) return
      window.show()
      void pictureOf(window)
    }
    window.once('ready-to-show', show)
    webContents.once('did-finish-load', () => setTimeout(show, showPatience))
    void window.loadURL(homePage(this.devServer))
    return window
  }
}

/** Where nobody sees the screen, start-up can ask for a picture of the window, made once it has settled. */
async function pictureOf(window: BrowserWindow): Promise<void> {
  const path = picturePath(app.isPackaged, process.env)
  if (path === null) return
  const settle = 2500
  await new Promise((done) => setTimeout(done, settle))
  if (window.isDestroyed()) return
  const image = await window.webContents.capturePage()
  await writeFile(path, image.toPNG()).catch(() => {})
}
