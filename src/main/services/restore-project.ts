import { mkdir, mkdtemp, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { backupFolder, listBackupsIn } from '../backup/backup'
import type { BackupName } from '../backup/backup-names'
import { contentFolders, readPlain, soundBytes } from '../backup/copies'
import { projectAround } from '../backup/outside-place'
import { unpackBackup } from '../backup/restore'
import { openProject } from '../project/open'
import { syncFolder, writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { foldersAtFirst, isSegment } from '../store/project-files'
import { scanSegment } from '../store/segment'
import type { RepairReport } from './repair'
import { repairWithBackups } from './repair-backups'

export interface RestoredProject extends RepairReport {
  /** The backup that the project was made from. */
  readonly backup: BackupName
}

interface RestoreProject {
  readonly files?: Files
  progress?(done: number, total: number): void
}

/** What an operating system puts into a folder by itself. */
const systemFiles = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db'])

/**
 * The folder with the archives of one project: the given one, `backups` in it, or that of the one project whose backups
 * lie in it.
 */
export async function findBackups(given: string, files: Files = realFiles): Promise<Result<string>> {
  const folder = await realpath(given).catch(() => given)
  for (const place of [folder, join(folder, backupFolder)])
    if (await holdsBackups(place, files)) return ok(place)
  const below: string[] = []
  for (const name of await files.list(folder).catch(() => [])) {
    const isFolder = files.facts(join(folder, name))?.kind === 'folder'
    if (isFolder && (await holdsBackups(join(folder, name, backupFolder), files))) below.push(name)
  }
  const [only, ...more] = below
  if (only === undefined) return err(appError('NotFound', 'backupFolderUnknown', { folder: given }))
  return more.length === 0
    ? ok(join(folder, only, backupFolder))
    : err(appError('Conflict', 'backupFolderSeveral', { folder: given, names: below.sort().join(', ') }))
}

async function holdsBackups(place: string, files: Files): Promise<boolean> {
  if (files.facts(place)?.kind !== 'folder') return false
  return (await listBackupsIn(place, files).catch(() => [])).length > 0
}

/**
 * Makes a project again from its backups alone, in a folder that is empty or not there yet. It is put together beside
 * that folder, repaired and verified, and then takes its place at once: it is there whole or not at all. The backups
 * are only read. `problems` names what the backups do not hold.
 */
export async function restoreProject(
  from: string,
  to: string,
  { files = realFiles, progress = () => {} }: RestoreProject = {}
): Promise<Result<RestoredProject>> {
  const found = await findBackups(from, files)
  if (!found.ok) return found
  const place = found.value
  const folder = resolve(to)
  const unfit = await whyNotInto(folder, place, files)
  if (unfit) return err(unfit)
  let made: string | null = null
  try {
    await mkdir(dirname(folder), { recursive: true })
    made = await mkdtemp(join(dirname(folder), `.${basename(folder)}.restoring-`))
    const backup = await putTogether(place, made, files, progress)
    if (!backup)
      return err(
        appError('Damaged', 'backupNotRestored', { folder: place, reason: 'no backup in it is sound' })
      )
    // An older format is brought up to date first: repairing reads journals of today's.
    const opened = await openProject(made, { files })
    if (opened.ok) await opened.value.close()
    const repaired = await repairWithBackups(made, { files })
    if (!repaired.ok) return repaired
    await makeRoom(folder)
    await rename(made, folder)
    await syncFolder(dirname(folder), files)
    made = null
    return ok({ ...repaired.value, backup })
  } catch (error) {
    return err(appError('StorageFailed', 'backupNotRestored', { folder: place, reason: reasonOf(error) }))
  } finally {
    if (made !== null) await rm(made, { recursive: true, force: true }).catch(() => {})
  }
}

/** Why no project can be put into a folder out of the files at a place; null where it can. */
export async function whyNotInto(folder: string, place: string, files: Files) {
  const about = files.facts(folder)
  if (about && about.kind !== 'folder') return appError('Conflict', 'folderNotEmpty', { folder })
  const there = about ? (await readdir(folder)).filter((name) => !systemFiles.has(name)) : []
  if (there.length > 0) return appError('Conflict', 'folderNotEmpty', { folder })
  const project = projectAround(folder, files)
  if (project !== null) return appError('Invalid', 'restoreInProject', { folder, project })
  const within = relative(place, folder)
  return !within.startsWith('..') && !isAbsolute(within)
    ? appError('Invalid', 'restoreInProject', { folder, project: place })
    : null
}

/** Puts the parts of a project together from the newest backup that is sound. Null where none is. */
async function putTogether(
  place: string,
  into: string,
  files: Files,
  progress: (done: number, total: number) => void
): Promise<BackupName | null> {
  for (const backup of await listBackupsIn(place, files)) {
    const unpacked = await unpackBackup(join(place, backup.file), into, files).then(
      () => true,
      () => false
    )
    if (!unpacked) {
      await emptyFolder(into)
      continue
    }
    for (const sub of foldersAtFirst) await files.makeFolder(join(into, sub))
    await bringSegments(place, into, files)
    await bringContents(place, into, files, progress)
    await bringArchives(place, into, files)
    return backup
  }
  return null
}

/** Removes an empty folder, so that another can take its name. Fails where something has come into it meanwhile. */
export async function makeRoom(folder: string): Promise<void> {
  if (!realFiles.facts(folder)) return
  for (const name of systemFiles) await rm(join(folder, name), { force: true })
  await rmdir(folder)
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
}

/** The closed segments that were copied; where the archive has one too, the one with more changes. */
async function bringSegments(place: string, into: string, files: Files): Promise<void> {
  for (const name of (await files.list(join(place, 'journal'))).filter(isSegment)) {
    const copy = await readPlain(join(place, 'journal', name), files)
    const own = await readPlain(join(into, 'journal', name), files)
    if (copy && (!own || linesIn(copy) > linesIn(own)))
      await writeDurably(join(into, 'journal', name), copy, files)
  }
}

function linesIn(segment: Buffer): number {
  return scanSegment(segment).lines.length
}

async function bringContents(
  place: string,
  into: string,
  files: Files,
  progress: (done: number, total: number) => void
): Promise<void> {
  const names: string[] = []
  for (const { sub, isName } of contentFolders)
    for (const name of (await files.list(join(place, sub))).filter(isName)) names.push(`${sub}/${name}`)
  let done = 0
  for (const name of names) {
    const copy = await readPlain(join(place, name), files)
    const sound = copy && (await soundBytes(copy, basename(name)))
    if (sound) await writeDurably(join(into, name), sound, files)
    progress(++done, names.length)
  }
}

/** The archives come along: repairing looks into them, and older states can be restored from them. */
async function bringArchives(place: string, into: string, files: Files): Promise<void> {
  for (const { file } of await listBackupsIn(place, files)) {
    const bytes = await readPlain(join(place, file), files)
    if (bytes) await writeDurably(join(into, backupFolder, file), bytes, files)
  }
}
