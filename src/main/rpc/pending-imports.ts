import type { DocumentId } from '../../shared/model/ids'
import { removeUnpacked } from '../import/collect-files'
import type { ReadFile, ReadSidecar } from '../import/read-files'
import { makeTempFolder } from '../import/temp-folders'
import type { RevisionPlan } from '../services/revise'
import type { Client } from './client'

/** A better file of a text that was read, and what importing it would do. */
export interface PendingRevision {
  readonly id: DocumentId
  readonly plan: RevisionPlan
  readonly bytes: Buffer
}

/** A text that was read, and which reading of its file that was. */
export interface PendingText extends ReadFile {
  readonly reading: number
}

/** What one window has read and neither brought in nor given up: texts, what speaks of texts, and a better file. */
export class PendingImport {
  readonly files = new Map<string, PendingText>()
  /** Files that are being read otherwise: what they hold is not known until that is done. */
  readonly readingAgain = new Set<string>()
  /** What was read that speaks of texts, by its key. */
  readonly sidecars = new Map<string, ReadSidecar>()
  revision: PendingRevision | null = null
  /** It is being brought in: once is enough, however often that is asked for. */
  isCommitting = false
  private reading = new AbortController()
  private lastKey = 0
  /** Where archives were unpacked for it. */
  private readonly unpacked: string[] = []
  /** Where what was pasted lies until its import is over. */
  private readonly pasted: string[] = []

  /** A reading begins: the one before it is given up. The signal tells when this one is. */
  begin(): AbortSignal {
    this.reading.abort()
    this.reading = new AbortController()
    return this.reading.signal
  }

  /** A key of its own for something that was read. */
  key(kind: 'f' | 'c'): string {
    return `${kind}${this.lastKey++}`
  }

  /** Puts what a reading brought in the place of what was there. Resolves when what that had unpacked is gone. */
  take(read: readonly ReadFile[], unpacked: readonly string[]): Promise<void> {
    const forgotten = this.forgetRead()
    for (const file of read) this.files.set(this.key('f'), { ...file, reading: 0 })
    this.unpacked.push(...unpacked)
    return forgotten
  }

  /** A folder for a text that was pasted; it goes when the import is over. */
  async pasteFolder(): Promise<string> {
    const folder = await makeTempFolder('pasted')
    this.pasted.push(folder)
    return folder
  }

  /** It is over, or given up: nothing of it is remembered, no reading goes on, and its temporary folders go. */
  async end(): Promise<void> {
    this.reading.abort()
    await this.forgetRead()
    await removeUnpacked({ unpacked: this.pasted.splice(0) })
  }

  private forgetRead(): Promise<void> {
    this.files.clear()
    this.sidecars.clear()
    return removeUnpacked({ unpacked: this.unpacked.splice(0) })
  }
}

/** The imports of all windows: each has its own, whatever the others read, bring in or give up. */
export class PendingImports {
  private readonly byClient = new Map<Client, PendingImport>()

  of(client: Client): PendingImport {
    const known = this.byClient.get(client)
    if (known) return known
    const own = new PendingImport()
    this.byClient.set(client, own)
    return own
  }

  /** A window is gone. */
  async leave(client: Client): Promise<void> {
    const own = this.byClient.get(client)
    this.byClient.delete(client)
    await own?.end()
  }

  /** The project is closed: what was read was read for it. */
  async endAll(): Promise<void> {
    const all = [...this.byClient.values()]
    this.byClient.clear()
    await Promise.all(all.map((each) => each.end()))
  }
}
