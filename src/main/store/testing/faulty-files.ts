import { type Files, type OpenFile, realFiles } from '../files'

export type FaultCode = 'ENOSPC' | 'EIO' | 'EACCES' | 'EMFILE'

export type FileCall = 'open' | 'write' | 'sync' | 'truncate' | 'rename' | 'moveNow' | 'makeFolder' | 'remove'

/** What becomes of a call: it fails; only some of its bytes are taken first; or a rename is said to have happened. */
export type Fault =
  | { readonly kind: 'fail'; readonly code: FaultCode }
  | { readonly kind: 'short'; readonly code: FaultCode }
  | { readonly kind: 'renameLost' }

/** A disk that does as it is told: for tests of what the store does when it fails. */
export class FaultyFiles implements Files {
  /** Every call that changes something, in order. */
  readonly calls: FileCall[] = []
  /** Asked before each call; null lets it through. */
  fault: (call: FileCall, path: string, index: number) => Fault | null = () => null

  async open(path: string, flags: Parameters<Files['open']>[1]): Promise<OpenFile> {
    this.pass('open', path)
    const file = await realFiles.open(path, flags)
    return {
      write: async (bytes, offset, length, position) => {
        const fault = this.ask('write', path)
        if (fault?.kind === 'short') {
          // What a full disk does: some bytes go through, the rest fails.
          const taken = Math.max(1, Math.floor(length / 2))
          await file.write(bytes, offset, taken, position)
          throw failure(fault.code, 'write', path)
        }
        if (fault?.kind === 'fail') throw failure(fault.code, 'write', path)
        // Never all at once, so that the callers have to go on.
        return file.write(bytes, offset, Math.max(1, Math.ceil(length / 2)), position)
      },
      sync: () => this.passThen('sync', path, () => file.sync()),
      truncate: (length) => this.passThen('truncate', path, () => file.truncate(length)),
      close: () => file.close()
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const fault = this.ask('rename', to)
    if (fault?.kind === 'fail') throw failure(fault.code, 'rename', to)
    if (fault?.kind === 'renameLost') return realFiles.remove(from)
    return realFiles.rename(from, to)
  }

  moveNow(from: string, to: string): void {
    this.pass('moveNow', to)
    realFiles.moveNow(from, to)
  }

  makeFolder(path: string): Promise<void> {
    return this.passThen('makeFolder', path, () => realFiles.makeFolder(path))
  }

  remove(path: string): Promise<void> {
    return this.passThen('remove', path, () => realFiles.remove(path))
  }

  read = realFiles.read
  readNow = realFiles.readNow
  pieces = realFiles.pieces
  openNow = realFiles.openNow
  list = realFiles.list
  facts = realFiles.facts

  private async passThen<T>(call: FileCall, path: string, work: () => Promise<T>): Promise<T> {
    this.pass(call, path)
    return work()
  }

  private pass(call: FileCall, path: string): void {
    const fault = this.ask(call, path)
    if (fault && fault.kind !== 'renameLost') throw failure(fault.code, call, path)
  }

  private ask(call: FileCall, path: string): Fault | null {
    this.calls.push(call)
    return this.fault(call, path, this.calls.length - 1)
  }
}

function failure(code: FaultCode, call: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${call} '${path}'`), { code })
}
