import { previewAddress } from './addresses'

/** What is answered to a window that loads a page or a file of the app. */
export interface PageAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/** So many pages are kept: those that windows show now, and one or two that a window is about to leave. */
const mostPages = 8

/**
 * Pages of HTML that the windows show in frames of their own, before they are exported. Each is served with a policy that lets it
 * style itself, and run and load nothing.
 */
export class PreviewPages {
  private readonly pages = new Map<string, string>()

  /** Keeps a page; gives the address under which a frame finds it until newer ones take its place. */
  keep(html: string): string {
    const address = previewAddress(crypto.randomUUID())
    this.pages.set(address, html)
    for (const oldest of [...this.pages.keys()].slice(0, -mostPages)) this.pages.delete(oldest)
    return address
  }

  /** The page of an address; null where it is kept no longer. */
  answer(address: string): PageAnswer | null {
    const html = this.pages.get(address)
    if (html === undefined) return null
    return {
      statusCode: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy,
        'x-content-type-options': 'nosniff'
      },
      data: Buffer.from(html)
    }
  }
}

/** Styles of its own, and pictures and fonts that it holds; no script, no network, no form. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox'
].join('; ')
