import { createStore } from 'zustand/vanilla'
import type { ConcordancePage, ConcordanceView, NamedLine } from '../../shared/concordance/lines'
import type { ConcordanceSettings } from '../../shared/concordance/settings'
import type { LineName } from '../../shared/concordance/trail'
import type { SavedQueryId } from '../../shared/model/ids'
import type { AppError } from '../../shared/model/result'
import { sameValue } from '../../shared/operations/same-value'
import { call, on, openJob } from '../state/bridge'
import { Debounce } from '../state/debounce'
import { showError } from '../state/toasts'
import { blankConcordance, type ConcordanceState, withoutLines, withView } from './concordance-state'
import { stepsFor } from './formula-query'
import { LinePages, pageLines } from './line-pages'
import { toggled } from './ticked-lines'
import { carriedOver, inEffect, noSteps, taken, type Walk } from './trail-walk'

/** A search waits for a pause in the typing, and no longer than so much. */
const pauseMs = 60
const atLatestMs = 400
/** Contexts are asked for in steps of so many characters, so that a window drawn wider does not ask at each pixel. */
const contextStep = 60

/**
 * The concordance of a window: what is asked, its lines as far as they have been looked at, and the steps that led to
 * them. Of several questions the last one counts, in whatever order answers come. It lasts while other places are shown.
 */
class ConcordanceDesk {
  readonly store = createStore<ConcordanceState>(() => blankConcordance)
  private folder = ''
  private isHearing = false
  /** Counts what was asked; an answer to an older question is dropped. */
  private asked = 0
  private opening: { cancel(): void } | null = null
  /** The steps that go with the question that is on its way. */
  private next: (Pick<ConcordanceState, 'walk' | 'saved'> & { readonly keeps: boolean }) | null = null
  /** Counts what was wished of the order. */
  private arranged = 0
  /** The step that is being taken, and the steps that hold where it is given up. */
  private arranging: { cancel(): void; readonly before: Walk } | null = null
  private readonly loading = new Set<number>()
  private context = contextStep * 2
  /** What was told of a concordance before the answer that names it. */
  private ahead: ConcordanceView | null = null
  private readonly typing = new Debounce(() => void this.ask(), pauseMs, atLatestMs)

  get state(): ConcordanceState {
    return this.store.getState()
  }

  /** Begins anew where it is another project's. It hears of more lines from the first time on, whatever place is shown. */
  belongTo(folder: string, settings: ConcordanceSettings): void {
    if (folder === this.folder) return
    if (!this.isHearing) on('concordance', (view) => this.hear(view))
    this.isHearing = true
    this.drop()
    this.folder = folder
    this.store.setState({ ...blankConcordance, settings }, true)
  }

  /** Another query is typed. Its lines will be sorted and put together as those of the one before. */
  type(query: string): void {
    if (query === this.state.query) return
    this.store.setState({ query })
    this.typing.touch()
  }

  /** Opens a query at once, with steps of its own. */
  open(query: string, settings: ConcordanceSettings, walk: Walk, saved: SavedQueryId | null): void {
    this.typing.cancel()
    this.store.setState({ query, settings })
    void this.ask(false, { walk, saved })
  }

  /** Something else counts as the same. */
  setSettings(settings: ConcordanceSettings): void {
    this.store.setState({ settings })
    void this.ask(true)
  }

  /** How many characters of context fit on each side of a hit. */
  setContext(characters: number): void {
    const wanted = Math.min(2000, Math.ceil(characters / contextStep) * contextStep)
    if (wanted <= this.context) return
    this.context = wanted
    this.refresh()
  }

  /** The lines may say something else: their highlights have changed. */
  refresh(): void {
    this.loading.clear()
    this.store.setState(({ pages }) => ({ pages: pages.stale() }))
  }

