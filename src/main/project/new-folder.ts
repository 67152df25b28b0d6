import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** So long may a name be, in bytes of UTF-8: file systems take 255, and an ending or a number comes behind it. */
const longestNameBytes = 220

/** Names that Windows keeps for devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A name without the characters that file systems refuse, cut at a whole sign where it is too long. */
export function safeName(name: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  let short = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(plain)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > longestNameBytes) break
    short += segment
  }
  const whole = short.replace(/[. ]+$/, '') || 'Variorum'
  return device.test(whole) ? `${whole}_` : whole
}

/** The first place in a folder that is free for something of a name: `Name`, `Name 2`, `Name 3` … */
export function freeFolder(parent: string, name: string): string {
  const base = join(parent, safeName(name))
  for (let number = 1; ; number++) {
    const place = number === 1 ? base : `${base} ${number}`
    if (!existsSync(place)) return place
  }
}
