import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addText } from '../../main/rpc/testing/add-text'
import type { DocumentId, ThemeId, WorkId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { p, type TaggedText, tag } from '../../shared/testing/tagged-text'
import { canonicalText } from '../../shared/text/canonical'
import { i18n } from '../state/i18n'
import { change, currentProject, showDocument } from '../state/project'
import { moveCaret, showSurface, useSurface } from '../state/surface'
import { useToasts } from '../state/toasts'
import { useUiState } from '../state/ui-state'
import { undoChange } from '../state/undoing'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import { pressKey } from '../testing/press-key'
import { HookPage } from '../testing/render-hook'
import { useCodingMode } from './coding-mode'
import { useAnnotating } from './passage-actions'
import { resize, selectUnit } from './select-unit'
import { useAnnotatingCommands } from './use-annotating-commands'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
const page = new HookPage()
const [first, second] = ['t1', 't2'] as [ThemeId, ThemeId]
const text = canonicalText(shownBlocks)

beforeEach(async () => {
  await showDocument(shownText)
  showSurface(plainSurface)
  for (const id of [second, first]) await change({ type: 'theme.add', theme: makeTheme(id), index: 0 })
  useToasts.setState({ toasts: [] })
  useUiState.setState({ recent: [] })
  useCodingMode.setState({ unit: null })
  useAnnotating.setState({ picking: null, memoFor: null, choosing: null })
  await page.render(useAnnotatingCommands, undefined)
})

const saved = () =>
  [...(joined.session.state.annotations.get(shownText)?.values() ?? [])].map(({ selector, codings }) => [
    selector.exact,
    codings.map(({ theme }) => theme)
  ])
const toasts = () => useToasts.getState().toasts.map(({ text: told }) => told)
const selected = () => {
  const { selection } = useSurface.getState()
  return selection && text.slice(selection.start, selection.end)
}

/** The text of the window with a place in it: the caret is put there. */
function caretIn(tagged: TaggedText, name = 'a'): void {
  expect(tagged.text).toBe(text)
  moveCaret({ document: shownText, offset: tag(tagged, name) }, null)
}

describe('the keys of annotating', () => {
  it('say what they need where there is nothing to act on, and change nothing', async () => {
    const { seq } = joined.session
    const told = (key: string) => {
      pressKey(key)
      return toasts().at(-1)
    }
    expect(['h', '1', 'Delete', 'm', ']', '|', '/', 's', 't'].map(told)).toEqual(
      (
        [
          'needs.selection',
          'needs.target',
          'needs.highlight',
          'needs.target',
          'needs.target',
          'needs.highlight',
          'needs.caret',
          'needs.caret',
          'needs.versions'
        ] as const
      ).map((key) => i18n.t(key))
    )
    expect(joined.session.seq).toBe(seq)
  })

  it('put themes on in the order of their digits, the memo and the ends, however fast they come', async () => {
    selectWords('Snow')
    for (const key of ['1', '2', ']', 'Delete']) pressKey(key)
    await expect.poll(() => joined.session.seq, { timeout: 5000 }).toBeGreaterThanOrEqual(6)
    await joined.caughtUp()
    await expect.poll(saved).toEqual([])
    await undoChange()
    expect(saved()).toEqual([['Snow fell', [first, second]]])
  })

  it('that is held moves an end on and on, and never codes or deletes again', async () => {
    selectWords('Snow')
    pressKey('h')
    await expect.poll(saved).toHaveLength(1)
    pressKey(']')
    pressKey(']', { repeat: true })
    await expect.poll(() => saved()[0]?.[0]).toBe('Snow fell in')
    pressKey('Delete', { repeat: true })
    pressKey('1', { repeat: true })
    await joined.caughtUp()
    expect(saved()).toEqual([['Snow fell in', []]])
  })

  it('open the picker, with the sentence at the caret where nothing is selected', () => {
    caretIn(p('Snow fell <a>in the night.\nThe office opened late.'))
    pressKey('/')
    expect(useAnnotating.getState().picking).toEqual({ beside: null })
    expect(selected()).toBe('Snow fell in the night.')
  })

  it('are letters where something is typed', () => {
    selectWords('Snow')
    page.focused = document.createElement('textarea')
    for (const key of ['h', '1', 'Delete']) expect(pressKey(key)).toBe(false)
    expect(saved()).toEqual([])
  })
})

describe('selecting by key', () => {
  it.each([
    ['Sn<a>ow fell in the night.\nThe office opened late.', 'word', 'Snow'],
    ['Snow<a> fell in the night.\nThe office opened late.', 'word', 'Snow'],
    ['Snow fell in the night<a>.\nThe office opened late.', 'word', 'night'],
    ['Snow fell in the night.\n<a>The office opened late.', 'sentence', 'The office opened late.'],
    ['Snow fell in the night.\nThe office opened late.<a>', 'sentence', 'The office opened late.'],
    ['Snow fell in the night.<a>\nThe office opened late.', 'block', 'Snow fell in the night.']
  ] as const)('takes what is at the caret: %j by %s', (tagged, unit, words) => {
    caretIn(p(tagged))
    selectUnit(unit)
    expect(selected()).toBe(words)
  })

  it('grows from word to sentence to paragraph, and shrinks to what was selected before', () => {
    caretIn(p('Snow f<a>ell in the night.\nThe office opened late.'))
    const grown: (string | null)[] = []
    for (let step = 0; step < 3; step++) {
      resize(1)
      grown.push(selected())
    }
    expect(grown.slice(0, 2)).toEqual(['fell', 'Snow fell in the night.'])
    resize(-1)
    resize(-1)
    expect(selected()).toBe('fell')
  })

  it('never shrinks to what was selected in another text', async () => {
    const other = 'd2' as DocumentId
    await addText(joined.session, other, shownBlocks)
    await joined.caughtUp()
    await showDocument(other)
    selectWords('fell in')
    resize(1)
    const grown = useSurface.getState().selection
    if (!grown) throw new Error('nothing is selected')
    moveCaret({ document: other, offset: grown.end }, { ...grown, document: other })
    resize(-1)
    expect(selected()).not.toBe('fell in')
  })
})

describe('coding sentence by sentence', () => {
  const begin = () => {
    caretIn(p('Snow fell <a>in the night.\nThe office opened late.'))
    pressKey('c')
  }

  it('marks the sentence at the caret, codes it with one key, and goes on to the next', async () => {
    begin()
    expect(selected()).toBe('Snow fell in the night.')
    pressKey('1')
    await expect.poll(selected).toBe('The office opened late.')
    pressKey('2')
    await expect.poll(saved, { timeout: 5000 }).toHaveLength(2)
    expect(saved().sort()).toEqual([
      ['Snow fell in the night.', [first]],
      ['The office opened late.', [second]]
    ])
  })

  it('passes over sentences without coding, back again, and ends with Escape', () => {
    begin()
    pressKey(' ')
    expect(selected()).toBe('The office opened late.')
    pressKey('Backspace')
    expect(selected()).toBe('Snow fell in the night.')
    pressKey('Escape')
    expect([useCodingMode.getState().unit, selected(), saved()]).toEqual([null, null, []])
  })

  it('leaves out what is no part of the text', async () => {
    const document = currentProject().state.documents[shownText]
    await joined.other('project.edit', {
      type: 'document.furniture',
      id: shownText,
      revision: document?.revisions.at(-1)?.text,
      add: [0],
      remove: []
    })
    await joined.caughtUp()
    begin()
    expect(selected()).toBe('The office opened late.')
    pressKey('Escape')
  })
})

describe('carrying a highlight over', () => {
  const [work, version] = ['w1' as WorkId, 'd2' as DocumentId]
  const carried = () =>
    [...(joined.session.state.annotations.get(version)?.values() ?? [])].map(({ selector, parallel }) => [
      selector.exact,
      parallel !== null
    ])

  beforeEach(async () => {
    await change({ type: 'work.add', work: { id: work, title: 'Winter', order: [] } })
    const own = joined.session.state.documents.get(shownText)
    if (!own) throw new Error('there is no text')
    const {
      id: _,
      added: __,
      original: ___,
      revisions: ____,
      words: _____,
      furniture: ______,
      ...facts
    } = own
    const wanted = { ...facts, works: [work] }
    await joined.other('project.edit', { type: 'document.facts', id: shownText, seen: facts, wanted })
    await addText(joined.session, version, shownBlocks, { works: [work] })
    await joined.caughtUp()
  })

  it('puts it where the other version says the same, once, however often the key is pressed', async () => {
    selectWords('The office opened late.')
    pressKey('t')
    pressKey('t')
    await expect.poll(carried, { timeout: 8000 }).toHaveLength(1)
    await expect.poll(() => toasts().length, { timeout: 8000 }).toBeGreaterThanOrEqual(2)
    await joined.caughtUp()
    expect(carried()).toEqual([['The office opened late.', true]])
  })
})
