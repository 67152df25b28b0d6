import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { copyProject } from './copy-project'

const megabytes = 24

/** A disk of a few megabytes with a project on it, made by mounting; it can be filled to the last byte. */
export class SmallDisk {
  readonly project: string
  private readonly ballast: string

  private constructor(readonly folder: string) {
    this.project = join(folder, 'project')
    this.ballast = join(folder, 'ballast')
  }

  /** With a copy of a project. Null where this computer does not let us mount. */
  static async make(folder: string, project: string): Promise<SmallDisk | null> {
    mkdirSync(folder, { recursive: true })
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      return null
    }
    const disk = new SmallDisk(folder)
    await copyProject(project, disk.project)
    return disk
  }

  /** Leaves no room: neither on the disk, nor in the last page of the journal. */
  fill(): void {
    writeFileSync(this.ballast, '')
    for (const size of [1 << 20, 1 << 14, 1 << 12])
      for (;;) {
        try {
          appendFileSync(this.ballast, Buffer.alloc(size))
        } catch {
          break
        }
      }
  }

  free(): void {
    rmSync(this.ballast)
  }

  /** Whether the journal holds some words. */
  holds(words: string): boolean {
    const journal = join(this.project, 'journal')
    return readdirSync(journal).some((name) => readFileSync(join(journal, name), 'utf8').includes(words))
  }

  get isFull(): boolean {
    try {
      writeFileSync(join(this.folder, 'probe'), Buffer.alloc(1))
      return statSync(join(this.folder, 'probe')).size === 0
    } catch {
      return true
    } finally {
      rmSync(join(this.folder, 'probe'), { force: true })
    }
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder])
  }
}
