import { join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import { DocumentId } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import type { Files } from './files'

declare const shardBrand: unique symbol

/**
 * The name of a snapshot file, relative to the project folder, with `/` between its parts. Only `parseShardName` and
 * `shards.ts` make one: a name that comes from elsewhere (a checkpoint, an archive, a folder's list) may lead anywhere.
 */
export type ShardName = string & { readonly [shardBrand]: true }

export const checkpointName = 'checkpoint.json'
/** A name that no link, archive or checkpoint may stretch: what is read and written as a snapshot file. */
export type SnapshotFileName = ShardName | typeof checkpointName

const fixedNames = new Set(['project.json', 'codebook.json', 'memos.json'])
const libraryName = /^library\/[0-9a-f]\.json$/
const namedByIdName = /^(?:annotations|alignments)\/([^/]{1,64})\.json$/

/** Reads the name of a snapshot file; null where it is none. */
export function parseShardName(name: string): ShardName | null {
  const id = namedByIdName.exec(name)?.[1]
  const fits =
    fixedNames.has(name) || libraryName.test(name) || (id !== undefined && DocumentId.safeParse(id).success)
  return fits ? (name as ShardName) : null
}

const segmentPattern = /^\d{6,9}\.jsonl$/
const textPattern = /^[0-9a-f]{64}\.json$/
const originalPattern = /^[0-9a-f]{64}(?:\.[a-z0-9]{1,10})?$/

/** Whether a name in `journal/` is that of a segment. */
export function isSegment(name: string): boolean {
  return segmentPattern.test(name)
}

/** Whether a name in `texts/` is that of a text. */
export function isTextFile(name: string): boolean {
  return textPattern.test(name)
}

/** Whether a name in `originals/` is that of an imported file. */
export function isOriginalFile(name: string): boolean {
  return originalPattern.test(name)
}

/** Every folder that a project may hold. */
export const projectFolders = [
  'library',
  'annotations',
  'alignments',
  'texts',
  'originals',
  'journal',
  'journal.new',
  'backups',
  'backups/texts',
  'backups/originals',
  'backups/journal',
  'damaged'
] as const

/** The folders of a new project; the others come when they are needed. */
export const foldersAtFirst = [
  'library',
  'annotations',
  'alignments',
  'texts',
  'originals',
  'backups',
  'journal'
] as const

const temporaryEnding = /\.\d{1,10}\.tmp$/

/**
 * The file of a project that a temporary file was to become, by its name relative to the project; null for a name that
 * no Variorum writes.
 */
export function temporaryOf(name: string): string | null {
  const target = name.replace(temporaryEnding, '')
  if (target === name) return null
  const [folder, file] = target.includes('/') ? splitName(target) : ['', target]
  const fits =
    target === checkpointName ||
    target === '.gitattributes' ||
    parseShardName(target) !== null ||
    (folder === 'journal' && isSegment(file)) ||
    ((folder === 'texts' || folder === 'backups/texts') && isTextFile(file)) ||
    ((folder === 'originals' || folder === 'backups/originals') && isOriginalFile(file)) ||
    (folder === 'backups/journal' && isSegment(file)) ||
    (folder === 'backups' && file.endsWith('.zip'))
  return fits ? target : null
}

function splitName(name: string): [string, string] {
  const at = name.lastIndexOf('/')
  return [name.slice(0, at), name.slice(at + 1)]
}

/**
 * Why a folder may not be opened as a project: a part of it is a link, and what is read or written there would be read
 * or written elsewhere. Null where all parts are what they should be, or are missing.
 */
export function linkedFolder(folder: string, files: Files): AppError | null {
  for (const name of projectFolders) {
    const about = files.facts(join(folder, name))
    if (about && about.kind !== 'folder') return appError('Invalid', 'projectFolderLinked', { name })
  }
  return null
}
