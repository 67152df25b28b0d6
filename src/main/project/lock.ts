import { randomUUID } from 'node:crypto'
import { statSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { type FileFacts, type Files, isCode, realFiles, writeFully } from '../store/files'

export interface Lock {
  /** Whether the project is still this process's own. Throws where the folder cannot be read at the moment. */
  held(): boolean
  release(): Promise<void>
}

interface LockOptions {
  readonly files?: Files
  /** Takes the project from another holder, who will find out before writing again. */
  readonly takeOver?: boolean
}

export const lockName = '.lock'
/** The locks that this process holds, by their tokens: one that bears its name but is not among them was left behind. */
const own = new Set<string>()

const beatMilliseconds = 30_000
/** A lock without a sign of life for so long was left behind, or its computer sleeps. */
const staleMilliseconds = 150_000

/**
 * Takes a project for this process. The lock file names process and host, and its time is renewed while it is held.
 * One left by a process of this host that has died is taken over at once: that is certain. Any other is respected
 * unless the person takes it over; the answer says who holds it, and since when there was no sign of life.
 */
export async function takeLock(
  folder: string,
  { files = realFiles, takeOver = false }: LockOptions = {}
): Promise<Result<Lock>> {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return ok(await writeLock(path, files))
    } catch (error) {
      if (!isCode(error, 'EEXIST'))
        return err(appError('StorageFailed', 'folderNotWritable', { folder, reason: reasonOf(error) }))
      const holder = await readHolder(path, files)
      if (!isDead(holder) && !(takeOver && !isOwn(holder))) return err(inUse(folder, holder))
      await files.remove(path)
    }
  }
  return err(inUse(folder, { pid: 0, host: '?', token: '', silent: 0 }))
}

interface Holder {
  readonly pid: number
  readonly host: string
  readonly token: string
  /** Milliseconds since its last sign of life. */
  readonly silent: number
}

function inUse(folder: string, { pid, host, silent }: Holder) {
  const minutes = Math.max(0, Math.round(silent / 60_000))
  const here = host === hostname() && silent < staleMilliseconds
  return appError('Conflict', here ? 'projectInUse' : 'projectHeld', { folder, pid, host, minutes })
}

async function writeLock(path: string, files: Files): Promise<Lock> {
  const token = randomUUID()
  const since = new Date().toISOString()
  const text = `${JSON.stringify({ pid: process.pid, host: hostname(), since, token })}\n`
  const file = await files.open(path, 'wx')
  try {
    await writeFully(file, Buffer.from(text), 0)
    await file.sync()
  } catch (error) {
    await files.remove(path).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
  own.add(token)
  let known: FileFacts | null = null
  const held = () => {
    // Asked before every change: as long as the file is the same, what is in it is too.
    const facts = files.facts(path)
    if (known && facts?.identity === known.identity && facts.changed === known.changed) return true
    try {
      if (files.readNow(path).toString('utf8') !== text) return false
      known = facts
      return true
    } catch (error) {
      // Whoever removed it may have taken the project.
      if (files.facts(dirname(path))) return false
      throw error
    }
  }
  const beat = setInterval(() => renew(path, held), beatMilliseconds)
  beat.unref()
  return {
    held,
    async release() {
      clearInterval(beat)
      own.delete(token)
      try {
        if (held()) await files.remove(path)
      } catch {
        // The folder has gone, and the lock with it.
      }
    }
  }
}

function renew(path: string, held: () => boolean): void {
  try {
    const now = new Date()
    if (held()) utimesSync(path, now, now)
  } catch {
    // The folder is not there at the moment. The next change finds out.
  }
}

async function readHolder(path: string, files: Files): Promise<Holder> {
  try {
    const { pid, host, token } = JSON.parse((await files.read(path)).toString('utf8')) as Partial<Holder>
    const silent = Date.now() - statSync(path).mtimeMs
    return { pid: Number(pid ?? 0), host: String(host ?? '?'), token: String(token ?? ''), silent }
  } catch {
    return { pid: 0, host: '?', token: '', silent: 0 }
  }
}

/** A torn lock file (no pid) was left by a crash at its making: it holds nothing. */
function isDead(holder: Holder): boolean {
  const { pid, host } = holder
  if (pid === 0) return true
  if (host !== hostname()) return false
  if (pid === process.pid) return !isOwn(holder)
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
}

function isOwn({ token }: Holder): boolean {
  return own.has(token)
}
