import type { EditionData } from '../edition-data'
import { showPanel } from './controls'
import type { Rows } from './rows'
import type { Sentences } from './sentences'
import type { State } from './state'

/** How readers go about in the texts: by pointer, keys, links and notes. The row that is looked at is marked in every view. */
export class Reading {
  private readonly linked: HTMLElement[] = []

  constructor(
    private readonly state: State,
    private readonly rows: Rows,
    private readonly sentences: Sentences,
    private readonly data: EditionData
  ) {
    const texts = document.getElementById('texts')
    texts?.addEventListener('click', (event) => this.click(event))
    texts?.addEventListener('pointerover', (event) => this.point(event))
    texts?.addEventListener('pointerleave', () => this.link(state.choice.row))
    texts?.addEventListener('keydown', (event) => this.key(event))
    document.getElementById('notes')?.addEventListener('click', (event) => this.clickInNotes(event))
    texts?.addEventListener('focusin', ({ target }) => {
      const row = target instanceof HTMLElement && target.matches('.row') ? Number(target.dataset.row) : -1
      if (row >= 0 && row !== state.choice.row) state.set({ row })
    })
    state.listen(({ row, view }, before) => {
      if (row !== before.row) this.mark(row, before.row)
      if (row !== before.row || view !== before.view) this.link(row)
    })
  }

  /** Goes to a row, brings it into sight, and (in the rows) gives it the focus. */
  goTo(row: number, focus = false): void {
    if (row < 0 || row >= this.rows.count) return
    this.state.set({ row })
    const { view, hidden } = this.state.choice
    if (view === 'rows') {
      const element = this.rows.at(row)?.element
      element?.scrollIntoView({ block: 'center' })
      if (focus) element?.focus({ preventScroll: true })
      return
    }
    for (const version of this.data.versions.keys())
      if (!hidden.has(version)) this.bringIntoSight(this.sentences.in(row, version)[0]?.element)
  }

  private bringIntoSight(element: HTMLElement | undefined): void {
    const column = element?.closest('.version')
    if (!element || !column) return
    const [own, frame] = [element.getBoundingClientRect(), column.getBoundingClientRect()]
    column.scrollTop += own.top - frame.top - frame.height / 3
  }

  private mark(row: number, before: number): void {
    const old = this.rows.at(Math.max(0, before))?.element
    old?.classList.remove('on')
    if (old) old.tabIndex = -1
    const element = this.rows.at(row)?.element
    element?.classList.add('on')
    if (element) element.tabIndex = 0
    for (const note of document.querySelectorAll<HTMLElement>('#notes > ol > li'))
      note.classList.toggle('on', Number(note.dataset.r ?? -1) === row)
  }

  /** In running text the sentences that say the same are marked together. */
  private link(row: number): void {
    for (const each of this.linked.splice(0)) each.classList.remove('linked')
    if (this.state.choice.view !== 'running' || row < 0) return
    for (const version of this.data.versions.keys())
      for (const { element } of this.sentences.in(row, version)) {
        element.classList.add('linked')
        this.linked.push(element)
      }
  }

  private rowOf(target: EventTarget | null): number {
    if (!(target instanceof Element)) return -1
    const own = target.closest<HTMLElement>('.s[data-r], .row')
    return Number(own?.dataset.r ?? own?.dataset.row ?? -1)
  }

  private point({ target }: PointerEvent): void {
    if (this.state.choice.view !== 'running') return
    const row = this.rowOf(target)
    this.link(row < 0 ? this.state.choice.row : row)
  }

  private click(event: MouseEvent): void {
    const { target } = event
    const reference = target instanceof Element ? target.closest<HTMLAnchorElement>('a.ref') : null
    const row = this.rowOf(target)
    if (row >= 0 && row !== this.state.choice.row) {
      if (this.state.choice.view === 'rows') this.state.set({ row })
      else this.answer(row, target)
    }
    if (reference) {
      event.preventDefault()
      this.openNote(reference.hash.slice(1))
    }
  }

  /** Brings what the other versions say into sight beside a sentence; its own column stays where it is. */
  private answer(row: number, target: EventTarget | null): void {
    const own = target instanceof Element ? target.closest('.version') : null
    this.state.set({ row })
    for (const version of this.data.versions.keys()) {
      const element = this.sentences.in(row, version)[0]?.element
      if (element?.closest('.version') !== own) this.bringIntoSight(element)
    }
  }

  private openNote(id: string): void {
    showPanel('notes', true)
    const note = document.getElementById(id)
    note?.scrollIntoView({ block: 'nearest' })
    note?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }

  private clickInNotes(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.back') : null
    const row = Number(link?.closest<HTMLElement>('li')?.dataset.r ?? -1)
    if (!link || row < 0) return
    event.preventDefault()
    this.goTo(row, true)
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const { target } = event
    const inRow = target.matches('.row')
    if (inRow && event.key === 'Enter') {
      const note = target.querySelector<HTMLAnchorElement>('a.ref')
      if (note) this.openNote(note.hash.slice(1))
      return
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const end = { Home: 0, End: this.rows.count - 1 }[event.key]
    if (inRow && (by !== undefined || end !== undefined)) {
      event.preventDefault()
      this.goTo(end ?? this.next(this.state.choice.row, by ?? 1), true)
    } else if (by !== undefined && target.matches('.version')) {
      event.preventDefault()
      this.goToSentence(Number(target.dataset.version), by)
    }
  }

  /** The next row that is shown. */
  private next(row: number, by: number): number {
    let at = row + by
    while (this.rows.at(at)?.element.hidden) at += by
    return at
  }

  private goToSentence(version: number, by: number): void {
    const all = this.sentences.byVersion[version] ?? []
    const here = all.findIndex(({ row }) => row === this.state.choice.row)
    let at = here < 0 ? 0 : here + by
    while (all[at] && all[at]?.row === this.state.choice.row) at += by
    const next = all[at]
    if (next) this.goTo(next.row)
  }
}
