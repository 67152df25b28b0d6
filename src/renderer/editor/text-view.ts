import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Span } from '../../shared/model/offsets'
import type { Block } from '../../shared/model/text-content'
import { type NavigableText, unitAt } from '../../shared/text/caret-motion'
import { Caret } from './caret'
import { PendingMarks } from './deferred-highlights'
import { documentNode } from './document-node'
import { Geometry, isInner } from './geometry'
import { changeHighlights, highlights, type Mark } from './highlights'
import { Positions } from './positions'

/** After a far jump the place is put right in so many frames, unless the reader moves on. */
const corrections = 12
const movingOn = ['wheel', 'pointerdown', 'keydown'] as const

export interface TextViewOptions {
  readonly content: readonly Block[]
  readonly walk: NavigableText
  readonly furniture: readonly number[]
  /** Its highlights. Those near `near` are there from the first picture on, the others a moment later. */
  readonly marks: readonly TextMark[]
  readonly near: number
  /** The selection or the caret moved; `anchor` equals `head` where nothing is selected. */
  onSelection(anchor: number, head: number): void
  /** A button went down in the text: what was selected is let go of. What is clicked or selected is said when it goes up. */
  onPress(): void
  /** A click without a drag, at an offset: the annotations whose marks lie there, innermost first. */
  onClick(ids: readonly string[], offset: number): void
  /** A click with Ctrl or Cmd on words that link somewhere. */
  onLink(address: string): void
}

/** A highlight to draw, by offsets in the canonical text. */
export interface TextMark extends Span {
  readonly id: string
  readonly colour: string
  readonly active: boolean
  /** Whether something is said to be wrong with its wording. */
  readonly marked: boolean
}

/** The ends of a selection, by offsets: where it began, and where the caret is. They are one where nothing is selected. */
interface Ends {
  readonly anchor: number
  readonly head: number
}

/**
 * A text on the screen, read-only: ProseMirror draws it, the native selection selects, and a reading caret of our own
 * goes where keys send it. Offsets are UTF-16 code units of the canonical text.
 */
export class TextView {
  private readonly view: EditorView
  private readonly positions: Positions
  private readonly caret: Caret
  /** Where offsets stand on the screen, and what can be seen. */
  readonly geometry: Geometry
  private readonly pending: PendingMarks<TextMark>
  private idle = 0
  private correcting = 0
  private anchor = 0
  private head = 0
  /** A button of the pointer is down in the text. */
  private pressed = false
  /** What was selected last while it was: the pointer may end up outside the text. */
  private dragged: Ends | null = null

  constructor(
    private readonly mount: HTMLElement,
    private readonly options: TextViewOptions
  ) {
    const doc = documentNode(options.content, new Set(options.furniture))
    this.positions = new Positions(doc, options.walk.blocks)
    this.pending = new PendingMarks(options.marks.map((mark) => [this.positions.segment(mark.start), mark]))
    const here = this.positions.segment(options.near)
    const first = [here, here + 1, here - 1].flatMap((segment) => this.pending.take(segment))
    this.view = new EditorView(mount, {
      state: EditorState.create({ doc, plugins: [highlights(first.map(this.markOf))] }),
      editable: () => false,
      attributes: {
        tabindex: '0',
        role: 'document',
        lang: options.walk.language,
        class: 'text'
      },
      handleDOMEvents: {
        mousedown: (_view, event) => this.press(event),
        mouseup: (_view, event) => this.release(event)
      }
    })
    this.caret = new Caret(mount, this.view)
    this.geometry = new Geometry(this.view, this.positions, options.walk.blocks)
    this.drawPending()
    window.addEventListener('beforeprint', this.drawAll)
    for (const event of movingOn)
      window.addEventListener(event, this.moveOn, { capture: true, passive: true })
    document.addEventListener('selectionchange', this.readSelection)
    window.addEventListener('mouseup', this.endPress)
  }

  destroy(): void {
    document.removeEventListener('selectionchange', this.readSelection)
    window.removeEventListener('mouseup', this.endPress)
    window.removeEventListener('beforeprint', this.drawAll)
    for (const event of movingOn) window.removeEventListener(event, this.moveOn, { capture: true })
    cancelIdleCallback(this.idle)
    cancelAnimationFrame(this.correcting)
    this.caret.destroy()
    this.view.destroy()
  }

