import { app, dialog, type Session, shell, type WebContents } from 'electron'
import { appOrigin } from './protocol'

/** Denies what a reading desk never needs: permissions, navigation, new windows, embedded pages, the network. */
export function secure(session: Session, devServer: string | undefined): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed =
      details.url.startsWith(`${appOrigin}/`) ||
      details.url.startsWith('devtools:') ||
      details.url.startsWith('data:') ||
      (devServer !== undefined && /^(https?|ws):\/\/localhost[:/]/.test(details.url))
    answer({ cancel: !allowed })
  })
  app.on('web-contents-created', (_event, contents) => secureContents(contents, devServer))
}

function secureContents(contents: WebContents, devServer: string | undefined): void {
  contents.on('will-navigate', (event) => {
    if (devServer === undefined || !event.url.startsWith(devServer)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void offerExternal(url)
    return { action: 'deny' }
  })
}

/** Opens an address in the person's browser, after asking, and only where it is http or https. */
async function offerExternal(url: string): Promise<void> {
  if (!URL.canParse(url)) return
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: parsed.href,
    buttons: ['Open in the browser', 'Cancel'],
    defaultId: 1,
    cancelId: 1
  })
  if (response === 0) await shell.openExternal(parsed.href)
}

/** Whether a message comes from the top frame of one of our own pages. */
export function isOwnFrame(frame: Electron.WebFrameMain | null, devServer: string | undefined): boolean {
  if (!frame || frame.parent !== null) return false
  return frame.url.startsWith(`${appOrigin}/`) || (devServer !== undefined && frame.url.startsWith(devServer))
}
