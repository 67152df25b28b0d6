import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'

export interface Lock {
  release(): Promise<void>
}

const lockName = '.lock'

/**
 * Takes a project for this process. The lock file names process and host; one left by a process of this host that
 * has died is taken over, any other is respected.
 */
export async function takeLock(folder: string): Promise<Result<Lock>> {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx')
      try {
        await file.writeFile(
          `${JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() })}\n`
        )
        await file.sync()
      } finally {
        await file.close()
      }
      return ok({ release: () => rm(path, { force: true }) })
    } catch (error) {
      if (!isCode(error, 'EEXIST'))
        return err(appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) }))
      const holder = await readHolder(path)
      if (!isDead(holder))
        return err(
          appError('Conflict', 'projectInUse', { folder, pid: holder.pid, host: holder.host, file: lockName })
        )
      await rm(path, { force: true })
    }
  }
  return err(appError('Conflict', 'projectInUse', { folder, pid: 0, host: '?', file: lockName }))
}

interface Holder {
  readonly pid: number
  readonly host: string
}

async function readHolder(path: string): Promise<Holder> {
  try {
    const { pid, host } = JSON.parse(await readFile(path, 'utf8')) as Partial<Holder>
    return { pid: Number(pid ?? 0), host: String(host ?? '?') }
  } catch {
    return { pid: 0, host: '?' }
  }
}

/** A torn lock file (no pid) was left by a crash at its making: it holds nothing. */
function isDead({ pid, host }: Holder): boolean {
  if (pid === 0) return true
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