  draw(add: readonly TextMark[], remove: readonly string[]): void {
    for (const { id } of add) this.pending.delete(id)
    for (const id of remove) this.pending.delete(id)
    this.view.dispatch(changeHighlights(this.view.state, { add: add.map(this.markOf), remove }))
  }

  /** Whether every highlight is drawn, those far away too. */
  get allDrawn(): boolean {
    return this.pending.size === 0
  }

  private drawPending(): void {
    if (this.pending.size === 0) return
    this.idle = requestIdleCallback(
      (deadline) => {
        do {
          const segment = this.pending.nearest(this.geometry.segmentInSight())
          if (segment === null) return
          this.draw(this.pending.take(segment), [])
        } while (deadline.timeRemaining() > 4)
        this.drawPending()
      },
      { timeout: 200 }
    )
  }

  private readonly drawAll = (): void => {
    for (let at = this.pending.nearest(0); at !== null; at = this.pending.nearest(0))
      this.draw(this.pending.take(at), [])
  }

  private readonly markOf = ({ start, end, ...mark }: TextMark): Mark => ({
    ...mark,
    from: this.positions.position(start),
    to: this.positions.position(end)
  })

  get element(): HTMLElement {
    return this.view.dom
  }

  get scroller(): HTMLElement | null {
    return this.mount.closest<HTMLElement>('[data-scroller]')
  }

  /** The name by which a screen reader calls the text. */
  setLabel(label: string): void {
    this.view.dom.setAttribute('aria-label', label)
  }

  /** Dims or undims blocks after their furniture marks changed. */
  furnish(furniture: ReadonlySet<number>): void {
    const { tr } = this.view.state
    this.options.content.forEach((_, index) => {
      const position = this.positions.nodePosition(index)
      const node = tr.doc.nodeAt(position)
      if (node && node.attrs.furniture !== furniture.has(index))
        tr.setNodeAttribute(position, 'furniture', furniture.has(index))
    })
    if (tr.docChanged) this.view.dispatch(tr)
  }

  /** Selects, or sets the caret where both ends are one. */
  select(anchor: number, head: number): void {
    this.anchor = anchor
    this.head = head
    this.keepInState(anchor, head)
    const from = this.view.domAtPos(this.positions.position(anchor), 1)
    const to = this.view.domAtPos(this.positions.position(head), anchor <= head ? -1 : 1)
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    this.caret.place(this.positions.position(head))
    this.options.onSelection(anchor, head)
  }

  /** ProseMirror puts its own selection back whenever it gets the focus, so it has to know ours. */
  private keepInState(anchor: number, head: number): void {
    const { state } = this.view
    const selection = TextSelection.create(
      state.doc,
      this.positions.position(anchor),
      this.positions.position(head)
    )
    if (!state.selection.eq(selection)) this.view.dispatch(state.tr.setSelection(selection))
  }

  get selected(): Ends {
    return { anchor: this.anchor, head: this.head }
  }

  focus(): void {
    this.view.dom.focus({ preventScroll: true })
  }

  /** The caret one line up or down; the column is kept while one moves on. */
  lineFrom(head: number, direction: 1 | -1): number {
    return this.positions.offset(this.caret.vertical(this.positions.position(head), direction))
  }

  /** The start or end of the line that holds an offset. */
  lineEnd(head: number, side: 'start' | 'end'): number {
    return this.positions.offset(this.caret.lineEdge(this.positions.position(head), side))
  }

  /**
   * Brings an offset into view: into the middle, just into sight, or (`asNeeded`) into the middle only where it is not
   * well in sight already. Far text is laid out first, and its place corrected a frame later.
   */
  reveal(offset: number, where: 'center' | 'nearest' | 'asNeeded' = 'center'): void {
    cancelAnimationFrame(this.correcting)
    const element = this.view.nodeDOM(this.positions.nodePosition(this.positions.block(offset)))
    if (where === 'asNeeded' && this.isWellInSight(element, offset)) return
    const to = where === 'nearest' ? 'nearest' : 'center'
    if (element instanceof HTMLElement && to === 'center') element.scrollIntoView({ block: 'center' })
    this.caret.reveal(this.positions.position(offset), to)
    this.correct(offset, to, to === 'center' ? corrections : 1)
  }

