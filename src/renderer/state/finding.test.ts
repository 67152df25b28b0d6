import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainPattern } from '../../shared/search/find-in-text'
import type { Pattern } from '../../shared/search/pattern'
import { canonicalText } from '../../shared/text/canonical'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { plainSurface, selectWords } from '../testing/plain-surface'
import { closeFind, find, findSoon, nextMatch, openFind, useFinding } from './finding'
import { moveCaret, showSurface, useSurface } from './surface'

new JoinedWindow()
const text = canonicalText(shownBlocks)
const words = (query: string): Pattern => ({ query, ...plainPattern })

beforeEach(() => {
  showSurface({ ...plainSurface, hasFocus: () => false })
  moveCaret({ document: shownText, offset: 0 }, null)
  openFind()
})

// No question may still wait for a pause in the typing when the window is gone.
afterEach(closeFind)

function selected(): string | null {
  const { selection } = useSurface.getState()
  return selection && text.slice(selection.start, selection.end)
}

/** The words of the match one is at, and what stands before them. */
function at(): string | null {
  const { found, at: index } = useFinding.getState()
  const match = found[index]
  return match ? text.slice(0, match.end) : null
}

describe('finding in a text', () => {
  it('begins at the caret, goes round, and leaves the match selected', async () => {
    moveCaret({ document: shownText, offset: text.indexOf('night') }, null)
    await find(shownText, words('the'))
    expect(at()).toMatch(/The$/)
    nextMatch(1)
    expect(at()).toMatch(/in the$/)
    nextMatch(-1)
    await closeFind()
    expect(selected()).toBe('The')
    expect(useFinding.getState()).toMatchObject({ open: false, found: [], at: -1 })
  })

  it('is of what was typed last, whichever answer comes last', async () => {
    await Promise.all([
      find(shownText, words('e')),
      find(shownText, words('office')),
      find(shownText, words('Snow'))
    ])
    expect(useFinding.getState().found).toHaveLength(1)
    expect(at()).toBe('Snow')
  })

  it('is of what was typed last, though an earlier answer comes while one still types', async () => {
    const earlier = find(shownText, words('e'))
    findSoon(shownText, words('Snow'))
    await earlier
    await vi.waitFor(() => expect(at()).toBe('Snow'))
    expect(useFinding.getState().found).toHaveLength(1)
  })

  it('goes on by as many matches as were asked for before the answer was there', async () => {
    const asked = find(shownText, words('e'))
    for (let step = 0; step < 3; step++) nextMatch(1)
    nextMatch(-1)
    await asked
    expect(useFinding.getState().at).toBe(2)
    await find(shownText, words('e'))
    expect(useFinding.getState().at).toBe(0)
  })

  it('that is closed while one still types selects what was typed, and where one had gone on to', async () => {
    await find(shownText, words('Snow'))
    findSoon(shownText, words('office'))
    await closeFind()
    expect(selected()).toBe('office')
    moveCaret({ document: shownText, offset: 0 }, null)
    openFind()
    findSoon(shownText, words('the'))
    nextMatch(1)
    await closeFind()
    expect(selected()).toBe('The')
  })

  it('takes away nothing that was selected while the answer was on its way', async () => {
    findSoon(shownText, words('office'))
    const closing = closeFind()
    selectWords('Snow fell')
    await closing
    expect(selected()).toBe('Snow fell')
  })

  it('leaves what is selected where the keys go to the text', async () => {
    showSurface(plainSurface)
    await find(shownText, words('office'))
    selectWords('night')
    await closeFind()
    expect(selected()).toBe('night')
  })

  it('does not come back after it was closed', async () => {
    const asked = find(shownText, words('office'))
    await closeFind()
    await asked
    expect(useFinding.getState().found).toEqual([])
  })

  it('says what is wrong with an expression until it is right, and finds nothing for nothing', async () => {
    await find(shownText, { ...words('('), regex: true })
    expect(useFinding.getState()).toMatchObject({ at: -1, problem: { key: 'patternWrong' } })
    nextMatch(1)
    expect(useFinding.getState().at).toBe(-1)
    await find(shownText, { ...words('o.{2}ice'), regex: true })
    expect(useFinding.getState()).toMatchObject({ at: 0, problem: null })
    await find(shownText, words('  '))
    expect(useFinding.getState()).toMatchObject({ found: [], at: -1, problem: null })
  })

  it('looks once typing pauses', async () => {
    for (const query of ['o', 'of', 'off']) findSoon(shownText, words(query))
    await vi.waitFor(() => expect(at()).toMatch(/off$/))
  })
})
