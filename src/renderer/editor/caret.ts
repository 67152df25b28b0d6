import type { EditorView } from 'prosemirror-view'

/** The reading caret: a line of our own, since a text that cannot be edited has none. Positions are ProseMirror's. */
export class Caret {
  private readonly line = document.createElement('div')
  /** The column that vertical movement keeps, in viewport pixels. */
  private column: number | null = null

  constructor(
    private readonly mount: HTMLElement,
    private readonly view: EditorView
  ) {
    this.line.className = 'reading-caret'
    this.line.setAttribute('aria-hidden', 'true')
    this.line.hidden = true
    mount.append(this.line)
  }

  destroy(): void {
    this.line.remove()
  }

  place(position: number): void {
    const { left, top, bottom } = this.coords(position)
    const frame = this.mount.getBoundingClientRect()
    this.line.hidden = false
    this.line.style.transform = `translate(${left - frame.left}px, ${top - frame.top}px)`
    this.line.style.height = `${bottom - top}px`
  }

  forgetColumn(): void {
    this.column = null
  }

  /** The position one line above or below. Tries points further off until the caret has left its line. */
  vertical(position: number, direction: 1 | -1): number {
    const { left, top, bottom } = this.coords(position)
    const column = this.column ?? left
    this.column = column
    this.makeRoom(direction === 1 ? bottom : top, direction)
    const from = this.coords(position)
    const height = bottom - top
    for (let step = 0.5; step < 8; step += 0.5) {
      const y = direction === 1 ? from.bottom + height * step : from.top - height * step
      const found = this.view.posAtCoords({ left: column, top: y })
      if (!found) continue
      const at = this.view.coordsAtPos(found.pos)
      const moved = direction === 1 ? at.top >= from.bottom - 2 : at.bottom <= from.top + 2
      if (moved) return found.pos
    }
    return position
  }

  lineEdge(position: number, side: 'start' | 'end'): number {
    this.column = null
    const { top, bottom } = this.coords(position)
    const frame = this.view.dom.getBoundingClientRect()
    const left = side === 'start' ? frame.left + 1 : frame.right - 1
    return this.view.posAtCoords({ left, top: (top + bottom) / 2 })?.pos ?? position
  }

  /** Scrolls so that a position is in the middle, or just in sight. Answers by how many pixels. */
  reveal(position: number, where: 'center' | 'nearest'): number {
    const { scroller } = this
    if (!scroller) return 0
    const frame = scroller.getBoundingClientRect()
    const { top, bottom } = this.coords(position)
    const margin = 60
    const before = scroller.scrollTop
    if (where === 'center') scroller.scrollTop += (top + bottom) / 2 - (frame.top + frame.bottom) / 2
    else if (top < frame.top + margin) scroller.scrollTop -= frame.top + margin - top
    else if (bottom > frame.bottom - margin) scroller.scrollTop += bottom - frame.bottom + margin
    return scroller.scrollTop - before
  }

  /** Where a position stands; at the end of a block behind its last letter, and not where the next block begins. */
  private coords(position: number) {
    const { parent, parentOffset } = this.view.state.doc.resolve(position)
    const atEnd = parentOffset > 0 && parentOffset === parent.content.size
    return this.view.coordsAtPos(position, atEnd ? -1 : 1)
  }

  private get scroller(): HTMLElement | null {
    return this.mount.closest<HTMLElement>('[data-scroller]')
  }

  /** Points outside the window have no text under them: scroll before looking beyond its edge. */
  private makeRoom(edge: number, direction: 1 | -1): void {
    const frame = this.scroller?.getBoundingClientRect()
    if (!frame) return
    const room = direction === 1 ? frame.bottom - edge : edge - frame.top
    if (room < 120) this.scroller?.scrollBy({ top: direction * (160 - room) })
  }
}
