/** What RTF is made of: groups, control words with a number, bytes of text as they are or in hexadecimal. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'hex'; readonly value: number }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }

const [backslash, openBrace, closeBrace, cr, lf, apostrophe] = [0x5c, 0x7b, 0x7d, 13, 10, 0x27]

/** The tokens of an RTF file, in order. Binary data (`\bin`) is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    if (byte === openBrace || byte === closeBrace) {
      yield { kind: byte === openBrace ? 'open' : 'close' }
      at++
    } else if (byte === cr || byte === lf) at++
    else if (byte !== backslash) {
      let end = at + 1
      while (end < bytes.length && !isSpecial(bytes[end] ?? 0)) end++
      yield { kind: 'bytes', value: bytes.subarray(at, end) }
      at = end
    } else if (bytes[at + 1] === apostrophe) {
      const value = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 48, bytes[at + 3] ?? 48), 16)
      if (!Number.isNaN(value)) yield { kind: 'hex', value }
      at += 4
    } else {
      const control = readControl(bytes, at + 1)
      at = control.end
      if (control.name === 'bin') at += Math.max(0, control.value ?? 0)
      else if (control.literal !== null) yield { kind: 'bytes', value: Uint8Array.of(control.literal) }
      else yield { kind: 'word', name: control.name, value: control.value }
    }
  }
}

interface Control {
  readonly name: string
  readonly value: number | null
  /** A brace or backslash that stands for itself. */
  readonly literal: number | null
  readonly end: number
}

function readControl(bytes: Uint8Array, start: number): Control {
  let at = start
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at] ?? 0)) at++
  if (at === start) {
    const byte = bytes[start] ?? 0
    const literal = byte === backslash || byte === openBrace || byte === closeBrace ? byte : null
    const name = byte === cr || byte === lf ? 'par' : String.fromCharCode(byte)
    return { name, value: null, literal, end: start + 1 }
  }
  const name = String.fromCharCode(...bytes.subarray(start, at))
  const number = /^-?\d{1,10}/.exec(String.fromCharCode(...bytes.subarray(at, at + 11)))?.[0] ?? ''
  at += number.length
  if (bytes[at] === 32) at++
  return { name, value: number === '' ? null : Number(number), literal: null, end: at }
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)
}

function isSpecial(byte: number): boolean {
  return byte === backslash || byte === openBrace || byte === closeBrace || byte === cr || byte === lf
}
