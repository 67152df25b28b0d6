import { extname } from 'node:path'

/** How long the name of a file may be in every usual file system, in bytes of UTF-8; some is left for a number. */
const mostBytes = 200
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** The names of an entry's path in an archive, as they stand there. */
export function partsOf(entry: string): string[] {
  return entry.split(/[/\\]/).filter((part) => part !== '' && part !== '.')
}

/**
 * Where the entries of an archive are written: by names that every system can write, no two of them the same, though
 * case and signs that cannot be written may make them so.
 */
export class UnpackedNames {
  private readonly taken = new Map<string, 'file' | 'folder'>()
  private readonly numbers = new Map<string, number>()

  /** The names from the folder of the archive down to the file. */
  place(entry: string): string[] {
    const parts = partsOf(entry).map(writable)
    const placed: string[] = []
    for (const [at, part] of parts.entries()) {
      const kind = at < parts.length - 1 ? 'folder' : 'file'
      placed.push(this.free(placed, part, kind))
    }
    return placed
  }

  private free(above: readonly string[], part: string, kind: 'file' | 'folder'): string {
    const keyOf = (name: string) => [...above, name].join('/').normalize('NFC').toLowerCase()
    const extension = kind === 'file' ? extname(part) : ''
    const stem = part.slice(0, part.length - extension.length)
    // Entries of one folder share it; of many files of one name the next number is known.
    let number = kind === 'file' ? (this.numbers.get(keyOf(part)) ?? 1) : 1
    let own = number === 1 ? part : `${stem} (${number})${extension}`
    for (let there = this.taken.get(keyOf(own)); there; there = this.taken.get(keyOf(own))) {
      if (kind === 'folder' && there === 'folder') return own
      number++
      own = `${stem} (${number})${extension}`
    }
    if (kind === 'file') this.numbers.set(keyOf(part), number)
    this.taken.set(keyOf(own), kind)
    return own
  }
}

function writable(part: string): string {
  const plain = part.replace(/[<>:"|?*\p{Cc}\p{Cs}]/gu, '_').replace(/[. ]+$/, '')
  return shortened(devices.test(plain) ? `_${plain}` : plain || '_')
}

/** A name cut to what can be written, with its extension whole. */
function shortened(name: string): string {
  const bytes = Buffer.from(name)
  if (bytes.length <= mostBytes) return name
  const extension = extname(name).length <= 16 ? extname(name) : ''
  const stem = bytes.subarray(0, mostBytes - Buffer.byteLength(extension)).toString('utf8')
  return stem.replace(/\uFFFD+$/, '') + extension
}
