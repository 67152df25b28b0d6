import { type OpenFile, type OpenFlags, realFiles } from '../files'
import { PassingFiles } from './passing-files'

/** A call that changes something on the disk, and of what. */
export interface ChangingCall {
  readonly what: 'create' | 'write' | 'truncate' | 'rename' | 'move' | 'make' | 'remove'
  readonly path: string
}

/**
 * The disk of a process that dies: from one changing call on, that call and all later ones throw and do nothing, so
 * that the disk stays as the process left it. Syncs are no calls: a process that dies takes nothing with it.
 */
export class DyingFiles extends PassingFiles {
  /** Every changing call so far, also those that came too late. */
  readonly calls: ChangingCall[] = []

  /** @param last the index of the first call that fails; @param half whether half of what it was to write gets through */
  constructor(
    private readonly last = Number.POSITIVE_INFINITY,
    private readonly half = false
  ) {
    super()
  }

  get dead(): boolean {
    return this.calls.length > this.last
  }

  override async open(path: string, flags: OpenFlags): Promise<OpenFile> {
    if (flags === 'wx' || flags === 'ax+') this.pass({ what: 'create', path })
    const file = await super.open(path, flags)
    return {
      ...file,
      write: async (bytes, offset, length, position) => {
        const first = this.calls.length === this.last
        try {
          this.pass({ what: 'write', path })
        } catch (error) {
          if (first && this.half) await file.write(bytes, offset, length >> 1, position)
          throw error
        }
        return file.write(bytes, offset, length, position)
      },
      truncate: async (length) => {
        this.pass({ what: 'truncate', path })
        await file.truncate(length)
      }
    }
  }

  override async rename(from: string, to: string): Promise<void> {
    this.pass({ what: 'rename', path: to })
    await super.rename(from, to)
  }

  override moveNow(from: string, to: string): void {
    this.pass({ what: 'move', path: from })
    super.moveNow(from, to)
  }

  override async makeFolder(path: string): Promise<void> {
    if (!realFiles.facts(path)) this.pass({ what: 'make', path })
    await super.makeFolder(path)
  }

  override async remove(path: string): Promise<void> {
    if (realFiles.facts(path)) this.pass({ what: 'remove', path })
    await super.remove(path)
  }

  private pass(call: ChangingCall): void {
    this.calls.push(call)
    if (this.dead) throw Object.assign(new Error(`EIO: the process is dead: ${call.what}`), { code: 'EIO' })
  }
}
