import { createRef } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { change, currentProject } from '../state/project'
import { moveCaret, showSurface, useSurface } from '../state/surface'
import { useToasts } from '../state/toasts'
import { undoChange } from '../state/undoing'
import { JoinedWindow } from '../testing/joined-window'
import { plainSurface } from '../testing/plain-surface'
import { pressKey } from '../testing/press-key'
import { HookPage } from '../testing/render-hook'
import { useCellCommands } from './use-cell-commands'
import { useComparison } from './use-comparison'
import { type CellPlace, useCorrecting } from './use-correcting'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
const page = new HookPage()
const [work, base, other] = ['w1' as WorkId, 'd2' as DocumentId, 'd3' as DocumentId]
const none = { id: '', rows: [] } as unknown as NonNullable<ReturnType<typeof useComparison>['compared']>
const noDocuments: readonly DocumentId[] = [base, other]
const frame = createRef<HTMLElement>()

beforeEach(async () => {
  await change({ type: 'work.add', work: { id: work, title: 'Winter', order: [] } })
  const texts = [
    ['Snow fell in the night.', 'The office opened late.', 'The mayor came at noon.', 'Nobody stayed.'],
    ['Snow fell that night.', 'The office opened rather late.', 'The mayor came by noon.', 'Nobody remained.']
  ]
  await addText(joined.session, base, paragraphs(...(texts[0] ?? [])), { works: [work] })
  await addText(joined.session, other, paragraphs(...(texts[1] ?? [])), { works: [work] })
  await joined.caughtUp()
  useToasts.setState({ toasts: [] })
})

/** A comparison as its place draws it, with the cell that keys act on. */
function useWholeComparison({ place, setPlace }: Drawn) {
  const { documents } = currentProject().state
  const shown = [documents[base], documents[other]].flatMap((each) => each ?? [])
  const memo = shownOnce(shown)
  const { compared, receive } = useComparison(memo, work)
  const rows = compared ?? none
  const drop = useCorrecting(memo, rows, receive, place, textOf)
  useCellCommands(frame, noDocuments, rows.rows, orderOf(rows.rows.length), place, setPlace)
  return { compared, drop }
}

interface Drawn {
  readonly place: CellPlace
  readonly setPlace: (place: CellPlace) => void
}

let last: ReturnType<typeof shownOnce> = []
function shownOnce<T extends { readonly id: DocumentId }>(shown: readonly T[]): readonly T[] {
  if (last.length !== shown.length || shown.some((each, at) => each !== last[at])) last = shown as never
  return last as never
}
let known: readonly number[] = []
function orderOf(count: number): readonly number[] {
  if (known.length !== count) known = Array.from({ length: count }, (_, at) => at)
  return known
}
const textOf = (column: number, { start, end }: Span) =>
  currentProject().texts[column === 0 ? base : other]?.text.slice(start, end) ?? ''

async function open() {
  let place: CellPlace = { row: 0, column: 1 }
  const hook = await page.render(useWholeComparison, {
    place,
    setPlace: (next: CellPlace) => go(next)
  } as Drawn)
  function go(next: CellPlace) {
    place = next
    hook.draw({ place, setPlace: go })
  }
  await expect.poll(() => hook.now().compared?.rows.length, { timeout: 8000 }).toBe(4)
  const rows = () =>
    (hook.now().compared?.rows ?? []).map(({ cells, byHand }) => [
      ...cells.map((spans, column) => spans.map((each) => textOf(column, each)).join(' ')),
      byHand[1] === true
    ])
  return { hook, go, rows, at: () => place }
}

const byHand = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.at(-1))

