import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DeskMemory } from '../../shared/model/desk-memory'
import type { ProjectId } from '../../shared/model/ids'
import { writeDurably } from '../store/durable-file'
import { realFiles } from '../store/files'

const blank: DeskMemory = { pinned: [], recent: [], digits: [], places: {}, lines: {} }

/** What is remembered of each project, a small file each in the user's data folder. An unreadable file is begun anew. */
export class MemoryStore {
  private readonly known = new Map<ProjectId, DeskMemory>()
  private readonly reading = new Map<ProjectId, Promise<void>>()
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly folder: string) {}

  async read(project: ProjectId): Promise<DeskMemory> {
    const reading = this.reading.get(project) ?? this.readFile(project)
    this.reading.set(project, reading)
    await reading
    return this.known.get(project) ?? blank
  }

  /** What cannot be written is forgotten at the end of the day; nothing else is. Places and lines come beside those known. */
  async remember(project: ProjectId, patch: Partial<DeskMemory>): Promise<DeskMemory> {
    await this.read(project)
    // As it is now: others may have remembered something while the file was read.
    const before = this.known.get(project) ?? blank
    const places = { ...before.places, ...patch.places }
    const lines = { ...before.lines, ...patch.lines }
    const next = { ...before, ...patch, places, lines }
    this.known.set(project, next)
    this.writing = this.writing
      .then(async () => {
        await realFiles.makeFolder(this.folder)
        await writeDurably(this.path(project), `${JSON.stringify(next)}\n`)
      })
      .catch(() => {})
    return next
  }

  /** Once a project: what is remembered while its file is read must not be read over. */
  private async readFile(project: ProjectId): Promise<void> {
    const text = await readFile(this.path(project), 'utf8').catch(() => '{}')
    this.known.set(project, parsed(text))
  }

  async flush(): Promise<void> {
    await this.writing
  }

  private path(project: ProjectId): string {
    return join(this.folder, `${project}.json`)
  }
}

function parsed(text: string): DeskMemory {
  try {
    return DeskMemory.parse({ ...blank, ...JSON.parse(text) })
  } catch {
    return blank
  }
}
