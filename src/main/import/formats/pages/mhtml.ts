import { decode } from '../../decode'
import type { RawText, Source } from '../../parsed'
import { declaredCharset } from './declared-charset'
import { parseHtml } from './html'

const deepest = 5

/** A page saved as one file (MIME HTML): the page itself, whichever of its parts it is, with its address and when it was saved. */
export async function parseMhtml({ bytes }: Source): Promise<RawText[]> {
  const whole = Buffer.from(bytes).toString('latin1')
  const page = pageIn(whole, 0)
  if (page === null) throw new Error('there is no page in it')
  const head = whole.split(/\r?\n\r?\n/, 1)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
  const address = header(head, 'snapshot-content-location') || header(head, 'content-location')
  return [parseHtml(page, { address, accessed: header(head, 'date') })]
}

function pageIn(part: string, depth: number): string | null {
  const border = /\r?\n\r?\n/.exec(part)
  if (!border || depth > deepest) return null
  const head = part.slice(0, border.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = part.slice(border.index + border[0].length)
  const type = header(head, 'content-type')
  const boundary = /boundary="?([^";\s]+)"?/i.exec(type)?.[1]
  if (boundary) {
    for (const inner of body.split(`--${boundary}`).slice(1)) {
      const found = pageIn(inner.replace(/^\r?\n/, ''), depth + 1)
      if (found !== null) return found
    }
    return null
  }
  if (!/^(text\/html|application\/xhtml)/i.test(type)) return null
  const bytes = decoded(body, header(head, 'content-transfer-encoding').toLowerCase())
  const charset = /charset="?([\w.:-]+)"?/i.exec(type)?.[1] ?? declaredCharset(bytes)
  return decode(bytes, charset)?.text ?? ''
}

function header(head: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
