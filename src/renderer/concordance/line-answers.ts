import { createStore } from 'zustand/vanilla'
import type { ConcordanceLine, LineAnswer } from '../../shared/concordance/lines'
import { call } from '../state/bridge'
import { concordance } from './concordance-desk'
import { lineKey } from './ticked-lines'

/** So many answers are kept; then it is begun anew. */
const mostKept = 5000
/** So many lines are asked for at once: the first are shown while others are still looked for. */
const batch = 12

type Answers = ReadonlyMap<string, readonly LineAnswer[]>

/** What other versions say beside lines, as far as somebody looked. What is looked at now is asked for first. */
class LineAnswers {
  readonly store = createStore<{ readonly answers: Answers }>(() => ({ answers: new Map() }))
  private wanted: { readonly id: string; readonly lines: readonly ConcordanceLine[] } = { id: '', lines: [] }
  private isAsking = false
  /** Counts how often everything was forgotten: what was asked for before is not kept. */
  private cleared = 0

  /** Texts or links have changed: everything is asked for again when it is looked at. */
  clear(): void {
    this.cleared++
    this.store.setState({ answers: new Map() })
  }

  /** Has the answers to some lines of a concordance brought in, as far as they are not there. */
  async want(id: string, lines: readonly ConcordanceLine[]): Promise<void> {
    this.wanted = { id, lines }
    if (this.isAsking) return
    this.isAsking = true
    while (await this.askNext()) {
      // One batch after another.
    }
    this.isAsking = false
  }

  /** Asks for the next lines that are wanted; false where there are none. */
  private async askNext(): Promise<boolean> {
    const { answers } = this.store.getState()
    const lines = this.wanted.lines.filter((line) => !answers.has(lineKey(line))).slice(0, batch)
    if (lines.length === 0) return false
    const names = lines.map(({ document, start, end }) => ({ document, start, end }))
    const { cleared } = this
    const { id } = this.wanted
    const answer = await call('concordance.answers', { id, lines: names })
    if (cleared !== this.cleared) return true
    if (!answer.ok && answer.error.key === 'concordanceGone') {
      if (this.wanted.id !== id) return true
      // The main process has let it go: its lines are brought in anew, and their answers are wanted then.
      if (concordance.state.view?.id === id) concordance.refresh()
      return false
    }
    this.store.setState(({ answers: now }) => {
      const next = new Map(now.size > mostKept ? [] : now)
      // What failed is not asked for again and again.
      for (const line of lines) next.set(lineKey(line), [])
      if (answer.ok) for (const line of answer.value) next.set(lineKey(line), line.answers)
      return { answers: next }
    })
    return true
  }
}

/** The answers to the lines of this window's concordance. */
export const lineAnswers = new LineAnswers()
