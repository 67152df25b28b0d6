import { basename } from 'node:path'
import { z } from 'zod'
import { RegisterFile } from '../../shared/formulae/register-file'
import { appError, reasonOf } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'
import { err, ok, type Result } from '../../shared/model/result'
import { ParsedFile, type ParseOptions } from './parsed'
import type { Unpacked as UnpackedArchive } from './unpack-archive'
import type { UnpackLimits } from './unpack-budget'

/** What the child is asked: to parse a file, to read a register, or to unpack an archive into a folder. */
export interface ParseRequest {
  readonly id: number
  readonly path: string
  readonly options: ParseOptions
  readonly into: { readonly folder: string; readonly limits: UnpackLimits } | null
  /** It is read as a register of formulae. */
  readonly isRegister?: boolean
}

const Unpacked = z.object({ bytes: z.number(), entries: z.number() })

/** A child process in which files are parsed, however it was started. */
export interface ParseChild {
  /** How much memory the whole process takes, in bytes; null where that cannot be told. */
  memory(): Promise<number | null>
  send(message: ParseRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Hears of its end; with the reason where it could not be started or spoken to. */
  onExit(listener: (problem?: string) => void): void
  kill(): void
}

const timeLimit = 30_000
/** A file that needs more is refused; between two looks a process may grow by some tens of megabytes, and is to stay under 500. */
const memoryLimit = 460 * 1024 * 1024
/** A process that has come to need so much is replaced before the next file: what one file left behind is not held against another. */
const grown = 350 * 1024 * 1024
const watchEvery = 100

interface Waiting {
  readonly name: string
  readonly settle: (result: Result<unknown>) => void
  readonly timer: NodeJS.Timeout
}

/**
 * Parses files one at a time in a child process. A file that takes too long or too much memory costs the child its
 * life and is refused; the next file gets a new child. What the child says is checked against its schema.
 */
export class Parser {
  private child: ParseChild | null = null
  private next = 1
  private readonly waiting = new Map<number, Waiting>()
  private turn: Promise<unknown> = Promise.resolve()
  private watch: NodeJS.Timeout | null = null
  /** What the child took when it was last looked at, in bytes. */
  private lately = 0

  constructor(private readonly start: () => ParseChild) {}

  /** Parses a file; refused with `importCancelled` where the signal says so first. */
  async parse(path: string, options: ParseOptions = {}, signal?: AbortSignal): Promise<Result<ParsedFile>> {
    const answer = await this.inTurn({ path, options, into: null }, signal)
    if (!answer.ok) return answer
    const parsed = ParsedFile.safeParse(answer.value)
    if (parsed.success) return ok(parsed.data)
    const [issue] = parsed.error.issues
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : '–'
    return err(appError('Invalid', 'fileUnreadable', { name: basename(path), reason }))
  }

  /** Reads a register of formulae. */
  async register(path: string, signal?: AbortSignal): Promise<Result<RegisterFile>> {
    const answer = await this.inTurn({ path, options: {}, into: null, isRegister: true }, signal)
    if (!answer.ok) return answer
    const parsed = RegisterFile.safeParse(answer.value)
    if (parsed.success) return ok(parsed.data)
    const reason = parsed.error.issues[0]?.message ?? '–'
    return err(appError('Invalid', 'fileUnreadable', { name: basename(path), reason }))
  }

  /** Unpacks an archive into a folder, within limits; says what it came to. */
  async unpack(
    path: string,
    folder: string,
    limits: UnpackLimits,
    signal?: AbortSignal
  ): Promise<Result<UnpackedArchive>> {
    const answer = await this.inTurn({ path, options: {}, into: { folder, limits } }, signal)
    return answer.ok ? ok(Unpacked.parse(answer.value)) : answer
  }

  /**
   * Asks in turn. Whoever gives up is answered at once: what was not begun never is, and what is under way costs the
   * child its life. The requests of others go on with a new one.
   */
  private async inTurn(
    request: Omit<ParseRequest, 'id'>,
    signal: AbortSignal | undefined
  ): Promise<Result<unknown>> {
    const cancelled = err(appError('Cancelled', 'importCancelled'))
    if (signal?.aborted) return cancelled
    let isMyTurn = false
    const mine = this.turn
      .then(() => {
        isMyTurn = true
        return signal?.aborted ? cancelled : this.ask(request)
      })
      .catch((error: unknown) => this.failed(request, error))
      .finally(() => {
        isMyTurn = false
      })
    this.turn = mine
    if (!signal) return mine
    let give = () => {}
    const givenUp = new Promise<Result<never>>((resolve) => {
      give = () => {
        if (isMyTurn) this.stop(cancelled.error)
        resolve(cancelled)
      }
      signal.addEventListener('abort', give, { once: true })
    })
    try {
      return await Promise.race([mine, givenUp])
    } finally {
      signal.removeEventListener('abort', give)
    }
  }

  close(): void {
    this.stop(appError('Cancelled', 'importCancelled'))
  }

  /** The process could not be started or spoken to: this file is refused, and the next one gets a new process. */
  private failed({ path }: Omit<ParseRequest, 'id'>, error: unknown): Result<never> {
    this.stop(null)
    return err(appError('Invalid', 'fileUnreadable', { name: basename(path), reason: reasonOf(error) }))
  }

  private ask(request: Omit<ParseRequest, 'id'>): Promise<Result<unknown>> {
    const name = basename(request.path)
    const child = this.child ?? this.begin()
    const id = this.next++
    return new Promise((settle, reject) => {
      const timer = setTimeout(
        () => this.stop(appError('Unsupported', 'fileTooSlow', { name, seconds: timeLimit / 1000 })),
        timeLimit
      )
      this.waiting.set(id, { name, settle, timer })
      try {
        child.send({ id, ...request })
      } catch (error) {
        clearTimeout(timer)
        this.waiting.delete(id)
        reject(error)
      }
    })
  }

  private begin(): ParseChild {
    const child = this.start()
    this.child = child
    this.lately = 0
    child.onMessage((message) => this.receive(message))
    child.onExit((problem) => {
      if (this.child === child) this.stop(null, problem)
    })
    this.watch = setInterval(() => void this.checkMemory(child), watchEvery)
    this.watch.unref()
    return child
  }

  private receive(message: unknown): void {
    const { id, result } = message as { id: number; result: Result<unknown> }
    const waiting = this.waiting.get(id)
    if (!waiting) return
    this.waiting.delete(id)
    clearTimeout(waiting.timer)
    if (this.waiting.size === 0 && this.lately > grown) this.stop(null)
    waiting.settle(result)
  }

  private stop(reason: AppError | null, problem = ''): void {
    const { child } = this
    this.child = null
    if (this.watch) clearInterval(this.watch)
    child?.kill()
    for (const { name, settle, timer } of this.waiting.values()) {
      clearTimeout(timer)
      const own =
        problem === ''
          ? appError('Unsupported', 'fileTooHeavy', { name })
          : appError('Invalid', 'fileUnreadable', { name, reason: problem })
      settle(err(reason ?? own))
    }
    this.waiting.clear()
  }

  /** The limits of its own that a process is started with do not count everything that it holds. */
  private async checkMemory(child: ParseChild): Promise<void> {
    if (this.waiting.size === 0) return
    const taken = await child.memory()
    if (taken === null || this.child !== child) return
    this.lately = taken
    if (taken > memoryLimit) this.stop(null)
  }
}
