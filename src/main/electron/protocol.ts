import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import type { PageAnswer, PreviewPages } from './preview-pages'

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

/**
 * Serves the built renderer, and nothing outside its folder, under app://variorum/.
 *
 * By `registerBufferProtocol`, though it is deprecated: `protocol.handle` wants a Response, whose first use loads all of
 * Node's fetch in the main process before the first page is answered (a ninth of the process's work at the start).
 * Files are read at once, since they are small and a turn of the event loop is long while the app boots.
 */
export function serveApp(session: Session, folder: string, previews: PreviewPages): void {
  const isServed = session.protocol.registerBufferProtocol('app', ({ url }, answer) =>
    answer(previews.answer(url.replace(/#.*$/s, '')) ?? fileAnswer(folder, url))
  )
  if (!isServed) throw new Error('the scheme of the app is taken')
}

const notFound: PageAnswer = {
  statusCode: 404,
  headers: { 'content-type': 'text/plain' },
  data: Buffer.from('not found')
}

function fileAnswer(folder: string, url: string): PageAnswer {
  try {
    const { host, pathname } = new URL(url)
    const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)))
    if (host !== 'variorum' || !file.startsWith(folder + sep)) return notFound
    return {
      statusCode: 200,
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff'
      },
      data: readFileSync(file)
    }
  } catch {
    return notFound
  }
}
