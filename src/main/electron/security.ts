import { app, dialog, type Session, shell, type WebContents } from 'electron'
import type { Language } from '../../shared/locales/catalogues'
import { externalAddress, homePage, isHomePage, isOwnPage, isOwnRequest, isPreviewPage } from './addresses'

/** No name and no address is looked up, so that neither WebRTC over TCP nor a hint to resolve a name leaves the computer. */
const noHosts = 'MAP * ~NOTFOUND'

/** What Chromium has to be told on its command line. Must run before the app is ready. */
export function closeNetwork(devServer: string | undefined): void {
  const exception = devServer === undefined ? '' : `, EXCLUDE ${new URL(devServer).hostname}`
  app.commandLine.appendSwitch('host-resolver-rules', noHosts + exception)
}

/**
 * Denies what a reading desk never needs: permissions, navigation, downloads, new windows, embedded
 * pages, the network.
 *
 * @param language the language of what is asked
 */
export function secure(session: Session, devServer: string | undefined, language: () => Language): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOwnRequest(url, devServer, !app.isPackaged) })
  )
  app.on('web-contents-created', (_event, contents) => secureContents(contents, devServer, language))
}

function secureContents(
  contents: WebContents,
  devServer: string | undefined,
  language: () => Language
): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-frame-navigate', (event) => {
    const may = event.isMainFrame ? isHomePage(event.url, devServer) : isPreviewPage(event.url)
    if (!may) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void offerExternal(url, language())
    return { action: 'deny' }
  })
  if (contents.getType() === 'window') keepHome(contents, devServer)
}

/**
 * Loads the app's page again where a window has come to another one after all. Electron does not ask about `about:`
 * addresses; the preload stops those that a page itself goes to.
 */
function keepHome(contents: WebContents, devServer: string | undefined): void {
  const goHome = () => {
    if (!contents.isDestroyed()) void contents.loadURL(homePage(devServer))
  }
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url, devServer)) setImmediate(goHome)
  })
  contents.on('did-fail-load', (_event, _code, _reason, url, isMainFrame) => {
    if (isMainFrame && !isOwnPage(url, devServer)) setImmediate(goHome)
  })
}

/** Opens an address in the person's browser, after asking, and only where it is http or https. */
async function offerExternal(url: string, language: Language): Promise<void> {
  const address = externalAddress(url)
  if (address === null) return
  const { catalogues } = await import('../../shared/locales/catalogues')
  const words = catalogues[language]
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.native.leave,
    detail: address,
    buttons: [words.native.openInBrowser, words.common.cancel],
    defaultId: 1,
    cancelId: 1
  })
  if (response === 0) await shell.openExternal(address)
}

/** Whether a message comes from the top frame of one of our own pages. */
export function isOwnFrame(frame: Electron.WebFrameMain | null, devServer: string | undefined): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url, devServer)
}
