import { setImmediate as nextTurn } from 'node:timers/promises'
import { Unzip, UnzipInflate, unzipSync, Zip, ZipDeflate } from 'fflate'
import { replaceDurably } from '../store/durable-file'
import { type Files, writeFully } from '../store/files'
import { checkSeal, Seal } from './seal'

/** So much is packed or unpacked before other work gets its turn. */
const pieceBytes = 256 * 1024

/**
 * Packs files into a zip archive, one after another, giving way between pieces. The archive is written beside its
 * place, synced, and renamed: it is there whole or not at all.
 */
export async function writeArchive(
  path: string,
  entries: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
  files: Files
): Promise<void> {
  await replaceDurably(path, files, async (file) => {
    const seal = new Seal()
    let position = 0
    let packed: Uint8Array[] = []
    let failure: Error | null = null
    const zip = new Zip((error, chunk) => {
      if (error) failure = error
      else packed.push(chunk)
    })
    const taken = () => {
      if (failure) throw failure
      const bytes = Buffer.concat(packed)
      packed = []
      return bytes
    }
    const writeOut = async (bytes: Buffer) => {
      await writeFully(file, bytes, position)
      position += bytes.length
    }
    for await (const { name, bytes } of entries) {
      const entry = new ZipDeflate(name, { level: 4 })
      zip.add(entry)
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        entry.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
        await nextTurn()
      }
      if (bytes.length === 0) entry.push(bytes, true)
      await writeOut(seal.add(taken()))
    }
    zip.end()
    await writeOut(seal.close(taken()))
  })
}

/** Reads every file of an archive in turn, giving way between pieces. Throws where the archive is not whole. */
export async function eachInArchive(
  path: string,
  files: Files,
  visit: (name: string, bytes: Buffer) => void
): Promise<void> {
  const archive = await files.read(path)
  checkSeal(archive)
  let failure: Error | null = null
  let open = 0
  const unzip = new Unzip((entry) => {
    const parts: Uint8Array[] = []
    open++
    entry.ondata = (error, chunk, final) => {
      if (error) failure = error
      else parts.push(chunk)
      if (!final) return
      open--
      visit(entry.name, Buffer.concat(parts))
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < archive.length; at += pieceBytes) {
    unzip.push(archive.subarray(at, at + pieceBytes), at + pieceBytes >= archive.length)
    if (failure) throw failure
    await nextTurn()
  }
  if (open > 0 || archive.length === 0) throw new Error('the archive ends too early')
}

/** Some files of an archive, at once. */
export function fromArchive(
  path: string,
  files: Files,
  wanted: (name: string) => boolean
): Map<string, Buffer> {
  const found = unzipSync(files.readNow(path), { filter: ({ name }) => wanted(name) })
  return new Map(Object.entries(found).map(([name, bytes]) => [name, Buffer.from(bytes)]))
}
