import { join } from 'node:path'
import { z } from 'zod'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { type Files, realFiles } from '../store/files'
import { isSegment } from '../store/project-files'
import { shardFolders } from '../store/shards'
import { eachInArchive, writeArchive } from './archive'
import { isPacked, manifestName } from './archive-limits'
import {
  type BackupName,
  type BackupReason,
  backupFile,
  newestFirst,
  outdated,
  parseBackupFile
} from './backup-names'
import { renewCopies } from './copies'
import { sha256InSlices } from './hash-in-slices'

export const backupFolder = 'backups'

/** What a backup says of itself: each of its files with length and hash. */
const Manifest = z.object({
  made: z.iso.datetime(),
  reason: z.string(),
  seq: z.int().min(0),
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string() }))
})
type Manifest = z.infer<typeof Manifest>

interface MakeBackup {
  readonly reason: BackupReason
  /** The last change in it. */
  readonly seq: number
  /** Segments that are never written to again: they are copied once, and not into every archive. */
  readonly closedSegments: readonly string[]
  readonly files?: Files
  /** Where it is put: the project's own `backups/`, or a folder elsewhere. Its parent must be there. */
  readonly place?: string
  readonly signal?: AbortSignal
}

/**
 * Backs a project up: snapshots, checkpoint and the journal's open end go into an archive of their own, read back and
 * checked before it counts; texts, originals and closed segments, which never change, are copied once, and again where
 * a copy is no longer what it was.
 */
export async function makeBackup(
  folder: string,
  { reason, seq, closedSegments, files = realFiles, place = join(folder, backupFolder), signal }: MakeBackup
): Promise<Result<BackupName>> {
  const made = new Date()
  const file = backupFile(made, reason, seq)
  try {
    await files.makeFolder(place)
    const copying = { closedSegments, files, signal }
    await renewCopies(folder, place, copying)
    const manifest: Manifest = { made: made.toISOString(), reason, seq, files: {} }
    const entries = packed(folder, new Set(closedSegments), manifest, { files, signal })
    await writeArchive(join(place, file), entries, files)
    await checkArchive(join(place, file), files)
    // What came in while the archive was written: its texts may be named in it.
    await renewCopies(folder, place, { ...copying, onlyMissing: true })
    await pruneBackups(place, files)
    return ok({ file, made, reason, seq })
  } catch (error) {
    return err(appError('StorageFailed', 'backupFailed', { folder, reason: reasonOf(error) }))
  }
}

/** The backups of a project, newest first. */
export function listBackups(folder: string, files: Files = realFiles): Promise<BackupName[]> {
  return listBackupsIn(join(folder, backupFolder), files)
}

/** The backups in a folder, newest first. */
export async function listBackupsIn(place: string, files: Files = realFiles): Promise<BackupName[]> {
  const names = await files.list(place)
  return names.flatMap((name) => parseBackupFile(name) ?? []).sort(newestFirst)
}

/** Removes the backups that have served. */
export async function pruneBackups(place: string, files: Files): Promise<void> {
  for (const old of outdated(await listBackupsIn(place, files))) await files.remove(join(place, old.file))
}

/** Reads a backup of a project back and checks every file in it. Throws where anything is not as its manifest says. */
export function checkBackup(folder: string, file: string, files: Files = realFiles): Promise<void> {
  return checkArchive(join(folder, backupFolder, file), files)
}

/**
 * Reads an archive back and checks every file in it, each of which is then given to `use`. Throws where anything is not
 * as its manifest says; what was given out before is then not to be trusted.
 */
export async function checkArchive(
  path: string,
  files: Files,
  use: (name: string, bytes: Buffer) => Promise<void> = async () => {}
): Promise<void> {
  const found = new Map<string, string>()
  let manifest: Manifest | null = null
  await eachInArchive(path, files, async (name, bytes) => {
    if (name === manifestName) {
      manifest = Manifest.parse(JSON.parse(bytes.toString('utf8')))
      return
    }
    found.set(name, await sha256InSlices(bytes))
    await use(name, bytes)
  })
  // Earlier versions packed any .json file that lay in the project's folders; those are passed over.
  const expected = Object.entries(present(manifest).files).filter(([name]) => isPacked(name))
  if (expected.length !== found.size) throw new Error('it does not hold the files that it names')
  for (const [name, facts] of expected)
    if (found.get(name) !== facts.sha256) throw new Error(`${name} in it is damaged`)
}

function present(manifest: Manifest | null): Manifest {
  if (manifest === null) throw new Error(`${manifestName} is missing in it`)
  return manifest
}

async function* packed(
  folder: string,
  closed: ReadonlySet<string>,
  manifest: Manifest,
  { files, signal }: { readonly files: Files; readonly signal: AbortSignal | undefined }
) {
  for (const name of await namesToPack(folder, closed, files)) {
    signal?.throwIfAborted()
    const bytes = await files.read(join(folder, name))
    manifest.files[name] = { bytes: bytes.length, sha256: await sha256InSlices(bytes) }
    yield { name, bytes }
  }
  yield { name: manifestName, bytes: Buffer.from(`${JSON.stringify(manifest)}\n`) }
}

/**
 * The project's own files, none that another program has put there, and no link. The journal last: whatever was
 * changed meanwhile is in it, so that the snapshots are never ahead.
 */
async function namesToPack(folder: string, closed: ReadonlySet<string>, files: Files): Promise<string[]> {
  const snapshots: string[] = []
  for (const sub of ['', ...shardFolders])
    for (const name of await files.list(join(folder, sub)))
      snapshots.push(sub === '' ? name : `${sub}/${name}`)
  const segments = (await files.list(join(folder, 'journal')))
    .filter((name) => isSegment(name) && !closed.has(name))
    .map((name) => `journal/${name}`)
  return [...snapshots.sort(), ...segments.sort()].filter(
    (name) => isPacked(name) && name !== manifestName && files.facts(join(folder, name))?.kind === 'file'
  )
}
