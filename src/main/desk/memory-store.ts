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
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly folder: string) {}

  async read(project: ProjectId): Promise<DeskMemory> {
    const known = this.known.get(project)
    if (known) return known
    const text = await readFile(this.path(project), 'utf8').catch(() => '{}')
    const memory = parsed(text)
    this.known.set(project, memory)
    return memory
  }

  /** What cannot be written is forgotten at the end of the day; nothing else is. */
  async remember(project: ProjectId, patch: Partial<DeskMemory>): Promise<DeskMemory> {
    const before = await this.read(project)
    const places = { ...before.places, ...patch.places }
    const next = { ...before, ...patch, places }
    this.known.set(project, next)
    this.writing = this.writing
      .then(async () => {
        await realFiles.makeFolder(this.folder)
        await writeDurably(this.path(project), `${JSON.stringify(next)}\n`)
      })
      .catch(() => {})
    return next
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
