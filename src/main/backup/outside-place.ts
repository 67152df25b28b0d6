import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import type { ProjectInfo } from '../../shared/model/project'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { syncFolder, writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { checkpointName } from '../store/project-files'
import { unwritable } from '../store/unwritable'
import { backupFolder } from './backup'

/**
 * Lies in the folder that was chosen for backups outside projects. Where a drive is not connected, its folder may
 * be there all the same, and empty: what is written then would lie on the wrong disk.
 */
const markName = '.variorum-backups'
const markText = 'Variorum keeps backups in this folder.\n'

const longestNameBytes = 120

/** Makes a folder the one for backups outside projects. Answers its real path. */
export async function chooseOutside(given: string, files: Files = realFiles): Promise<Result<string>> {
  const chosen = await realpath(given).catch(() => given)
  if (files.facts(chosen)?.kind !== 'folder')
    return err(appError('NotFound', 'folderMissing', { folder: given }))
  const project = projectAround(chosen, files)
  if (project !== null) return err(appError('Invalid', 'backupPlaceInProject', { folder: chosen, project }))
  try {
    await writeDurably(join(chosen, markName), markText, files)
    return ok(chosen)
  } catch (error) {
    return err(unwritable(chosen, error))
  }
}

/** Why the chosen folder cannot be used now; null where it can. */
export function whyNotOutside(chosen: string, files: Files = realFiles): AppError | null {
  if (files.facts(chosen)?.kind !== 'folder' || files.facts(join(chosen, markName))?.kind !== 'file')
    return appError('NotFound', 'backupPlaceGone', { folder: chosen })
  const project = projectAround(chosen, files)
  return project === null ? null : appError('Invalid', 'backupPlaceInProject', { folder: chosen, project })
}

/**
 * Where a project's backups lie in the chosen folder; null where it has none yet. The folder is known by the id at its
 * end: a project that is renamed keeps it.
 */
export async function outsidePlaceOf(
  chosen: string,
  { id }: Pick<ProjectInfo, 'id'>,
  files: Files = realFiles
): Promise<string | null> {
  const isOwn = (name: string) => name === id || name.endsWith(` ${id}`)
  const isFolder = (path: string) => files.facts(path)?.kind === 'folder'
  const own = (await files.list(chosen)).sort().find((name) => isOwn(name) && isFolder(join(chosen, name)))
  return own === undefined ? null : join(chosen, own, backupFolder)
}

/** Makes the folders of a project's backups in the chosen folder, where they are not there yet. Answers the inner one. */
export async function makeOutsidePlace(chosen: string, info: ProjectInfo, files: Files): Promise<string> {
  const place = (await outsidePlaceOf(chosen, info, files)) ?? join(chosen, folderName(info), backupFolder)
  await files.makeFolder(dirname(place))
  await syncFolder(chosen, files)
  await files.makeFolder(place)
  await syncFolder(dirname(place), files)
  return place
}

/** The project that a folder is or lies in; null where there is none. */
export function projectAround(folder: string, files: Files = realFiles): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const there = (name: string) => files.facts(join(at, name)) !== null
    if (there('project.json') && (there('journal') || there(checkpointName))) return at
    if (dirname(at) === at) return null
  }
}

/** A project's name, made such that every file system takes it, and its id. */
export function folderName({ name, id }: Pick<ProjectInfo, 'name' | 'id'>): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const short = cut(plain, longestNameBytes).trim()
  return short === '' ? id : `${short} ${id}`
}

/** The beginning of a text, whole characters of at most so many bytes in UTF-8. */
function cut(text: string, bytes: number): string {
  let length = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += Buffer.byteLength(segment)
    if (length > bytes) break
    kept += segment
  }
  return kept
}
