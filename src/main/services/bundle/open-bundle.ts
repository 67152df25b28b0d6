import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { appError, reasonOf } from '../../../shared/model/app-error'
import type { ProjectId } from '../../../shared/model/ids'
import { type AppError, err, ok, type Result } from '../../../shared/model/result'
import { sha256InSlices } from '../../backup/hash-in-slices'
import { unpackEntry } from '../../backup/zip-reader'
import { openProject, realFolder } from '../../project/open'
import { syncFolder, writeDurably } from '../../store/durable-file'
import { type Files, realFiles } from '../../store/files'
import { foldersAtFirst } from '../../store/project-files'
import { ShardFile } from '../../store/shard-file'
import { infoShard, parseBody } from '../../store/shards'
import { makeRoom, whyNotInto } from '../restore-project'
import type { BundleManifest } from './bundle-manifest'
import { type ReadBundle, readBundle } from './read-bundle'

interface OpenBundle {
  readonly files?: Files
  /** Folders in which this person has opened projects. */
  readonly known?: readonly string[]
  /** Makes it once more, though the project lies elsewhere already. */
  readonly again?: boolean
  progress?(done: number, total: number): void
}

export interface OpenedBundle {
  readonly folder: string
  readonly manifest: BundleManifest
  /** What opening the project in it found damaged. */
  readonly problems: readonly AppError[]
}

/** So many files are written at a time: a disk syncs several as fast as one. */
const together = 8

/**
 * Makes the project that a bundle holds, in a folder that is empty or not there yet. Nothing in the file is trusted: each
 * is held against its hash, and the project is opened once before it takes its place. It is there whole or not at all.
 * Where the same project lies in one of the known folders, or beside the wanted one, that is said (`bundleKnown`), and
 * nothing is done unless it is wanted `again`.
 */
export async function openBundle(
  file: string,
  to: string,
  options: OpenBundle = {}
): Promise<Result<OpenedBundle>> {
  const { files = realFiles, known = [], again = false } = options
  const read = await readBundle(file, files)
  if (!read.ok) return read
  const folder = resolve(to)
  const unfit = await whyNotInto(folder, file, files)
  if (unfit) return err(unfit)
  const { project } = read.value.manifest
  const place = again
    ? null
    : await whereItLies(project.id, [...known, ...(await beside(folder, files))], files)
  if (place !== null)
    return err(appError('Conflict', 'bundleKnown', { name: project.name, folder: place, file }))
  let made: string | null = null
  try {
    await mkdir(dirname(folder), { recursive: true })
    made = await mkdtemp(join(dirname(folder), `.${basename(folder).slice(0, 60)}.opening-`))
    await unpack(read.value, made, options)
    const problems = await problemsOf(made, project.id, files)
    if (!problems.ok) return problems
    await makeRoom(folder)
    await rename(made, folder)
    await syncFolder(dirname(folder), files)
    made = null
    return ok({ folder, manifest: read.value.manifest, problems: problems.value })
  } catch (error) {
    if (error instanceof Unlike)
      return err(appError('Damaged', 'bundleDamaged', { file, reason: error.message }))
    return err(appError('StorageFailed', 'bundleNotOpened', { file, folder: to, reason: reasonOf(error) }))
  } finally {
    if (made !== null) await rm(made, { recursive: true, force: true }).catch(() => {})
  }
}

/** What a bundle says of itself, and in which of some folders its project lies already; null where in none. */
export async function lookIntoBundle(
  file: string,
  known: readonly string[],
  files: Files = realFiles
): Promise<Result<{ manifest: BundleManifest; lies: string | null }>> {
  const read = await readBundle(file, files)
  if (!read.ok) return read
  const { manifest } = read.value
  return ok({ manifest, lies: await whereItLies(manifest.project.id, known, files) })
}

/** A file in a bundle that is not what the bundle says of it. */
class Unlike extends Error {}

async function unpack(
  { archive, manifest, entries }: ReadBundle,
  into: string,
  { files = realFiles, progress = () => {} }: OpenBundle
): Promise<void> {
  for (const sub of foldersAtFirst) await files.makeFolder(join(into, sub))
  const waiting = [...entries]
  let done = 0
  const work = async () => {
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      const { name } = entry
      const bytes = await unpackEntry(archive, entry).catch((error: unknown) => {
        throw new Unlike(`${name}: ${reasonOf(error)}`)
      })
      const sum = await sha256InSlices(bytes)
      const isContent = /^(texts|originals)\//.test(name)
      if (sum !== manifest.files[name]?.sha256 || (isContent && sum !== basename(name).slice(0, 64)))
        throw new Unlike(`${name} in it is damaged`)
      await writeDurably(join(into, name), bytes, files)
      progress(++done, entries.length)
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: together }, work))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}

/** Opens what was unpacked, as it will be opened: what is no project, or another than the bundle says, is refused. */
async function problemsOf(folder: string, id: ProjectId, files: Files): Promise<Result<readonly AppError[]>> {
  const opened = await openProject(folder, { files })
  if (!opened.ok) return opened
  const session = opened.value
  try {
    await session.loadAll()
    if (session.state.info.id !== id) throw new Unlike('it holds another project than it says')
    return ok([...session.notices])
  } finally {
    await session.close()
  }
}

/** The first of some folders that holds a project of this id; null where none does. */
async function whereItLies(id: ProjectId, folders: readonly string[], files: Files): Promise<string | null> {
  for (const folder of folders) if (projectIdIn(await realFolder(folder), files) === id) return folder
  return null
}

async function beside(folder: string, files: Files): Promise<string[]> {
  const names = await files.list(dirname(folder)).catch(() => [])
  return names.slice(0, mostBeside).map((name) => join(dirname(folder), name))
}

/** So many folders beside the wanted one are looked into. */
const mostBeside = 1000

/** The id of the project in a folder; null where there is none that this version can read. */
function projectIdIn(folder: string, files: Files): ProjectId | null {
  try {
    if (files.facts(folder)?.kind !== 'folder') return null
    const content = new ShardFile(folder, infoShard, files).readNow()
    const body = content && parseBody(infoShard, content.body)
    return body?.kind === 'info' ? body.info.id : null
  } catch {
    return null
  }
}
