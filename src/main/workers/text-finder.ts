import { appError, reasonOf } from '../../shared/model/app-error'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import { findInText } from '../../shared/search/find-in-text'
import type { Pattern } from '../../shared/search/pattern'
import { JobTooSlow, type RunOptions, type WorkPool } from './work-pool'

/** Below this many UTF-16 code units a search for words is done before a thread has been asked. */
const smallTextLength = 200_000
/** An expression may need for ever; its thread is ended after so many milliseconds. */
const patienceMs = 3000

/**
 * Finds patterns in texts, in a thread where it may take long. The time of each begins when it has a thread, and ending
 * the thread of one that needs for ever ends no other.
 */
export class Finder {
  constructor(
    private readonly pool: WorkPool,
    private readonly patience = patienceMs
  ) {}

  /** Rejects only where it is aborted. */
  async find(
    text: string,
    blocks: readonly Span[],
    pattern: Pattern,
    language: string,
    options: Omit<RunOptions, 'patienceMs'> = {}
  ): Promise<Result<readonly Span[]>> {
    try {
      if (!pattern.regex && text.length <= smallTextLength)
        return ok(findInText(text, blocks, pattern, language))
      const input = { text, blocks, pattern, language }
      return ok(await this.pool.run('find', input, { ...options, patienceMs: this.patience }))
    } catch (error) {
      if (options.signal?.aborted) throw error
      if (error instanceof JobTooSlow) return err(appError('Invalid', 'patternTooSlow'))
      return err(appError('Invalid', 'patternWrong', { reason: reasonOf(error) }))
    }
  }
}
