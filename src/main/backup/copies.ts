import { join } from 'node:path'
import { named } from '../store/content-store'
import { writeDurably } from '../store/durable-file'
import { type Files, isCode, isNotAFile } from '../store/files'
import { isOriginalFile, isSegment, isTextFile } from '../store/project-files'
import { sha256InSlices } from './hash-in-slices'
import { SegmentCopies } from './segment-copy'

interface Copying {
  readonly closedSegments: readonly string[]
  readonly files: Files
  readonly signal?: AbortSignal | undefined
  /** Copies that are there already are not looked at. */
  readonly onlyMissing?: boolean
}

/** The folders of files that are named by the hash of their content, and what their names look like. */
export const contentFolders = [
  { sub: 'texts', isName: isTextFile },
  { sub: 'originals', isName: isOriginalFile }
] as const

/**
 * Copies the files of a project that never change to where its backups lie: those that are not there yet, and those
 * whose copy is no longer sound. A file that is itself damaged never takes the place of a copy; no link is followed,
 * and no name that is not a project's is copied.
 */
export async function renewCopies(folder: string, place: string, copying: Copying): Promise<void> {
  const { files, closedSegments } = copying
  for (const sub of ['journal', 'texts', 'originals']) await files.makeFolder(join(place, sub))
  const segments = new SegmentCopies(folder, files)
  await eachToCopy(
    folder,
    place,
    'journal',
    closedSegments.filter(isSegment),
    copying,
    async (name, copy) => {
      const live = await readPlain(join(folder, 'journal', name), files)
      if (!live) return null
      if (copy === null) return live
      const state = await segments.stateOf(copy, live)
      return state === 'renewable' || state === 'reworded' ? live : null
    }
  )
  for (const { sub, isName } of contentFolders) {
    const names = (await files.list(join(folder, sub))).filter(isName)
    await eachToCopy(folder, place, sub, names, copying, async (name, copy) => {
      if (copy && (await soundBytes(copy, name))) return null
      const live = await readPlain(join(folder, sub, name), files)
      return live && soundBytes(live, name)
    })
  }
}

/** What a file was when it was named by the hash of its content, whatever has become of its line ends; else null. */
export async function soundBytes(bytes: Buffer, name: string): Promise<Buffer | null> {
  const hash = name.slice(0, 64)
  return (await sha256InSlices(bytes)) === hash ? bytes : named(bytes, hash)
}

/** The bytes of a plain file; null where there is none, but a link perhaps. */
export async function readPlain(path: string, files: Files): Promise<Buffer | null> {
  try {
    return await files.read(path)
  } catch (error) {
    if (isCode(error, 'ENOENT') || isNotAFile(error)) return null
    throw error
  }
}

/** Asks of each file what is to be written in place of its copy, which is null where there is none or no plain file. */
async function eachToCopy(
  folder: string,
  place: string,
  sub: string,
  names: readonly string[],
  { files, signal, onlyMissing = false }: Copying,
  renewed: (name: string, copy: Buffer | null) => Promise<Buffer | null>
): Promise<void> {
  for (const name of names) {
    signal?.throwIfAborted()
    const path = join(place, sub, name)
    const about = files.facts(path)
    if (onlyMissing && about) continue
    // A folder under the name cannot be replaced; verifying tells of it.
    if (about?.kind === 'folder' || files.facts(join(folder, sub, name))?.kind !== 'file') continue
    const bytes = await renewed(name, about && (await readCopy(path, files)))
    if (bytes) await writeDurably(path, bytes, files)
  }
}

/** A copy that cannot be read is as good as none. */
async function readCopy(path: string, files: Files): Promise<Buffer | null> {
  try {
    return await readPlain(path, files)
  } catch (error) {
    if (isCode(error, 'EIO')) return null
    throw error
  }
}
