import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import { defaultSettings } from '../../shared/concordance/default-settings'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId, ThemeId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { excerptsHere, goToExport } from '../state/export-source'
import { i18n } from '../state/i18n'
import { useNavigation } from '../state/navigation'
import { change, currentProject } from '../state/project'
import { useToasts } from '../state/toasts'
import { rememberTheme } from '../state/ui-state'
import { undoChange } from '../state/undoing'
import { JoinedWindow } from '../testing/joined-window'
import { pressKey } from '../testing/press-key'
import { HookPage } from '../testing/render-hook'
import { codeLines } from './code-lines'
import { concordance } from './concordance-desk'
import { select } from './line-acts'
import {
  byName,
  describeQuery,
  isAsSaved,
  openQuery,
  removeQuery,
  saveQuery,
  updateQuery
} from './saved-queries'
import { grouping, ordering, taken } from './trail-walk'
import { useExportSource } from './use-export-source'
import { useFreshLines } from './use-fresh-lines'
import { tickTo, useLineCommands } from './use-line-commands'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
const page = new HookPage()
const id = 'd2' as DocumentId
const theme = 't1' as ThemeId
const state = () => concordance.store.getState()
const ticked = () => [...state().ticked.values()].map(({ start }) => start).sort((a, b) => a - b)
const toasts = () => useToasts.getState().toasts.map(({ text }) => text)
const codedAt = () =>
  [...(joined.session.state.annotations.get(id)?.values() ?? [])]
    .filter(({ codings }) => codings.some((each) => each.theme === theme))
    .map(({ selector }) => selector.start)
    .sort((a, b) => a - b)
let picked = 0

beforeEach(async () => {
  await addText(joined.session, id, paragraphs('One visit. Two visits, a visit.', 'The last visit of all.'))
  await joined.caughtUp()
  await change({ type: 'theme.add', theme: makeTheme(theme), index: 0 })
  concordance.belongTo('', defaultSettings)
  concordance.belongTo(joined.folder, defaultSettings)
  useToasts.setState({ toasts: [] })
  picked = 0
  await page.render(() => {
    useLineCommands(pick)
    useFreshLines()
    useExportSource()
  }, null)
})

const pick = () => void picked++

async function asked(query: string): Promise<void> {
  concordance.type(query)
  await expect.poll(() => state().shown?.query === query && state().view?.isComplete).toBe(true)
  await brought()
}

/** Has all lines brought in, as the list does for those in sight. */
async function brought(): Promise<void> {
  const isLacking = () => {
    concordance.want(0, 99)
    return (
      state().rows.count > 0 &&
      Array.from({ length: state().view?.lines ?? 0 }).some((_, at) => !state().pages.line(at))
    )
  }
  await expect.poll(isLacking).toBe(false)
}

describe('the keys of the lines', () => {
  it('go from line to line as they come, to the ends, and never beyond', async () => {
    await asked('visit*')
    const at = (key: string) => {
      pressKey(key)
      return state().at
    }
    expect(['ArrowDown', 'j', 'k', 'End', 'ArrowDown', 'PageUp', 'Home', 'ArrowUp'].map(at)).toEqual([
      1, 2, 1, 3, 3, 0, 0, 0
    ])
    expect(state().current).toMatchObject({ document: id })
  })

  it('belong to whatever else has the focus', async () => {
    await asked('visit')
    page.focused = document.createElement('button')
    expect(pressKey('ArrowDown')).toBe(false)
    expect(pressKey(' ')).toBe(false)
    expect([state().at, state().ticked.size]).toEqual([0, 0])
  })

  it('tick and untick, and Escape unticks all', async () => {
    await asked('visit')
    pressKey(' ')
    pressKey('ArrowDown')
    pressKey(' ')
    expect(ticked()).toEqual([4, 25])
    pressKey(' ', { repeat: true })
    expect(ticked()).toEqual([4, 25])
    pressKey('Escape')
    expect(ticked()).toEqual([])
    expect(pressKey('Escape')).toBe(false)
    pressKey('a', { ctrlKey: true })
    await expect.poll(() => ticked().length).toBe(3)
  })

  it('go to the passage of a line, and ask for a theme', async () => {
    await asked('last')
    pressKey('/')
    expect(picked).toBe(1)
    pressKey('Enter')
    expect(useNavigation.getState().place).toMatchObject({ name: 'reader', document: id, at: 36, end: 40 })
  })

  it('fold the group that one is in, and tick its lines from its head', async () => {
    await asked('visit*')
    await concordance.arrange(taken(state().walk, grouping({ by: 'form' })))
    await expect.poll(() => state().view?.groups?.length).toBe(2)
    await brought()
    pressKey('Home')
    pressKey('ArrowDown')
    pressKey('ArrowLeft')
    expect(state().rows.rowAt(state().at)).toMatchObject({ kind: 'group' })
    const folded = state().rows.count
    pressKey(' ')
    const group = state().view?.groups?.[0]
    await expect.poll(() => ticked().length).toBe(group?.count)
    pressKey('ArrowRight')
    expect(state().rows.count).toBe(folded + (group?.count ?? 0))
  })
})

describe('ticking with Shift', () => {
  it('takes all lines from the one that was ticked last', async () => {
    await asked('visit*')
    await tickTo(1, false)
    await tickTo(3, true)
    await expect.poll(() => ticked().length).toBe(3)
  })

  it('begins at that very line, wherever it stands after the lines are sorted', async () => {
    await asked('visit*')
    await tickTo(0, false)
    await concordance.arrange(taken(state().walk, ordering([{ by: 'hit', descending: true }])))
    await brought()
    await expect.poll(() => state().pages.line(1)?.start).toBe(4)
    await tickTo(3, true)
    await expect.poll(ticked).toEqual([4, 25, 41])
  })

  it('begins anew in the lines of another query', async () => {
    await asked('visit*')
    await tickTo(3, false)
    await asked('visit')
    await tickTo(1, true)
    await expect.poll(() => ticked().length).toBe(1)
  })
})

