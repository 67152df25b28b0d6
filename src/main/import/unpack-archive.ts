import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { ArchiveProblem, unpack } from './formats/archive'
import { largestFile } from './parse-file'

/**
 * Unpacks a ZIP archive into a folder. Runs in the parsing process. An entry whose name leads out of the folder refuses
 * the whole archive; hidden files and those of the archiver are passed over.
 */
export async function unpackArchive(path: string, into: string): Promise<Result<number>> {
  const name = basename(path)
  try {
    const { size } = await stat(path)
    if (size > largestFile) {
      const [most, own] = [largestFile / 1048576, Math.round(size / 1048576)]
      return err(appError('Unsupported', 'fileTooLarge', { name, size: own, most }))
    }
    const entries = unpack(await readFile(path), (each) => !each.endsWith('/') && !isHidden(each))
    for (const each of entries.keys()) if (leadsOut(each)) throw new ArchiveProblem(each)
    for (const [each, bytes] of entries) {
      const to = join(into, ...partsOf(each))
      await mkdir(dirname(to), { recursive: true })
      await writeFile(to, bytes, { flag: 'wx' }).catch(() => {})
    }
    return ok(entries.size)
  } catch (error) {
    if (error instanceof ArchiveProblem) return err(appError('Unsupported', 'archiveDangerous', { name }))
    return err(appError('Invalid', 'fileUnreadable', { name, reason: reasonOf(error) }))
  }
}

function isHidden(entry: string): boolean {
  return partsOf(entry).some((part) => part.startsWith('.') && part !== '..') || entry.startsWith('__MACOSX/')
}

function leadsOut(entry: string): boolean {
  return /^([/\\]|[A-Za-z]:)/.test(entry) || partsOf(entry).includes('..')
}

/** The names of a path, each such that every system can write it. */
function partsOf(entry: string): string[] {
  return entry
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
    .map((part) => part.replace(/[<>:"|?*\p{Cc}]/gu, '_').slice(0, 180))
}
