import { appError, reasonOf } from '../../shared/model/app-error'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import { findInText, type Pattern } from '../../shared/search/find-in-text'
import type { WorkThread } from './thread'

/** Below this many UTF-16 code units a search for words is done before a thread has been asked. */
const smallTextLength = 200_000
/** An expression may need for ever; its thread is ended after so many milliseconds. */
const patienceMs = 3000

interface Input {
  readonly text: string
  readonly blocks: readonly Span[]
  readonly pattern: Pattern
  readonly language: string
}

/**
 * Finds patterns in texts, in a thread of its own where it may take long. One after another: the time of each begins
 * when it is its turn, and ending the thread of one that needs for ever ends no other.
 */
export class Finder {
  private turn: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly thread: WorkThread,
    private readonly patience = patienceMs
  ) {}

  async find(
    text: string,
    blocks: readonly Span[],
    pattern: Pattern,
    language: string
  ): Promise<Result<readonly Span[]>> {
    try {
      if (!pattern.regex && text.length <= smallTextLength)
        return ok(findInText(text, blocks, pattern, language))
      return await this.inTurn({ text, blocks, pattern, language })
    } catch (error) {
      return err(appError('Invalid', 'patternWrong', { reason: reasonOf(error) }))
    }
  }

  private inTurn(input: Input): Promise<Result<readonly Span[]>> {
    const mine = this.turn.then(() => this.inThread(input))
    this.turn = mine.catch(() => {})
    return mine
  }

  private async inThread(input: Input): Promise<Result<readonly Span[]>> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), this.patience)
    })
    const finding = this.thread.run('find', input)
    const found = await Promise.race([finding, late]).finally(() => clearTimeout(timer))
    if (found !== null) return ok(found)
    finding.catch(() => {})
    await this.thread.close()
    return err(appError('Invalid', 'patternTooSlow'))
  }
}
