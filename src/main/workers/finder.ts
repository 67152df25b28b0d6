import { appError, reasonOf } from '../../shared/model/app-error'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import { findInText, type Pattern } from '../../shared/search/find-in-text'
import type { WorkThread } from './thread'

/** Below this a search for words is done before a thread has been asked. */
const smallText = 200_000
/** An expression may need for ever; its thread is ended after so many milliseconds. */
const patience = 3000

/** Finds patterns in texts, in a thread of its own where it may take long. */
export class Finder {
  constructor(private readonly thread: WorkThread) {}

  async find(
    text: string,
    blocks: readonly Span[],
    pattern: Pattern,
    language: string
  ): Promise<Result<readonly Span[]>> {
    try {
      if (!pattern.regex && text.length <= smallText) return ok(findInText(text, blocks, pattern, language))
      return await this.inThread({ text, blocks, pattern, language })
    } catch (error) {
      return err(appError('Invalid', 'patternWrong', { reason: reasonOf(error) }))
    }
  }

  private async inThread(input: {
    text: string
    blocks: readonly Span[]
    pattern: Pattern
    language: string
  }): Promise<Result<readonly Span[]>> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience)
    })
    const found = await Promise.race([this.thread.run('find', input), late])
    clearTimeout(timer)
    if (found !== null) return ok(found)
    await this.thread.close()
    return err(appError('Invalid', 'patternTooSlow'))
  }
}
