import { randomUUID } from 'node:crypto'
import { lutimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { appError } from '../../shared/model/app-error'
import { type AppError, err, ok, type Result } from '../../shared/model/result'
import { type FileFacts, type Files, isCode, realFiles, writeFully } from '../store/files'
import { unwritable } from '../store/unwritable'
import { hasEnded, ownIdentity } from './process-identity'

export interface Lock {
  /** Whether the project is still this process's own. Throws where the folder cannot be read at the moment. */
  held(): boolean
  release(): Promise<void>
}

interface LockOptions {
  readonly files?: Files
  /** Takes the project from another holder, who will find out before acknowledging another change. */
  readonly takeOver?: boolean
}

const lockName = '.lock'
/** The locks that this process holds, by their tokens, with the folder that each is for. */
const ownTokens = new Map<string, string>()

const beatMilliseconds = 30_000
/** A lock without a sign of life for so long was left behind, or its computer sleeps. */
const staleMilliseconds = 150_000

const text = z.string().max(300)

/** What a lock file says of its holder. Those of earlier versions have only the first two. */
const Holder = z.object({
  pid: z.int().min(1),
  host: text,
  token: text.default(''),
  machine: text.default(''),
  boot: text.default(''),
  space: text.default(''),
  started: text.default(''),
  /** Device and number of the folder that it was made in: a copy of the folder has another. */
  folder: text.default('')
})
type Holder = z.infer<typeof Holder>

/** A lock file that is there: its holder, a torn file of a crash, or something that is no lock file. */
type Found =
  | { readonly kind: 'holder'; readonly holder: Holder; readonly silentMs: number }
  | { readonly kind: 'torn' }
  | { readonly kind: 'unknown' }

/**
 * Takes a project for this process. The lock file names process and computer, and its time is renewed while it is
 * held. One left by a process that has died for certain, and one that was copied along with the folder, is taken over
 * at once. Any other is respected unless the person takes it over; the answer says who holds it, and since when there
 * was no sign of life. What is no lock file is left alone.
 */
export async function takeLock(
  folder: string,
  { files = realFiles, takeOver = false }: LockOptions = {}
): Promise<Result<Lock>> {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return ok(await writeLock(folder, files))
    } catch (error) {
      if (!isCode(error, 'EEXIST')) return err(unwritable(folder, error))
      const found = await readLock(path, files)
      if (found.kind === 'unknown') return err(appError('Conflict', 'lockUnknown', { folder }))
      if (found.kind === 'holder') {
        const { holder } = found
        const mayTake = isLeftBehind(holder, folder, files) || (takeOver && !ownTokens.has(holder.token))
        if (!mayTake) return err(inUse(folder, holder, found.silentMs))
      }
      await files.remove(path)
    }
  }
  return err(appError('Conflict', 'lockUnknown', { folder }))
}

function inUse(folder: string, { pid, host, machine }: Holder, silentMs: number): AppError {
  const minutes = Math.max(0, Math.round(silentMs / 60_000))
  const here = machine === ownIdentity().machine && silentMs < staleMilliseconds
  return appError('Conflict', here ? 'projectInUse' : 'projectHeld', { folder, pid, host, minutes })
}

/** Whether nobody holds the project by this lock, for certain. */
function isLeftBehind(holder: Holder, folder: string, files: Files): boolean {
  const ownFolder = ownTokens.get(holder.token)
  const sameMachine = holder.machine !== '' && holder.machine === ownIdentity().machine
  const isCopy = sameMachine && holder.folder !== '' && holder.folder !== identityOf(folder, files)
  if (isCopy) return true
  if (ownFolder !== undefined) return false
  // Another process of the same number, before this one.
  if (sameMachine && holder.pid === process.pid && holder.space === ownIdentity().space) return true
  return hasEnded(holder)
}

function identityOf(folder: string, files: Files): string {
  return files.facts(folder)?.identity ?? ''
}

async function writeLock(folder: string, files: Files): Promise<Lock> {
  const path = join(folder, lockName)
  const token = randomUUID()
  const since = new Date().toISOString()
  const content = { ...ownIdentity(), since, token, folder: identityOf(folder, files) }
  const text = `${JSON.stringify(content)}\n`
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
  ownTokens.set(token, folder)
  let known: FileFacts | null = null
  const held = () => {
    // Asked before and after every change: as long as the file is the same, what is in it is too.
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
      ownTokens.delete(token)
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
    if (held()) lutimesSync(path, now, now)
  } catch {
    // The folder is not there at the moment. The next change finds out.
  }
}

async function readLock(path: string, files: Files): Promise<Found> {
  try {
    const facts = files.facts(path)
    const bytes = await files.read(path)
    if (isTorn(bytes)) return { kind: 'torn' }
    const parsed = Holder.safeParse(JSON.parse(bytes.toString('utf8')))
    if (!parsed.success) return { kind: 'unknown' }
    return { kind: 'holder', holder: parsed.data, silentMs: Date.now() - (facts?.changed ?? 0) }
  } catch (error) {
    // It may have been removed since: then the next try takes the project.
    return isCode(error, 'ENOENT') ? { kind: 'torn' } : { kind: 'unknown' }
  }
}

/** A crash at its making leaves an empty file, a part of the line, or zeros: nobody holds the project by it. */
function isTorn(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  return bytes.every((byte) => byte === 0) || (text.startsWith('{"pid":') && !text.includes('}'))
}
