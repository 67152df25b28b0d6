import { setImmediate as nextTurn } from 'node:timers/promises'
import { Zip } from 'fflate'
import { replaceDurably } from '../store/durable-file'
import { type Files, writeFully } from '../store/files'
import { archiveLimits, entriesWithin } from './archive-limits'
import { DeflatedEntry } from './deflated-entry'
import { checkSeal, Seal } from './seal'
import { readDirectory, unpackEntry, unpackEntryNow } from './zip-reader'

/** So much is summed up before other work gets its turn. */
const pieceBytes = 256 * 1024

interface ArchiveEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Packs files into a sealed zip archive, one after another, beside other work. */
export async function* sealedArchive(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Buffer> {
  const seal = new Seal()
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
  for await (const { name, bytes } of entries) {
    const entry = await DeflatedEntry.of(name, bytes)
    zip.add(entry)
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      entry.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
      await nextTurn()
    }
    if (bytes.length === 0) entry.push(bytes, true)
    yield seal.add(taken())
  }
  zip.end()
  yield seal.close(taken())
}

/** Writes a sealed archive beside its place, synced, and renamed: it is there whole or not at all. */
export async function writeArchive(
  path: string,
  entries: AsyncIterable<ArchiveEntry>,
  files: Files
): Promise<void> {
  await replaceDurably(path, files, async (file) => {
    let position = 0
    for await (const bytes of sealedArchive(entries)) {
      await writeFully(file, bytes, position)
      position += bytes.length
    }
  })
}

/**
 * Reads the project's files in an archive, one after another; each is unpacked beside other work, and the next only
 * when `visit` is done with it. Throws where the archive is not whole, or would unpack to more than a backup holds.
 */
export async function eachInArchive(
  path: string,
  files: Files,
  visit: (name: string, bytes: Buffer) => void | Promise<void>
): Promise<void> {
  const archive = await files.read(path)
  await checkSeal(archive)
  for (const entry of entriesWithin(
    readDirectory(archive, archiveLimits.entries),
    archive.length,
    () => true
  ))
    await visit(entry.name, await unpackEntry(archive, entry))
}

/** Some of the project's files in an archive, at once. Throws as `eachInArchive` does. */
export function fromArchive(
  path: string,
  files: Files,
  wanted: (name: string) => boolean
): Map<string, Buffer> {
  const archive = files.readNow(path)
  const chosen = entriesWithin(readDirectory(archive, archiveLimits.entries), archive.length, wanted)
  return new Map(chosen.map((entry) => [entry.name, unpackEntryNow(archive, entry)]))
}