describe('coding lines', () => {
  it('codes what is ticked as one change, else the line one is on; again codes nothing twice', async () => {
    await asked('visit')
    rememberTheme(theme)
    pressKey('a', { ctrlKey: true })
    await expect.poll(() => ticked().length).toBe(3)
    await codeLines({ id: theme })
    expect(codedAt()).toEqual([4, 25, 41])
    await codeLines({ id: theme })
    expect(codedAt()).toEqual([4, 25, 41])
    expect(toasts().at(-1)).toBe(i18n.t('concordance.codedAlready'))
    await undoChange()
    expect(codedAt()).toEqual([])
    pressKey('Escape')
    pressKey('End')
    pressKey('1')
    await expect.poll(codedAt).toEqual([41])
  })

  it('codes nothing twice where the key comes faster than the answer', async () => {
    await asked('visit')
    await Promise.all([codeLines({ name: 'Calls' }), codeLines({ name: 'Calls' })])
    const named = Object.values(currentProject().state.themes).filter(({ name }) => name === 'Calls')
    expect(named).toHaveLength(1)
    expect(joined.session.counts.themes.get(named[0]?.id ?? theme)).toBe(1)
  })

  it('codes no other words where another window has corrected the text', async () => {
    await asked('last')
    const document = currentProject().state.documents[id]
    const revision = document && currentText(document)
    const correction = { document: id, revision, block: 0, text: 'None at all.' }
    expect(await joined.other('document.correct', correction)).toMatchObject({ ok: true })
    await codeLines({ id: theme })
    const all = [...(joined.session.state.annotations.get(id)?.values() ?? [])]
    expect(all.every(({ selector }) => selector.exact === 'last')).toBe(true)
  })

  it('says that there is no line, and does nothing', async () => {
    await asked('nowhere')
    await codeLines({ id: theme })
    expect(toasts()).toEqual([i18n.t('concordance.noLine')])
  })
})

describe('the lines of the place', () => {
  it('are searched anew when another window corrects a text, and stay ticked and where one is', async () => {
    await asked('visit')
    await tickTo(1, false)
    const document = currentProject().state.documents[id]
    const revision = document && currentText(document)
    const text = 'The last visit of all, a visit.'
    await joined.other('document.correct', { document: id, revision, block: 1, text })
    await joined.caughtUp()
    await expect.poll(() => state().rows.count).toBe(4)
    expect(ticked()).toEqual([25])
  })

  it('are what is exported from it, with the steps that led to them', async () => {
    await asked('visit')
    await select({ by: 'perDocument', most: 2 })
    goToExport()
    const { place } = useNavigation.getState()
    expect(place).toMatchObject({
      name: 'export',
      source: { of: 'concordance', asked: 'visit', steps: [expect.stringContaining('2')] }
    })
    expect(excerptsHere().of).toBe('excerpts')
  })
})

describe('a query that is kept', () => {
  const kept = () => byName(currentProject().state.info.queries)

  it('is opened as it was kept: its words, its settings and its steps', async () => {
    await asked('visit')
    await select({ by: 'perDocument', most: 1 })
    await saveQuery('Visits')
    const [query] = kept()
    if (!query) throw new Error('nothing is kept')
    expect([isAsSaved(query), state().saved]).toEqual([true, query.id])
    await asked('snow')
    expect([isAsSaved(query), state().saved]).toEqual([false, null])
    openQuery(query)
    await expect.poll(() => state().view?.isComplete && state().shown?.query).toBe('visit')
    await expect.poll(() => state().rows.count).toBe(1)
    expect([isAsSaved(query), state().saved]).toEqual([true, query.id])
  })

  it('is put on a new stand, named and removed; each can be undone', async () => {
    await asked('visit')
    await saveQuery('B 10')
    await saveQuery('B 9')
    expect(kept().map(({ name }) => name)).toEqual(['B 9', 'B 10'])
    const [query] = kept()
    if (!query) throw new Error('nothing is kept')
    await asked('snow')
    await updateQuery(query)
    expect(kept()[0]?.query).toBe('snow')
    await describeQuery(query, { memo: 'Why' })
    await describeQuery(query, { name: '' })
    expect(kept()[0]).toMatchObject({ name: 'B 9', memo: 'Why' })
    await removeQuery(query)
    expect(kept().map(({ name }) => name)).toEqual(['B 10'])
    await undoChange()
    expect(kept()[0]).toMatchObject({ name: 'B 9', query: 'snow', memo: 'Why' })
  })

  it('is refused a name where another window has named it meanwhile', async () => {
    await asked('visit')
    await saveQuery('Visits')
    const [query] = kept()
    if (!query) throw new Error('nothing is kept')
    const patch = { name: 'Calls', modified: new Date().toISOString() }
    await joined.other('project.do', { type: 'query.update', id: query.id, patch })
    await describeQuery(query, { name: 'Journeys' })
    await joined.caughtUp()
    expect(kept().map(({ name }) => name)).toEqual(['Calls'])
  })

  it('is not taken for another query that was opened while it was being written', async () => {
    await asked('visit')
    await saveQuery('Visits')
    const [first] = kept()
    if (!first) throw new Error('nothing is kept')
    await asked('snow')
    const held = joined.hold('project.do')
    const saving = saveQuery('Snow')
    await held.answered
    openQuery(first)
    await expect.poll(() => state().saved).toBe(first.id)
    held.letGo()
    await saving
    expect(state().saved).toBe(first.id)
  })
})