  /**
   * Asks what is typed.
   * @param keeps what was ticked and where one stands holds for the new lines too: it is the same query
   * @param next the steps to take and the saved query they are of, where they are others than those of the moment
   */
  async ask(keeps = false, next?: Pick<ConcordanceState, 'walk' | 'saved'>): Promise<void> {
    const own = ++this.asked
    this.opening?.cancel()
    this.opening = null
    const { query, settings, view, shown } = this.state
    this.forgetArranging()
    if (query.trim() === '') return this.showNothing()
    const { walk, saved } = next ?? this.carried(keeps || shown?.query === query)
    this.store.setState({ isAsking: true })
    this.next = { walk, saved, keeps }
    const job = openJob('concordance.open', {
      query,
      settings,
      trail: [...inEffect(walk)],
      first: { count: pageLines, context: this.context },
      replaces: view?.id ?? null
    })
    this.opening = job
    const answer = await job.answer
    if (own !== this.asked) {
      // The one asked for later does not know that this one has been opened.
      if (answer.ok && answer.value.problem === null)
        void call('concordance.close', { id: answer.value.view.id })
      return
    }
    this.opening = null
    if (!answer.ok) {
      this.store.setState({ ...withoutLines, isAsking: false, problem: null, error: answer.error })
    } else if (answer.value.problem) {
      this.store.setState({ isAsking: false, problem: answer.value.problem, error: null })
    } else {
      this.store.setState({ walk, saved })
      this.show({ query, settings }, answer.value.view, answer.value.page, keeps)
    }
  }

  /** The steps for what is asked next: those of the same query, or what of them holds for another. */
  private carried(isSame: boolean): Pick<ConcordanceState, 'walk' | 'saved'> {
    const { walk, saved, query, shown } = this.state
    if (isSame) return { walk, saved }
    // The groups that a formula comes with are its own; another query has none.
    const isOwn = shown !== null && sameValue(walk, stepsFor(shown.query))
    return { walk: stepsFor(query, isOwn ? noSteps : carriedOver(walk)), saved: null }
  }

  private showNothing(): void {
    this.drop()
    const { walk } = this.carried(false)
    this.store.setState({ ...withoutLines, walk, saved: null, problem: null, error: null, isAsking: false })
  }

  private show(
    shown: NonNullable<ConcordanceState['shown']>,
    opened: ConcordanceView,
    page: ConcordancePage,
    keeps: boolean
  ): void {
    const told = this.ahead?.id === opened.id ? this.ahead : opened
    const view = told.version >= opened.version ? told : opened
    this.loading.clear()
    const fresh = { pages: new LinePages().with(page), problem: null, error: null, isAsking: false, shown }
    const { state } = this
    if (keeps) this.store.setState({ ...fresh, ...withView(state, view) })
    else {
      const current = page.lines[0] ?? null
      this.store.setState({
        ...withoutLines,
        ...fresh,
        ...withView(state, view, new Set()),
        at: 0,
        current
      })
    }
    if (keeps) void this.findCurrent()
  }

  private hear(view: ConcordanceView): void {
    const { view: known } = this.state
    if (view.id !== known?.id) this.ahead = view
    else if (view.version >= known.version) this.store.setState((state) => withView(state, view))
  }

  /** Has the lines from one to another brought in, as far as they are not there. */
  want(from: number, to: number): void {
    const { view, pages } = this.state
    if (!view || view.lines === 0) return
    for (const page of pages.missing(from, Math.min(to, view.lines - 1), view.version))
      void this.load(view.id, page)
  }

  private async load(id: string, number: number): Promise<void> {
    if (this.loading.has(number)) return
    this.loading.add(number)
    const { context } = this
    const answer = await call('concordance.page', { id, from: number * pageLines, count: pageLines, context })
    if (this.state.view?.id !== id) return
    this.loading.delete(number)
    if (!answer.ok) return this.failed(answer.error)
    const { value } = answer
    // Asked before the context grew: its lines are cut too short.
    const page = context === this.context ? value : { ...value, version: -1 }
    this.store.setState(({ pages, at, current, rows }) => {
      const held = pages.with(page)
      const here = rows.rowAt(at)
      const line = here?.kind === 'line' ? held.line(here.line) : undefined
      return { pages: held, current: current ?? line ?? null }
    })
  }

