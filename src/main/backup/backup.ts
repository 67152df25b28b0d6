import { join } from 'node:path'
import { z } from 'zod'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { sha256 } from '../store/hash'
import { isSegment } from '../store/project-files'
import { shardFolders } from '../store/shards'
import { eachInArchive, writeArchive } from './archive'
import {
  type BackupName,
  type BackupReason,
  backupFile,
  newestFirst,
  outdated,
  parseBackupFile
} from './backup-names'

export const backupFolder = 'backups'
export const manifestName = 'backup.json'

/** What a backup says of itself: each of its files with length and hash. */
const Manifest = z.object({
  made: z.iso.datetime(),
  reason: z.string(),
  seq: z.int().min(0),
  files: z.record(z.string(), z.object({ bytes: z.int().min(0), sha256: z.string() }))
})

interface MakeBackup {
  readonly reason: BackupReason
  /** The last change in it. */
  readonly seq: number
  /** Segments that are never written to again: they are copied once, and not into every archive. */
  readonly closedSegments: readonly string[]
  readonly files?: Files
}

/**
 * Backs a project up: snapshots, checkpoint and the journal's open end go into an archive of their own, read back and
 * checked before it counts; texts, originals and closed segments, which never change, are copied once.
 */
export async function makeBackup(
  folder: string,
  { reason, seq, closedSegments, files = realFiles }: MakeBackup
): Promise<Result<BackupName>> {
  const made = new Date()
  const file = backupFile(made, reason, seq)
  const path = join(folder, backupFolder, file)
  try {
    await files.makeFolder(join(folder, backupFolder))
    await copyOnce(folder, 'journal', closedSegments, files)
    const manifest: z.infer<typeof Manifest> = { made: made.toISOString(), reason, seq, files: {} }
    await writeArchive(path, packed(folder, new Set(closedSegments), manifest, files), files)
    await checkBackup(folder, file, files)
    for (const sub of ['texts', 'originals'])
      await copyOnce(folder, sub, await files.list(join(folder, sub)), files)
    for (const old of outdated(await listBackups(folder, files)))
      await files.remove(join(folder, backupFolder, old.file))
    return ok({ file, made, reason, seq })
  } catch (error) {
    return err(appError('StorageFailed', 'backupFailed', { folder, reason: reasonOf(error) }))
  }
}

/** The backups of a project, newest first. */
export async function listBackups(folder: string, files: Files = realFiles): Promise<BackupName[]> {
  const names = await files.list(join(folder, backupFolder))
  return names.flatMap((name) => parseBackupFile(name) ?? []).sort(newestFirst)
}

/** Reads a backup back and checks every file in it. Throws where anything is not as its manifest says. */
export async function checkBackup(folder: string, file: string, files: Files = realFiles): Promise<void> {
  const found = new Map<string, { bytes: number; sha256: string }>()
  let manifest: z.infer<typeof Manifest> | null = null
  await eachInArchive(join(folder, backupFolder, file), files, (name, bytes) => {
    if (name === manifestName) manifest = Manifest.parse(JSON.parse(bytes.toString('utf8')))
    else found.set(name, { bytes: bytes.length, sha256: sha256(bytes) })
  })
  const expected = Object.entries(readManifest(manifest).files)
  if (expected.length !== found.size) throw new Error('it does not hold the files that it names')
  for (const [name, facts] of expected)
    if (found.get(name)?.sha256 !== facts.sha256) throw new Error(`${name} in it is damaged`)
}

function readManifest(manifest: z.infer<typeof Manifest> | null): z.infer<typeof Manifest> {
  if (manifest === null) throw new Error(`${manifestName} is missing in it`)
  return manifest
}

async function* packed(
  folder: string,
  closed: ReadonlySet<string>,
  manifest: z.infer<typeof Manifest>,
  files: Files
) {
  for (const name of await namesToPack(folder, closed, files)) {
    const bytes = await files.read(join(folder, name))
    manifest.files[name] = { bytes: bytes.length, sha256: sha256(bytes) }
    yield { name, bytes }
  }
  yield { name: manifestName, bytes: Buffer.from(`${JSON.stringify(manifest)}\n`) }
}

/** The journal last: whatever was changed meanwhile is in it, so that the snapshots are never ahead. */
async function namesToPack(folder: string, closed: ReadonlySet<string>, files: Files): Promise<string[]> {
  const top = (await files.list(folder)).filter((name) => name.endsWith('.json'))
  const below: string[] = []
  for (const sub of shardFolders)
    for (const name of await files.list(join(folder, sub)))
      if (name.endsWith('.json')) below.push(`${sub}/${name}`)
  const segments = (await files.list(join(folder, 'journal')))
    .filter((name) => isSegment(name) && !closed.has(name))
    .map((name) => `journal/${name}`)
  return [...top.sort(), ...below.sort(), ...segments.sort()]
}

/** Copies files that never change into the backup folder, those that are not there yet. */
async function copyOnce(folder: string, sub: string, names: readonly string[], files: Files): Promise<void> {
  const place = join(folder, backupFolder, sub)
  await files.makeFolder(place)
  const there = new Set(await files.list(place))
  for (const name of names) {
    if (there.has(name) || name.endsWith('.tmp')) continue
    const bytes = await files.read(join(folder, sub, name))
    // What is named by its content is copied only while it is still what its name says.
    const hash = /^[0-9a-f]{64}/.exec(name)?.[0]
    if (hash === undefined || sha256(bytes) === hash) await writeDurably(join(place, name), bytes, files)
  }
}
