import { createStore } from 'zustand'
import type { RecycledAnswer } from '../../shared/recycled/recycled-answers'
import { openJob, type RunningJob } from '../state/bridge'
import { currentProject } from '../state/project'
import { showError } from '../state/toasts'

interface RecycledState {
  /** Null until the texts were looked through. */
  readonly answer: RecycledAnswer | null
  /** The texts that were looked through. */
  readonly seen: unknown
  /** How far looking is; null where nobody does. */
  readonly finding: { readonly done: number; readonly total: number } | null
  /** The passage that is open, by its number in the answer. */
  readonly chosen: number
  /** Only passages that the first of these repeats from the second. */
  readonly between: { readonly later: string; readonly earlier: string } | null
  /** Of the open passage the places that are to be coded, by their numbers. */
  readonly ticked: ReadonlySet<number>
}

const blank: RecycledState = {
  answer: null,
  seen: null,
  finding: null,
  chosen: 0,
  between: null,
  ticked: new Set()
}

/** What a window shows of recycled text; it stays while one goes to a passage and back. */
export class RecycledDesk {
  readonly store = createStore<RecycledState>(() => blank)
  private running: RunningJob<'recycled.find'> | null = null

  async find(): Promise<void> {
    this.running?.cancel()
    const { documents } = currentProject().state
    this.store.setState({ finding: { done: 0, total: 0 } })
    const job = openJob('recycled.find', null, (done, total) => {
      if (this.running === job) this.store.setState({ finding: { done, total } })
    })
    this.running = job
    const answer = await job.answer
    if (this.running !== job) return
    this.running = null
    this.store.setState({ finding: null })
    if (answer.ok) {
      this.store.setState({ answer: answer.value, seen: documents, between: null })
      this.choose(0)
    } else if (answer.error.key !== 'cancelled') showError(answer.error)
  }

  /** Opens a passage of what the texts of the moment repeat, by its number; they are looked through where they were not yet. */
  async open(passage: number): Promise<void> {
    const { answer, seen } = this.store.getState()
    if (answer === null || seen !== currentProject().state.documents) await this.find()
    this.show(null)
    this.choose(passage)
  }

  cancel(): void {
    this.running?.cancel()
    this.running = null
    this.store.setState({ finding: null })
  }

  /** Opens a passage; all its places are ticked. */
  choose(chosen: number): void {
    const places = this.store.getState().answer?.passages[chosen]?.places ?? []
    this.store.setState({ chosen, ticked: new Set(places.map((_, at) => at)) })
  }

  tick(at: number, on: boolean): void {
    const ticked = new Set(this.store.getState().ticked)
    if (on) ticked.add(at)
    else ticked.delete(at)
    this.store.setState({ ticked })
  }

  show(between: RecycledState['between']): void {
    this.store.setState({ between })
  }

  clear(): void {
    this.cancel()
    this.store.setState(blank)
  }
}

/** The one of this window. */
export const recycledDesk = new RecycledDesk()
