import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import type { PreviewPages } from './preview-pages'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png'
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is of the one rule (touch-action) that React Aria puts into the page itself.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // Pages that are exported, as they will look; each has a policy of its own.
  'frame-src app://variorum/preview/',
  "frame-ancestors 'none'"
].join('; ')

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** Serves the built renderer, and nothing outside its folder, under app://variorum/. */
export function serveApp(session: Session, folder: string, previews: PreviewPages): void {
  session.protocol.handle('app', async (request) => {
    const preview = previews.answer(request.url.replace(/#.*$/s, ''))
    if (preview) return preview
    const { host, pathname } = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    if (host !== 'variorum' || !file.startsWith(folder + sep))
      return new Response('not found', { status: 404 })
    try {
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff'
        }
      })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}
