/** The origin of the app's own pages. */
const appOrigin = 'app://variorum'

const pageOfApp = `${appOrigin}/index.html`

/**
 * The origin of Vite's server, from which a development run loads its page; undefined in any other run.
 * The development script says that it is one, and the server is on this computer: an address that somebody else put
 * into the environment is not taken.
 *
 * @param hardened whether the app is packaged or started by `npm start`
 */
export function devServerOf(
  environment: Readonly<Record<string, string | undefined>>,
  hardened: boolean
): string | undefined {
  const address = environment.ELECTRON_RENDERER_URL
  if (hardened || environment.VARIORUM_DEV !== '1' || !address || !URL.canParse(address)) return undefined
  const { protocol, hostname, origin } = new URL(address)
  return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname) ? origin : undefined
}

/** The one page that a window shows. */
export function homePage(devServer: string | undefined): string {
  return devServer === undefined ? pageOfApp : `${devServer}/`
}

/** Whether an address is the one page of the app, whatever stands after `#`. */
export function isHomePage(url: string, devServer: string | undefined): boolean {
  return url.replace(/#.*$/s, '') === homePage(devServer)
}

/** Where a page lies that is shown in a frame before it is exported. */
export function previewAddress(name: string): string {
  return `${appOrigin}/preview/${name}`
}

/** Whether a frame of ours may show an address: that of such a page, whatever stands after `#`. */
export function isPreviewPage(url: string): boolean {
  return (
    url.startsWith(previewAddress('')) && /^[0-9a-f-]+(?:#.*)?$/s.test(url.slice(previewAddress('').length))
  )
}

/** Whether a page comes from the app itself. */
export function isOwnPage(url: string, devServer: string | undefined): boolean {
  return url.startsWith(`${appOrigin}/`) || (devServer !== undefined && url.startsWith(`${devServer}/`))
}

/**
 * Whether a request may go out: to the app's own files, to what an address itself holds, to the developer tools,
 * and in a development run to its server (pages and the socket that tells of changes).
 */
export function isOwnRequest(url: string, devServer: string | undefined, devTools: boolean): boolean {
  if (isOwnPage(url, devServer) || url.startsWith('data:')) return true
  if (devTools && url.startsWith('devtools:')) return true
  return devServer !== undefined && url.startsWith(`${devServer.replace(/^http/, 'ws')}/`)
}

/** The http or https address that may be offered to the person's browser; null for any other. */
export function externalAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
