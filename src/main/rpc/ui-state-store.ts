import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectId } from '../../shared/model/ids'
import { ProjectUiState } from '../../shared/model/ui-state'
import { writeDurably } from '../store/durable-file'
import { realFiles } from '../store/files'

const blank: ProjectUiState = { pinned: [], recent: [], digits: [], places: {}, lines: {} }

/** What is remembered of each project, a small file each in the user's data folder. An unreadable file is begun anew. */
export class UiStateStore {
  private readonly known = new Map<ProjectId, ProjectUiState>()
  private readonly reading = new Map<ProjectId, Promise<void>>()
  private writing: Promise<void> = Promise.resolve()

  constructor(private readonly folder: string) {}

  async read(project: ProjectId): Promise<ProjectUiState> {
    await this.opened(project)
    return this.known.get(project) ?? blank
  }

  /**
   * Remembers something more; `change` is given what is remembered at that moment. What cannot be written is forgotten at
   * the end of the day; nothing else is.
   */
  async remember(
    project: ProjectId,
    change: (before: ProjectUiState) => ProjectUiState
  ): Promise<ProjectUiState> {
    await this.opened(project)
    // As it is now: others may have remembered something while the file was read.
    const next = change(this.known.get(project) ?? blank)
    this.known.set(project, next)
    this.writing = this.writing
      .then(async () => {
        await realFiles.makeFolder(this.folder)
        await writeDurably(this.path(project), `${JSON.stringify(next)}\n`)
      })
      .catch(() => {})
    return next
  }

  /** The file is read once a project: what is remembered meanwhile must not be read over. */
  private opened(project: ProjectId): Promise<void> {
    const reading = this.reading.get(project) ?? this.readFile(project)
    this.reading.set(project, reading)
    return reading
  }

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

function parsed(text: string): ProjectUiState {
  try {
    return ProjectUiState.parse({ ...blank, ...JSON.parse(text) })
  } catch {
    return blank
  }
}
