import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DocumentId } from '../../shared/model/ids'
import { p, tag } from '../../shared/testing/tagged-text'
import type { TextView } from '../editor/text-view'
import { useFinding } from '../state/finding'
import { useNavigation } from '../state/navigation'
import { currentProject, showDocument } from '../state/project'
import { moveCaret } from '../state/surface'
import { useUiState } from '../state/ui-state'
import { undoChange } from '../state/undoing'
import { JoinedWindow, shownText } from '../testing/joined-window'
import { pressKey } from '../testing/press-key'
import { HookPage } from '../testing/render-hook'
import { useCaretCommands } from './use-caret-commands'
import { useReadingCommands } from './use-reading-commands'
import { useReadingPlace } from './use-reading-place'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
const page = new HookPage()
const text = p(
  '<b0>Snow<w1> <s1>fell<w2> <s2>in<w3> <s3>the<w4> <s4>night.<e0>\n<b1>The<w5> <s5>office<w6> <s6>opened<w7> <s7>late.<e1>'
)

const box = { getBoundingClientRect: () => ({ left: 0, top: 0, height: 100 }), isConnected: true }

/** A view of a text as its keys see it: what is selected in it. */
class BareView {
  selected = { anchor: 0, head: 0 }
  readonly element = box
  readonly scroller = Object.assign(new EventTarget(), box)
  shown = 0
  readonly geometry = { offsetAt: () => this.shown }

  select(anchor: number, head: number) {
    this.selected = { anchor, head }
    moveCaret({ document: shownText, offset: head }, null)
  }
  reveal() {}
  lineFrom = (head: number, direction: 1 | -1) => head + 10 * direction
  lineEnd = (_: number, end: 'start' | 'end') => tag(text, end === 'start' ? 'b0' : 'e0')
}

let view: BareView
const at = (name: string) => tag(text, name)
const asView = (bare: BareView) => bare as unknown as TextView

beforeEach(async () => {
  await showDocument(shownText)
  view = new BareView()
})

describe('the keys of the reading caret', () => {
  beforeEach(async () => {
    const walk = currentProject().texts[shownText]
    if (!walk) throw new Error('there is no text')
    expect(walk.text).toBe(text.text)
    await page.render(() => useCaretCommands(asView(view), walk), undefined)
  })

  const head = (key: string, held: Parameters<typeof pressKey>[1] = {}) => {
    pressKey(key, held)
    return view.selected.head
  }

  it('go by character, word, sentence and paragraph, and to the ends of the text', () => {
    expect(head('ArrowRight')).toBe(1)
    expect(head('ArrowLeft')).toBe(0)
    expect([head('ArrowRight', { ctrlKey: true }), head('ArrowRight', { ctrlKey: true })]).toEqual([
      at('w1'),
      at('w2')
    ])
    expect(head('ArrowLeft', { ctrlKey: true })).toBe(at('s1'))
    expect(head('ArrowDown', { ctrlKey: true })).toBeGreaterThanOrEqual(at('e0'))
    expect(head('End', { ctrlKey: true })).toBe(at('e1'))
    expect(head('ArrowLeft', { altKey: true })).toBe(at('b1'))
    expect(head('Home', { ctrlKey: true })).toBe(0)
  })

  it('select with Shift, and a plain arrow goes to the side it points to', () => {
    pressKey('ArrowRight', { ctrlKey: true, shiftKey: true })
    pressKey('ArrowRight', { ctrlKey: true, shiftKey: true })
    expect(view.selected).toEqual({ anchor: 0, head: at('w2') })
    pressKey('ArrowLeft')
    expect(view.selected).toEqual({ anchor: 0, head: 0 })
    pressKey('End', { shiftKey: true })
    pressKey('ArrowRight')
    expect(view.selected).toEqual({ anchor: at('e0'), head: at('e0') })
  })

  it('belong to a field while one types in it', () => {
    page.focused = document.createElement('textarea')
    expect(pressKey('ArrowRight')).toBe(false)
    expect(view.selected.head).toBe(0)
  })

  it('mark a block as no part of the text, and take that back; two keys at once do both', async () => {
    const furniture = () => joined.session.state.documents.get(shownText)?.furniture
    view.select(at('s5'), at('s5'))
    pressKey('x')
    await expect.poll(furniture).toEqual([1])
    pressKey('x', { repeat: true })
    pressKey('x')
    pressKey('x')
    await expect.poll(() => joined.session.seq).toBe(5)
    expect(furniture()).toEqual([1])
    await joined.caughtUp()
    await undoChange()
    expect(furniture()).toEqual([])
  })

  it('add to what another window marks at the same time', async () => {
    const revision = currentProject().texts[shownText]?.revision
    view.select(at('s5'), at('s5'))
    const theirs = joined.other('project.edit', {
      type: 'document.furniture',
      id: shownText,
      revision,
      add: [0],
      remove: []
    })
    pressKey('x')
    expect(await theirs).toMatchObject({ ok: true })
    await expect.poll(() => joined.session.state.documents.get(shownText)?.furniture).toEqual([0, 1])
  })
})

describe('the keys of reading', () => {
  it('find and go on among what is found, and Escape closes the search', async () => {
    let asked = ''
    await page.render(
      () =>
        useReadingCommands(
          () => {
            asked += 'g'
          },
          () => {
            asked += 'o'
          }
        ),
      undefined
    )
    expect(pressKey('F3')).toBe(false)
    pressKey('f', { ctrlKey: true })
    expect(useFinding.getState().open).toBe(true)
    pressKey('g')
    pressKey('o')
    expect(asked).toBe('g')
    pressKey('Escape')
    expect(useFinding.getState().open).toBe(false)
    expect(pressKey('Escape')).toBe(false)
  })
})

describe('where one reads', () => {
  it('is remembered after a pause, and told when one leaves', async () => {
    useNavigation.setState({ place: { name: 'reader', document: shownText } })
    const hook = await page.render((id: DocumentId) => useReadingPlace(asView(view), id), shownText)
    view.shown = at('s5')
    view.scroller.dispatchEvent(new Event('scroll'))
    expect(useUiState.getState().places[shownText]).toBeUndefined()
    await expect.poll(() => useUiState.getState().places[shownText]).toBe(at('s5'))
    view.shown = at('s7')
    const { navigate, navigateBack } = await import('../state/navigation')
    navigate({ name: 'library' })
    expect(useUiState.getState().places[shownText]).toBe(at('s7'))
    hook.leave()
    await navigateBack()
    expect(useNavigation.getState().place).toMatchObject({
      name: 'reader',
      document: shownText,
      at: at('s7')
    })
  })
})