  /** Whether an offset stands in the inner part of the window. Of a block that is out of sight no lines are asked for. */
  private isWellInSight(block: Node | null, offset: number): boolean {
    const frame = this.scroller?.getBoundingClientRect()
    if (!frame || !(block instanceof HTMLElement)) return false
    const { top, bottom } = block.getBoundingClientRect()
    if (bottom < frame.top || top > frame.bottom) return false
    return isInner(this.geometry.caretAt(offset, 1), frame)
  }

  /** What is laid out about a far place turns out higher or lower than it was taken to be, frame after frame: goes after it. */
  private correct(offset: number, where: 'center' | 'nearest', left: number): void {
    this.correcting = requestAnimationFrame(() => {
      if (this.view.isDestroyed) return
      this.caret.reveal(this.positions.position(offset), where)
      if (left > 1) this.correct(offset, where, left - 1)
      else this.redrawCaret()
    })
  }

  redrawCaret(): void {
    this.caret.place(this.positions.position(this.head))
  }

  private readonly moveOn = (): void => cancelAnimationFrame(this.correcting)

  /** What was pressed or dragged counts when the button is let go: until then nothing may be drawn under the pointer. */
  private readonly endPress = (): void => {
    if (!this.pressed) return
    this.readSelection()
    this.pressed = false
    if (this.dragged) this.take(this.dragged)
    this.dragged = null
  }

  private readonly readSelection = (): void => {
    const selection = document.getSelection()
    const { anchorNode, focusNode } = selection ?? {}
    if (!selection || !anchorNode || !focusNode) return
    if (!this.view.dom.contains(anchorNode) || !this.view.dom.contains(focusNode)) return
    const anchor = this.positions.offset(this.view.posAtDOM(anchorNode, selection.anchorOffset))
    const head = this.positions.offset(this.view.posAtDOM(focusNode, selection.focusOffset))
    if (this.pressed) this.dragged = { anchor, head }
    else this.take({ anchor, head })
  }

  private take({ anchor, head }: Ends): void {
    if (anchor === this.anchor && head === this.head) return
    this.anchor = anchor
    this.head = head
    this.caret.place(this.positions.position(head))
    this.options.onSelection(anchor, head)
  }

  /** Two clicks take the word, three the sentence, four the paragraph, by our own segmentation. */
  private press(event: MouseEvent): boolean {
    this.caret.forgetColumn()
    if (event.button !== 0) return false
    this.pressed = true
    this.dragged = null
    if (event.detail < 2) {
      // Chromium lets go of a selection that is clicked on only with the release of the last click of a double or
      // triple one, and so of what that click had selected.
      if (!event.shiftKey) {
        document.getSelection()?.removeAllRanges()
        this.anchor = this.head
        this.options.onPress()
      }
      return false
    }
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (!at) return false
    event.preventDefault()
    this.focus()
    const unit = event.detail === 2 ? 'word' : event.detail === 3 ? 'sentence' : 'block'
    const { start, end } = unitAt(this.options.walk, this.positions.offset(at.pos), unit)
    this.select(start, end)
    return true
  }

  private release(event: MouseEvent): boolean {
    this.endPress()
    const clicked = event.button === 0 && event.detail === 1 && document.getSelection()?.isCollapsed
    if (!clicked) return false
    const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-href]') : null
    const address = link?.dataset.href
    if (address !== undefined && (event.ctrlKey || event.metaKey)) {
      this.options.onLink(address)
      return false
    }
    const ids: string[] = []
    for (
      let node = event.target;
      node instanceof HTMLElement && node !== this.mount;
      node = node.parentElement
    ) {
      const id = node.dataset.annotation
      if (id !== undefined && !ids.includes(id)) ids.push(id)
    }
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })
    const offset = at ? this.positions.offset(at.pos) : this.head
    // Before the click draws anything: ProseMirror would put the selection of before back.
    this.select(offset, offset)
    this.options.onClick(ids, offset)
    return false
  }
}
