import { access, constants, mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { appError, reasonOf } from '../../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../../shared/model/result'
import { replaceDurably, syncFolder, writeDurably } from '../../store/durable-file'
import { type Files, isCode, realFiles, writeFully } from '../../store/files'
import { ExportProblem } from '../export-problem'
import type { Prepared } from '../model/prepared'
import type { ExportSide, ExportWriter, LeftOut } from './export-job'

export interface SavedExport {
  readonly file: string
  readonly leftOut: LeftOut
  /** Whether the name was too long for the disk and was cut. */
  readonly shortened: boolean
}

export interface Saving {
  readonly writer: ExportWriter
  readonly signal: AbortSignal
  readonly print: ExportSide['print']
  readonly files?: Files
}

/**
 * Writes an export under a name: into a file or folder beside it, which takes its place when all of it is on the disk. A
 * failure, said in a sentence, leaves what lay there before and nothing else. Rejects where it is aborted.
 */
export async function saveExport(
  prepared: Prepared,
  target: string,
  isFolder: boolean,
  { writer, signal, print, files = realFiles }: Saving
): Promise<Result<SavedExport>> {
  const file = fittingName(target)
  if (underWay.has(file)) return err(appError('Conflict', 'exportUnderWay', named(file)))
  underWay.add(file)
  try {
    await (isFolder ? refuseFolder(file) : refuseFile(file))
    let leftOut: LeftOut = []
    const write = async (outlet: Pick<ExportSide, 'piece' | 'file'>) => {
      leftOut = await writer.write(prepared.job, { ...prepared.feed, ...outlet, print }, signal)
    }
    await (isFolder ? saveFolder(file, write, files) : saveFile(file, write, files))
    return ok({ file, leftOut, shortened: file !== target })
  } catch (error) {
    signal.throwIfAborted()
    return err(error instanceof ExportProblem ? error.error : problemOf(file, error))
  } finally {
    underWay.delete(file)
  }
}

/** Writes bytes under a name, as an export is written. */
export async function saveBytes(
  target: string,
  bytes: Uint8Array,
  files: Files = realFiles
): Promise<Result<{ readonly file: string; readonly shortened: boolean }>> {
  const file = fittingName(target)
  if (underWay.has(file)) return err(appError('Conflict', 'exportUnderWay', named(file)))
  underWay.add(file)
  try {
    await refuseFile(file)
    await replaceDurably(file, files, (opened) => writeFully(opened, bytes, 0))
    return ok({ file, shortened: file !== target })
  } catch (error) {
    return err(error instanceof ExportProblem ? error.error : problemOf(file, error))
  } finally {
    underWay.delete(file)
  }
}

/** The files that are being written: two that are written beside the same name would take each other's away. */
const underWay = new Set<string>()

type Write = (outlet: Pick<ExportSide, 'piece' | 'file'>) => Promise<void>

function saveFile(path: string, write: Write, files: Files): Promise<void> {
  return replaceDurably(path, files, async (file) => {
    let position = 0
    await write({
      piece: async (bytes) => {
        await writeFully(file, bytes, position)
        position += bytes.length
      },
      file: () => Promise.reject(new Error('the format writes one file'))
    })
  })
}

async function saveFolder(path: string, write: Write, files: Files): Promise<void> {
  const temporary = join(dirname(path), `.export-${process.pid}-${crypto.randomUUID()}.tmp`)
  try {
    await mkdir(temporary)
    await write({
      piece: () => Promise.reject(new Error('the format writes a folder')),
      file: async (name, bytes) => {
        const place = join(temporary, ...partsOf(name))
        await mkdir(dirname(place), { recursive: true })
        await writeDurably(place, bytes, files)
      }
    })
    await files.rename(temporary, path)
    await syncFolder(dirname(path), files)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true })
    throw error
  }
}

/** The names of a path below the folder; one that leads out of it is a fault of the format. */
function partsOf(name: string): string[] {
  const parts = name.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\')))
    throw new Error(`“${name}” is no name within the folder`)
  return parts
}

/** Renaming would put another file in the place of one that may not be written to. */
async function refuseFile(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (!there) return
  if (there.isDirectory()) throw new ExportProblem(appError('StorageFailed', 'exportIsFolder', named(path)))
  const mayWrite =
    (there.mode & 0o222) !== 0 &&
    (await access(path, constants.W_OK).then(
      () => true,
      () => false
    ))
  if (!mayWrite) throw new ExportProblem(appError('StorageFailed', 'exportReadOnly', named(path)))
}

/** What a person has in a folder is not ours to replace. */
async function refuseFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => null))
    throw new ExportProblem(appError('StorageFailed', 'exportFolderThere', named(path)))
}

function named(path: string): { readonly file: string } {
  return { file: basename(path) }
}

function problemOf(path: string, error: unknown): AppError {
  const is = (...codes: readonly string[]) => codes.some((code) => isCode(error, code))
  if (is('ENOSPC', 'EDQUOT')) return appError('StorageFailed', 'exportDiskFull', named(path))
  if (is('EACCES', 'EPERM', 'EROFS')) return appError('StorageFailed', 'exportReadOnly', named(path))
  if (is('EBUSY', 'ETXTBSY')) return appError('StorageFailed', 'exportOpen', named(path))
  if (is('ENOENT', 'ENOTDIR'))
    return appError('StorageFailed', 'exportNoFolder', { ...named(path), folder: dirname(path) })
  return appError('StorageFailed', 'exportFailed', { ...named(path), reason: reasonOf(error) })
}

/** Most file systems take names of so many bytes. */
const longestNameBytes = 255

/** A path whose last name a disk takes: cut between two signs, its ending kept. */
export function fittingName(path: string): string {
  const name = basename(path)
  if (Buffer.byteLength(name) <= longestNameBytes) return path
  const ending = extname(name)
  let short = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    name.slice(0, name.length - ending.length)
  )) {
    if (Buffer.byteLength(short + segment + ending) > longestNameBytes) break
    short += segment
  }
  return join(dirname(path), short + ending)
}