  /** Takes other steps: another order, other groups, fewer lines, a step back. Ticks and the line one is on stay. */
  async arrange(walk: Walk): Promise<void> {
    if (this.opening && this.next) {
      // The lines that are still shown are on their way out. An order or grouping is meant for those that come.
      const { walk: next, saved, keeps } = this.next
      const step = inEffect(walk).at(-1)
      if (step && step.do !== 'select') await this.ask(keeps, { walk: taken(next, step), saved })
      return
    }
    const before = this.arranging?.before ?? this.state.walk
    this.forgetArranging()
    const own = this.arranged
    this.store.setState({ walk })
    const { view } = this.state
    if (!view) return
    const job = openJob('concordance.arrange', { id: view.id, trail: [...inEffect(walk)] }, (done, total) => {
      if (own === this.arranged) this.store.setState({ arranging: { done, total } })
    })
    this.arranging = { cancel: job.cancel, before }
    const answer = await job.answer
    if (own !== this.arranged || this.state.view?.id !== view.id) return
    this.arranging = null
    this.store.setState({ arranging: null })
    if (!answer.ok) {
      this.store.setState({ walk: before })
      return this.failed(answer.error)
    }
    this.loading.clear()
    this.store.setState((state) => ({
      ...withView(state, answer.value, new Set()),
      pages: state.pages.stale()
    }))
    await this.findCurrent()
  }

  /** Gives up the step that is being taken: the lines stay as they were before it. */
  stopArranging(): void {
    this.arranging?.cancel()
  }

  /** Whatever becomes of the step that is being taken no longer counts. */
  private forgetArranging(): void {
    this.arranged++
    this.arranging?.cancel()
    this.arranging = null
    if (this.state.arranging) this.store.setState({ arranging: null })
  }

  /** Something is said of a step; the lines stay as they are. */
  note(walk: Walk): void {
    this.store.setState({ walk })
  }

  /** Goes to where the line that one was on stands by now; to the first where it is no longer there. */
  private async findCurrent(): Promise<void> {
    const { view, current } = this.state
    if (!view || !current) return
    const { document, start, end } = current
    const answer = await call('concordance.find', { id: view.id, line: { document, start, end } })
    if (this.state.view?.id !== view.id || !answer.ok || this.state.current !== current) return
    const found = answer.value
    this.store.setState(({ rows, pages }) =>
      found ? { at: rows.rowOf(found.at) } : { at: 0, current: this.nameAt(pages, rows.lineOf(0)) }
    )
  }

  /** Stands on a row, which keys then act on. */
  goTo(row: number): void {
    this.store.setState(({ rows, pages }) => {
      const at = Math.max(0, Math.min(rows.count - 1, row))
      const here = rows.rowAt(at)
      return { at, current: here?.kind === 'line' ? this.nameAt(pages, here.line) : null }
    })
  }

  /** Folds a group, or opens it. */
  fold(keys: readonly string[], isFolded: boolean): void {
    this.store.setState((state) => {
      if (!state.view) return {}
      const folded = new Set(state.folded)
      for (const key of keys)
        if (isFolded) folded.add(key)
        else folded.delete(key)
      const line = state.rows.lineOf(state.at)
      const next = withView(state, state.view, folded)
      return { ...next, at: Math.max(0, next.rows.rowOf(line)) }
    })
  }

  /** Ticks lines; those that are all ticked are no longer. */
  tick(lines: readonly NamedLine[]): void {
    this.store.setState(({ ticked }) => ({ ticked: toggled(ticked, lines) }))
  }

  private nameAt(pages: LinePages, line: number): LineName | null {
    return pages.line(line) ?? null
  }

  /** One that is gone in the main process is opened again; everything else is said. */
  private failed(error: AppError): void {
    if (error.key === 'concordanceGone') {
      // While another is opened the one before it is gone as it should be.
      if (!this.opening) void this.ask(true)
    } else if (error.kind !== 'Cancelled') showError(error)
  }

  private drop(): void {
    this.typing.cancel()
    this.opening?.cancel()
    this.opening = null
    this.loading.clear()
    this.ahead = null
    this.forgetArranging()
    this.asked++
    const { view } = this.state
    if (view) void call('concordance.close', { id: view.id })
  }
}

/** The concordance of this window. */
export const concordance = new ConcordanceDesk()
