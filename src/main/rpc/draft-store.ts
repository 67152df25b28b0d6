import { join } from 'node:path'
import { z } from 'zod'
import { Draft } from '../../shared/drafts/draft'
import type { DraftId, ProjectId } from '../../shared/model/ids'
import { writeDurably } from '../store/durable-file'
import { type Files, isCode, realFiles } from '../store/files'

/** How much is kept of one project. What is beyond it stays in its window, which is told so. */
const most = { drafts: 300, characters: 20_000_000 }
const retryMilliseconds = 3000

const DraftFile = z.object({ format: z.literal(1), drafts: z.array(Draft) })

type Drafts = ReadonlyMap<DraftId, Draft>

/**
 * What was typed and is not known to be saved, a file for each project in the user's data folder: a full disk, a lost
 * folder or a crash of the app costs none of it. A file that cannot be written is tried again; one that cannot be read
 * is set aside, never written over.
 */
export class DraftStore {
  private readonly known = new Map<ProjectId, Promise<Drafts>>()
  private readonly queued = new Map<ProjectId, Promise<boolean>>()
  private readonly unwritten = new Set<ProjectId>()
  private writing: Promise<unknown> = Promise.resolve()
  private retry: NodeJS.Timeout | null = null

  constructor(
    private readonly folder: string,
    private readonly files: Files = realFiles
  ) {}

  async read(project: ProjectId): Promise<readonly Draft[]> {
    return [...(await this.load(project)).values()]
  }

  /** Takes drafts in and lets others go. Whether all of it is on the disk. */
  async keep(project: ProjectId, drafts: readonly Draft[], dropped: readonly DraftId[]): Promise<boolean> {
    const before = this.load(project)
    let isWhole = true
    // The next change starts from this one, although this one has to wait for the file to be read.
    const after = before.then((own) => {
      const next = new Map(own)
      for (const id of dropped) next.delete(id)
      for (const draft of drafts) {
        const taken = new Map(next).set(draft.id, draft)
        if (fits(taken)) next.set(draft.id, draft)
        else isWhole = false
      }
      return next
    })
    this.known.set(project, after)
    await after
    return (await this.write(project)) && isWhole
  }

  /** Waits for what is being written; tries once more what could not be. */
  async flush(): Promise<void> {
    if (this.retry) clearTimeout(this.retry)
    this.retry = null
    await Promise.all([...this.unwritten].map((project) => this.write(project)))
    await this.writing
  }

  private load(project: ProjectId): Promise<Drafts> {
    const known = this.known.get(project)
    if (known) return known
    const loading = this.readFile(project)
    this.known.set(project, loading)
    return loading
  }

  private async readFile(project: ProjectId): Promise<Drafts> {
    const path = this.path(project)
    try {
      const { drafts } = DraftFile.parse(JSON.parse((await this.files.read(path)).toString('utf8')))
      return new Map(drafts.map((draft) => [draft.id, draft]))
    } catch (error) {
      if (!isCode(error, 'ENOENT')) await this.setAside(path)
      return new Map()
    }
  }

  private async setAside(path: string): Promise<void> {
    const time = new Date().toISOString().replaceAll(':', '-')
    await this.files.rename(path, `${path}.damaged-${time}`).catch(() => {})
  }

  /** Drafts that come while one write is under way share the next. */
  private write(project: ProjectId): Promise<boolean> {
    const queued = this.queued.get(project)
    if (queued) return queued
    const next = this.writing.then(async () => {
      this.queued.delete(project)
      return this.writeNow(project)
    })
    this.queued.set(project, next)
    this.writing = next
    return next
  }

  private async writeNow(project: ProjectId): Promise<boolean> {
    try {
      const drafts = await this.read(project)
      if (drafts.length === 0) await this.files.remove(this.path(project))
      else {
        await this.files.makeFolder(this.folder)
        await writeDurably(this.path(project), `${JSON.stringify({ format: 1, drafts })}\n`, this.files)
      }
      this.unwritten.delete(project)
      return true
    } catch {
      this.unwritten.add(project)
      this.retry ??= setTimeout(() => void this.flush(), retryMilliseconds).unref()
      return false
    }
  }

  private path(project: ProjectId): string {
    return join(this.folder, `${project}.json`)
  }
}

function fits(drafts: Drafts): boolean {
  let characters = 0
  for (const { text, base } of drafts.values()) characters += text.length + base.length
  return drafts.size <= most.drafts && characters <= most.characters
}
