import { mkdir, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { appError } from '../../shared/model/app-error'
import { newId } from '../../shared/model/new-id'
import { type Coder, ProjectInfo } from '../../shared/model/project'
import { err, ok, type Result } from '../../shared/model/result'
import { emptyState } from '../../shared/model/state'
import { countedState } from '../../shared/operations/counted-state'
import { CheckpointWriter } from '../store/checkpoint'
import { syncFolder, writeDurably } from '../store/durable-file'
import { type Files, realFiles } from '../store/files'
import { Journal } from '../store/journal'
import { checkpointName, foldersAtFirst, temporaryOf } from '../store/project-files'
import { scanSegment, segmentName } from '../store/segment'
import { eagerShards } from '../store/shards'
import { Snapshots } from '../store/snapshots'
import { unwritable } from '../store/unwritable'
import { unfit } from './session-parts'

/** What an operating system puts into a folder by itself. */
const systemFiles = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db'])

/** Stands in the folder while a project is being made in it: what is there then may be made again. */
const unfinishedName = '.unfinished'

/** So that git, which on Windows changes line ends unless told otherwise, leaves a project's files as they are. */
const gitAttributes = { name: '.gitattributes', text: '* -text\n' }

interface CreateProject {
  readonly files?: Files
  /** What it is known by, where it is the same project as another: a bundle that is made without its history. */
  readonly identity?: Pick<ProjectInfo, 'id' | 'created'>
}

/**
 * Makes a new, empty project in a folder that is empty, does not exist yet, or holds a project whose making was cut
 * short. That one is told by a mark that goes last.
 */
export async function createProject(
  given: string,
  name: string,
  coder: Coder,
  { files = realFiles, identity }: CreateProject = {}
): Promise<Result<null>> {
  const { id, created } = identity ?? { id: newId.project(), created: new Date().toISOString() }
  const blank: ProjectInfo = {
    id,
    name,
    created,
    coders: {},
    attributes: {},
    queries: {},
    formulae: {},
    dismissed: {},
    findings: {}
  }
  const info = ProjectInfo.safeParse({ ...blank, coders: { [coder.id]: coder } })
  if (!info.success) return err(unfit(info.error))
  let folder = given
  try {
    await mkdir(given, { recursive: true })
    folder = await realpath(given)
    const there = (await readdir(folder)).filter((each) => !systemFiles.has(each))
    if (there.length > 0 && !(await isUnfinished(folder, files)))
      return err(appError('Conflict', 'folderNotEmpty', { folder: given }))
  } catch (error) {
    return err(unwritable(given, error))
  }
  try {
    await markUnfinished(folder, files)
    await clear(folder, files)
    await make(folder, { blank, info: info.data, coder }, files)
    await files.remove(join(folder, unfinishedName))
    await syncFolder(folder, files)
    return ok(null)
  } catch (error) {
    await clear(folder, files).catch(() => {})
    await files.remove(join(folder, unfinishedName)).catch(() => {})
    return err(unwritable(given, error))
  }
}

/** The mark is an empty file, made in one step: no temporary file may stand alone in the folder. */
async function markUnfinished(folder: string, files: Files): Promise<void> {
  if (files.facts(join(folder, unfinishedName))) return
  const mark = await files.open(join(folder, unfinishedName), 'wx')
  await mark.close()
  await syncFolder(folder, files)
}

/** Whether a project in this folder was being made and never used: nothing in it but what the making writes. */
export async function isUnfinished(folder: string, files: Files): Promise<boolean> {
  if (files.facts(join(folder, unfinishedName))?.size !== 0) return false
  const first = `journal/${segmentName(1)}`
  for (const sub of foldersAtFirst)
    for (const name of await files.list(join(folder, sub))) {
      const path = `${sub}/${name}`
      const ofMaking = path === first || sub === 'library' || temporaryOf(path) !== null
      if (!ofMaking) return false
    }
  if (!files.facts(join(folder, first))) return true
  return scanSegment(await files.read(join(folder, first))).lines.length <= 1
}

/** A project that is being used is no longer unfinished, whatever became of the mark. */
export async function removeUnfinishedMark(folder: string, files: Files): Promise<void> {
  if (files.facts(join(folder, unfinishedName))?.kind === 'file')
    await files.remove(join(folder, unfinishedName))
}

/** Puts `.gitattributes` into a project that has none. */
export async function protectLineEnds(folder: string, files: Files): Promise<void> {
  const path = join(folder, gitAttributes.name)
  if (!files.facts(path)) await writeDurably(path, gitAttributes.text, files)
}

interface Making {
  readonly blank: ProjectInfo
  readonly info: ProjectInfo
  readonly coder: Coder
}

async function make(folder: string, { blank, info, coder }: Making, files: Files): Promise<void> {
  for (const sub of foldersAtFirst) await files.makeFolder(join(folder, sub))
  await protectLineEnds(folder, files)
  const { journal } = await Journal.open(folder, { files, after: 0, closed: {} })
  try {
    await journal.append([
      {
        seq: 1,
        time: info.created,
        coder: coder.id,
        kind: 'do',
        undo: 0,
        redo: 0,
        below: 0,
        operation: { type: 'project.create', info },
        inverse: { type: 'project.create', info: blank }
      }
    ])
  } finally {
    await journal.close()
  }
  const standing = countedState(emptyState(info))
  const snapshots = new Snapshots(folder, files, new CheckpointWriter(folder, files, {}), {
    current: () => ({ standing, seq: 1 }),
    guard() {},
    closedSegments: () => ({}),
    covered() {},
    failed() {}
  })
  snapshots.touchShards(eagerShards)
  await snapshots.flush()
}

/** Removes what the making of a project may have left, and nothing else. */
async function clear(folder: string, files: Files): Promise<void> {
  const left = [...eagerShards, checkpointName, `journal/${segmentName(1)}`, gitAttributes.name]
  for (const name of left) await files.remove(join(folder, name))
  for (const sub of foldersAtFirst)
    for (const name of await files.list(join(folder, sub)))
      if (temporaryOf(`${sub}/${name}`) !== null) await files.remove(join(folder, sub, name))
}
