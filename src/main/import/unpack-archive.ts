import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { ArchiveProblem, unpack } from './formats/archive'
import { largestFile } from './parse-file'
import type { UnpackLimits } from './unpack-budget'
import { partsOf, UnpackedNames } from './unpacked-names'

/** Only those limits that every archive has. */
const withoutLimits: UnpackLimits = {
  bytes: Number.MAX_SAFE_INTEGER,
  entries: Number.MAX_SAFE_INTEGER,
  room: Number.MAX_SAFE_INTEGER
}

/** What an archive came to. */
export interface Unpacked {
  readonly bytes: number
  readonly entries: number
}

/**
 * Unpacks a ZIP archive into a folder. Runs in the parsing process. An entry whose name leads out of the folder refuses
 * the whole archive, and so does one that cannot be written; hidden files and those of the archiver are passed over.
 */
export async function unpackArchive(
  path: string,
  into: string,
  limits: UnpackLimits = withoutLimits
): Promise<Result<Unpacked>> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > largestFile) {
      const [most, own] = [largestFile / 1048576, Math.round(size / 1048576)]
      return err(appError('Unsupported', 'fileTooLarge', { name, size: own, most }))
    }
    const wanted = (each: string) => !each.endsWith('/') && !isHidden(each)
    const entries = unpack(await readFile(path), wanted, limits)
    for (const each of entries.keys()) if (leadsOut(each)) throw new ArchiveProblem('dangerous')
    const names = new UnpackedNames()
    let bytes = 0
    for (const [each, content] of entries) {
      const to = join(into, ...names.place(each))
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to, content, { flag: 'wx' })
      bytes += content.length
    }
    return ok({ bytes, entries: entries.size })
  } catch (error) {
    if (!(error instanceof ArchiveProblem))
      return err(appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) }))
    switch (error.kind) {
      case 'dangerous':
        return err(appError('Unsupported', 'archiveDangerous', { name }))
      case 'budget':
        return err(appError('Unsupported', 'archivesTooMuch', { name }))
      case 'room':
        return err(appError('StorageFailed', 'archiveWithoutRoom', { name }))
    }
  }
}

function isHidden(entry: string): boolean {
  return partsOf(entry).some((part) => part.startsWith('.') && part !== '..') || entry.startsWith('__MACOSX/')
}

function leadsOut(entry: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(entry) || partsOf(entry).includes('..')
}
