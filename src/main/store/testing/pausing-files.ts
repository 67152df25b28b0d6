import type { OpenFile, OpenFlags } from '../files'
import { PassingFiles } from './passing-files'

type Moment = 'write' | 'sync' | 'rename'

/**
 * A disk on which one call takes as long as the test wants: a computer that sleeps, a share that hangs, at the worst
 * moment.
 */
export class PausingFiles extends PassingFiles {
  private awaited: { moment: Moment; path: RegExp; reached: () => void; goOn: Promise<void> } | null = null

  /** The next call of this kind waits. Resolves, once it has begun, with what lets it go on. */
  async pauseAt(moment: Moment, path: RegExp, begin: () => void): Promise<() => void> {
    let goOn = () => {}
    const going = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const reached = new Promise<void>((resolve) => {
      this.awaited = { moment, path, reached: resolve, goOn: going }
    })
    begin()
    await reached
    return goOn
  }

  override async open(path: string, flags: OpenFlags): Promise<OpenFile> {
    const file = await super.open(path, flags)
    return {
      ...file,
      write: async (...args) => {
        await this.pass('write', path)
        return file.write(...args)
      },
      sync: async () => {
        await this.pass('sync', path)
        return file.sync()
      }
    }
  }

  override async rename(from: string, to: string): Promise<void> {
    await this.pass('rename', to)
    await super.rename(from, to)
  }

  private async pass(moment: Moment, path: string): Promise<void> {
    const awaited = this.awaited
    if (!awaited || awaited.moment !== moment || !awaited.path.test(path)) return
    this.awaited = null
    awaited.reached()
    await awaited.goOn
  }
}
