import type { RowPages } from '../../shared/concordance/word-rows'
import type { IsWanted } from '../workers/port-talk'
import { GivenUp } from './given-up'

/** So many answers stay ready: a list and the one before it, of either kind. */
const mostReady = 4

/** An answer of many rows that is ready for any page. */
export interface ReadyAnswer<Answer> {
  readonly pages: RowPages<Answer>
  /** So many texts could not be read: then it is made anew when it is asked for again. */
  readonly unread: number
}

/** Answers of many rows, worked out once for all of their pages. */
export class ReadyAnswers {
  /** The newest last. */
  private readonly known = new Map<string, Promise<ReadyAnswer<unknown>>>()

  /**
   * A page of an answer.
   * @param question tells it from all others
   * @param make rejects with `GivenUp` where whoever asked first has given up
   */
  async page<Answer>(
    question: string,
    { from, count }: { readonly from: number; readonly count: number },
    make: () => Promise<ReadyAnswer<Answer>>,
    isWanted: IsWanted
  ): Promise<Omit<Answer, 'unread'> & { readonly unread: number }> {
    for (;;) {
      const known = this.known.get(question) as Promise<ReadyAnswer<Answer>> | undefined
      const asked = known ?? make()
      this.known.delete(question)
      this.known.set(question, asked)
      for (const old of [...this.known.keys()].slice(0, -mostReady)) this.known.delete(old)
      try {
        const { pages, unread } = await asked
        if (unread > 0) this.drop(question, asked)
        return { ...pages(from, count), unread }
      } catch (error) {
        this.drop(question, asked)
        // It was begun for somebody who has given up meanwhile.
        if (!(error instanceof GivenUp) || !known || !isWanted()) throw error
      }
    }
  }

  private drop(question: string, asked: Promise<unknown>): void {
    if (this.known.get(question) === asked) this.known.delete(question)
  }
}
