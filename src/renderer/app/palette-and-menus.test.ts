import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addText } from '../../main/rpc/testing/add-text'
import { appError } from '../../shared/model/app-error'
import type { DocumentId, ThemeId, WorkId } from '../../shared/model/ids'
import { makeTheme } from '../../shared/testing/sample-records'
import { registerCommands } from '../state/commands'
import { currentWords } from '../state/i18n'
import { useNavigation } from '../state/navigation'
import { change, currentProject } from '../state/project'
import { useToasts } from '../state/toasts'
import { useUiState } from '../state/ui-state'
import { JoinedWindow, shownBlocks, shownText } from '../testing/joined-window'
import { HookPage } from '../testing/render-hook'
import { commandEntries, textEntries, themeEntries } from './menu/menu-entries'
import { openFolder, showOpenProblem, useOpening, waysOut } from './opening'
import { type PaletteEntry, paletteEntries, paletteFound } from './palette-entries'

vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: 'X11; Linux' }))

const joined = new JoinedWindow()
new HookPage()
const [document, theme] = ['d2' as DocumentId, 't1' as ThemeId]
const place = () => useNavigation.getState().place

beforeEach(async () => {
  await change({ type: 'work.add', work: { id: 'w1' as WorkId, title: 'Winter', order: [] } })
  await addText(joined.session, document, shownBlocks, { title: 'The snow report', works: ['w1' as WorkId] })
  await change({ type: 'theme.add', theme: { ...makeTheme(theme), name: 'Weather' }, index: 0 })
  await change({ type: 'theme.add', theme: { ...makeTheme('t2', theme), name: 'Snow' }, index: 0 })
  useToasts.setState({ toasts: [] })
})

describe('the palette', () => {
  const names = (typed: string) => paletteFound(paletteEntries(), typed).map(({ name }) => name)

  it('finds texts and themes by their names, those that begin with what was typed first', () => {
    expect(names('snow')).toEqual(['The snow report', 'Weather › Snow'])
    expect(names('weather')[0]).toBe('Weather')
    paletteFound(paletteEntries(), 'snow report')[0]?.run()
    expect(place()).toMatchObject({ name: 'reader', document })
  })

  it('lists what can be done, and why the rest cannot, and does not do it', () => {
    let done = 0
    const stop = registerCommands([
      {
        id: 'annotate.highlight',
        keys: ['h'],
        missing: () => 'Select a passage first.',
        run: () => void done++
      },
      { id: 'app.library', keys: ['Mod+1'], run: () => void done++ },
      { id: 'caret.move', keys: ['ArrowDown'], hidden: true, run: () => void done++ }
    ])
    const find = (id: string): PaletteEntry | undefined =>
      paletteEntries().find(({ key }) => key.startsWith(`${id} `))
    expect(find('annotate.highlight')?.lacks).toBe('Select a passage first.')
    find('annotate.highlight')?.run()
    expect([done, useToasts.getState().toasts.at(-1)?.text]).toEqual([0, 'Select a passage first.'])
    expect(find('app.library')).toMatchObject({ lacks: null, hint: 'Ctrl+1' })
    find('app.library')?.run()
    expect(done).toBe(1)
    expect(find('caret.move')).toBeUndefined()
    const [goTo] = paletteFound(paletteEntries(), currentWords().command['reader.goTo'])
    expect(goTo?.lacks).toBe(currentWords().lacks.reader)
    stop()
  })
})

describe('a menu', () => {
  it('offers of a text what there is: comparing only where it is a version', () => {
    const dialogs = { edit: () => {}, remove: () => {} }
    const ids = (id: DocumentId) => textEntries(id, dialogs).map((each) => each.id)
    expect(ids(document)).toContain('compare')
    expect(ids(shownText)).not.toContain('compare')
    textEntries(document, dialogs)
      .find(({ id }) => id === 'annotations')
      ?.run()
    expect(place()).toMatchObject({ name: 'annotations', filter: { documents: [document] } })
  })

  it('pins a theme and takes the pin out, and begins a memo on it', async () => {
    const run = (id: string) =>
      themeEntries(theme)
        .find((each) => each.id === id)
        ?.run()
    run('pin')
    expect(useUiState.getState().pinned).toContain(theme)
    run('pin')
    expect(useUiState.getState().pinned).not.toContain(theme)
    await run('memo')
    expect(place().name).toBe('memos')
    expect(Object.values(currentProject().state.memos)).toMatchObject([
      { about: { kind: 'theme', id: theme } }
    ])
  })

  it('has commands with their keys, pale where they cannot be done', () => {
    const stop = registerCommands([
      { id: 'annotate.highlight', keys: ['h'], missing: () => 'Select a passage first.', run: () => {} },
      { id: 'app.undo', keys: ['Mod+Z'], run: () => {} }
    ])
    expect(commandEntries('annotate.highlight', null, 'app.undo', 'app.redo')).toMatchObject([
      { id: 'annotate.highlight', isDisabled: true, hint: 'h' },
      { id: 'app.undo', isDisabled: false, hint: 'Ctrl+Z', separator: true }
    ])
    stop()
  })
})

describe('a project that does not open', () => {
  it('is asked about where something can be done about it, else said', async () => {
    expect(waysOut(appError('Conflict', 'projectInUse'))).toEqual(['read'])
    expect(waysOut(appError('Conflict', 'projectHeld'))).toEqual(['read', 'takeOver'])
    expect(waysOut(appError('Unsupported', 'projectUnreadable'))).toEqual([])
    showOpenProblem(appError('Invalid', 'projectUnreadable'))
    expect(useOpening.getState().problem?.key).toBe('projectUnreadable')
    await openFolder(joined.folder)
    expect(useOpening.getState().problem).toBeNull()
    await openFolder(`${joined.home}/nothing-there`)
    const { problem } = useOpening.getState()
    expect(problem && waysOut(problem)).toEqual(['backup'])
  })
})