describe('correcting links by key', () => {
  it('keeps every correction, however quickly rows are accepted one after another', async () => {
    const { go, rows } = await open()
    for (const row of [0, 1, 2, 3]) {
      go({ row, column: 1 })
      pressKey('Enter', { altKey: true })
    }
    await expect.poll(() => byHand(rows()), { timeout: 8000 }).toEqual([true, true, true, true])
    await joined.caughtUp()
    expect(useToasts.getState().toasts).toEqual([])
  })

  it('draws sentences in and gives them away, each of the row that was meant; undo takes them back one by one', async () => {
    const { go, rows } = await open()
    go({ row: 0, column: 1 })
    pressKey('ArrowDown', { altKey: true })
    await expect
      .poll(() => rows()[0], { timeout: 8000 })
      .toEqual(['Snow fell in the night.', 'Snow fell that night. The office opened rather late.', true])
    pressKey('ArrowDown', { altKey: true, shiftKey: true })
    await expect.poll(() => rows()[0]?.[1], { timeout: 8000 }).toBe('Snow fell that night.')
    await undoChange()
    await expect
      .poll(() => rows()[0]?.[1], { timeout: 8000 })
      .toBe('Snow fell that night. The office opened rather late.')
    await undoChange()
    await expect.poll(() => byHand(rows()), { timeout: 8000 }).toEqual([false, false, false, false])
  })

  it('picks a sentence up and puts it down in another row', async () => {
    const { go, rows } = await open()
    go({ row: 3, column: 1 })
    pressKey('p', { altKey: true })
    expect(useToasts.getState().toasts.at(-1)?.text).toContain('Nobody remained.')
    go({ row: 0, column: 1 })
    await new Promise((drawn) => requestAnimationFrame(drawn))
    pressKey('l', { altKey: true })
    await expect.poll(() => rows()[0]?.[1], { timeout: 8000 }).toBe('Snow fell that night. Nobody remained.')
  })

  it('drops a sentence that is dragged into the row it was dropped on', async () => {
    const { hook, rows } = await open()
    const sentence = hook.now().compared?.rows[3]?.cells[1]?.[0]
    if (!sentence) throw new Error('there is no sentence')
    hook.now().drop({ document: other, ...sentence }, 2)
    await expect
      .poll(() => rows()[2]?.[1], { timeout: 8000 })
      .toBe('The mayor came by noon. Nobody remained.')
  })

  it('corrects nothing of a text that another window has corrected meanwhile, and says so', async () => {
    const { hook, go, rows } = await open()
    go({ row: 0, column: 1 })
    const document = currentProject().state.documents[other]
    const held = joined.hold('compare.correct')
    await joined.other('document.correct', {
      document: other,
      block: 0,
      text: 'Much snow fell that night.',
      revision: document && currentText(document)
    })
    // This window has not drawn the corrected text yet.
    pressKey('Enter', { altKey: true })
    await held.answered
    held.letGo()
    await expect.poll(() => useToasts.getState().toasts.length, { timeout: 8000 }).toBe(1)
    await joined.caughtUp()
    hook.draw({ place: { row: 0, column: 1 }, setPlace: go })
    await expect.poll(() => rows()[0]?.[1], { timeout: 8000 }).toBe('Much snow fell that night.')
    expect(byHand(rows())).toEqual([false, false, false, false])
  })

  it('keeps the corrections of two windows of different rows', async () => {
    const { hook, go, rows } = await open()
    go({ row: 0, column: 1 })
    const seen = [base, other].map((id) => {
      const document = currentProject().state.documents[id]
      return { document: id, revision: document && currentText(document) }
    })
    const plain = (all: readonly Span[] = []) => all.map(({ start, end }) => ({ start, end }))
    const third = hook.now().compared?.rows[2]
    const links = [{ a: plain(third?.cells[0]), b: plain(third?.cells[1]) }]
    const theirs = joined.other('compare.correct', {
      shown: { documents: [base, other], known: null },
      base,
      corrections: [{ version: other, links }],
      seen
    })
    pressKey('Enter', { altKey: true })
    expect(await theirs).toMatchObject({ ok: true })
    await expect.poll(() => byHand(rows()), { timeout: 8000 }).toEqual([true, false, true, false])
  })
})

describe('going from cell to cell', () => {
  const selected = () => useSurface.getState().selection

  it('selects what the version says there, ready for a theme, and stays at the edges', async () => {
    const { at, hook } = await open()
    showSurface({
      ...plainSurface,
      select: (passage) => moveCaret({ document: passage.document, offset: passage.end }, passage)
    })
    pressKey('ArrowDown')
    await expect.poll(selected).toMatchObject({ document: other })
    pressKey('ArrowLeft')
    await expect.poll(selected).toMatchObject({ document: base })
    pressKey('ArrowLeft')
    expect(at()).toEqual({ row: 1, column: 0 })
    const cell = hook.now().compared?.rows[1]?.cells[0]?.[0]
    expect(selected()).toMatchObject({ start: cell?.start, end: cell?.end })
  })

  it('leaves keys to whatever else has the focus', async () => {
    const { at } = await open()
    page.focused = document.createElement('input')
    pressKey('ArrowDown')
    expect(at()).toEqual({ row: 0, column: 1 })
  })
})
