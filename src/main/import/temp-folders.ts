import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a folder among the temporary files is for: an archive that was unpacked, a text that was pasted. */
export type TempKind = 'archive' | 'pasted'

/** Ours, by the number of the process that made it. */
const ours = /^variorum-(?:archive|pasted)-(\d{1,10})-[A-Za-z0-9]{6}$/

/** A new folder of this process among the temporary files. */
export async function makeTempFolder(kind: TempKind): Promise<string> {
  return mkdtemp(join(tmpdir(), `variorum-${kind}-${process.pid}-`))
}

/** Removes what imports have left whose process is no more: folders of this user's own, and no links. */
export async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names) {
    const [, pid] = ours.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    const folder = join(tmpdir(), name)
    const about = await lstat(folder).catch(() => null)
    const isOwn = process.getuid === undefined || about?.uid === process.getuid()
    if (about?.isDirectory() && isOwn) await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // There is one, but it is not ours to speak to.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
