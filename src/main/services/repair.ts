import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import { backupFolder } from '../backup/backup'
import { openProject, realFolder } from '../project/open'
import { named, originalName } from '../store/content-store'
import { writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { linkedFolder } from '../store/project-files'
import { quarantine } from '../store/quarantine'
import { repairJournal } from './repair-journal'
import { type VerifyReport, verifyProject } from './verify'

export interface RepairReport extends VerifyReport {
  /** What was mended, and how. `problems` is what is left. */
  readonly repaired: readonly AppError[]
}

/**
 * Repairs a project that nobody has open: what is damaged is set aside; the journal is put together again from its
 * sound lines and its copies; snapshot files are made again from the journal and the backups, texts and originals
 * copied back. Then everything is verified: what could not be saved is named.
 */
export async function repairProject(
  given: string,
  { files = realFiles, takeOver = false }: { files?: Files; takeOver?: boolean } = {}
): Promise<Result<RepairReport>> {
  const folder = await realFolder(given)
  try {
    return await repair(folder, { files, takeOver })
  } catch (error) {
    return err(appError('StorageFailed', 'projectUnreadable', { folder, reason: reasonOf(error) }))
  }
}

async function repair(
  folder: string,
  { files, takeOver }: { readonly files: Files; readonly takeOver: boolean }
): Promise<Result<RepairReport>> {
  const repaired: AppError[] = []
  const linked = linkedFolder(folder, files)
  if (linked) return err(linked)
  const journal = await repairJournal(folder, { files, takeOver })
  if (!journal.ok) return journal
  if (journal.value) repaired.push(journal.value)
  const opened = await openProject(folder, { files, takeOver })
  if (!opened.ok) return opened
  const session = opened.value
  try {
    await session.loadAll()
    repaired.push(...(await restoreContents(folder, session.state, files)))
    repaired.push(...session.notices)
    // Without a limit of time, which leaving has: what was repaired is to be whole.
    await session.snapshots?.flush()
  } finally {
    await session.close()
  }
  const report = await verifyProject(folder, { files })
  return ok({ ...report, repaired })
}

/** Copies texts and originals back that are missing or are not what their names say. */
async function restoreContents(folder: string, state: ProjectState, files: Files): Promise<AppError[]> {
  const wanted = new Map<string, string>()
  for (const { original, revisions } of state.documents.values()) {
    for (const { text } of revisions) wanted.set(`texts/${text}.json`, text)
    for (const each of [original, ...revisions.flatMap((revision) => revision.original ?? [])])
      wanted.set(originalName(each), each.sha256)
  }
  const told: AppError[] = []
  for (const [name, hash] of wanted) {
    if ((await bytesOf(join(folder, name), hash, files)) !== null) continue
    const copy = await bytesOf(join(folder, backupFolder, name), hash, files)
    if (copy === null) {
      told.push(appError('Damaged', 'fileNotRestored', { name }))
      continue
    }
    if (files.facts(join(folder, name))) quarantine(folder, name, files)
    await writeDurably(join(folder, name), copy, files)
    told.push(appError('Damaged', 'fileRestored', { name }))
  }
  return told
}

/** The bytes of a file where they have the hash, else null. */
async function bytesOf(path: string, hash: string, files: Files): Promise<Buffer | null> {
  try {
    return named(await files.read(path), hash)
  } catch {
    return null
  }
}
