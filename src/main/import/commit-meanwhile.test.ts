import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { GroupId, ThemeId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import type { Theme } from '../../shared/model/theme'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { addText, annotationOf, paragraphs } from '../rpc/testing/add-text'
import { makeHost } from '../rpc/testing/make-host'
import { commitImport } from './commit-import'
import type { SidecarDecision } from './decision'
import type { ParsedQuote } from './parsed-sidecars'
import { findHere } from './sidecars/place-quotes'

const blocks = paragraphs('The ofice opened on Monday.', 'Salt is used sparingly.', 'People come only once.')
const salt = 'Salt is used sparingly.'
const of = { title: '', doi: '', source: '' }

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let session: Session
let document: VariorumDocument
let call: (method: string, input: unknown) => Promise<Result<unknown>>

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-meanwhile-'))
  const folder = join(home, 'project')
  await createProject(folder, 'Meanwhile', coder)
  made = await makeHost(home)
  call = made.addWindow().call
  await call('project.open', { folder, how: 'write' })
  const opened = made.host.session
  if (!opened.ok) throw new Error('no project')
  session = opened.value
  document = await addText(session, 'd1', blocks)
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

const quote = (exact: string, theme = 'Salt'): ParsedQuote => ({
  exact,
  prefix: '',
  suffix: '',
  start: null,
  memo: '',
  themes: [[theme]],
  coder: '',
  created: null
})
const highlights = (...quotes: ParsedQuote[]): SidecarDecision => ({
  about: { kind: 'highlights', of, quotes },
  text: { document: document.id },
  replace: false
})

/** Brings highlights in; something happens while they are being found for the first time. */
async function bringIn(sidecars: readonly SidecarDecision[], meanwhile: () => Promise<unknown>) {
  let finds = 0
  const done = await commitImport(session, { texts: [], sidecars }, coder.id, async (text, quotes) => {
    finds++
    const found = await findHere(text, quotes)
    if (finds === 1) await meanwhile()
    return found
  })
  return { done, finds }
}

const now = () => session.state.documents.get(document.id) ?? document
const own = () => [...(session.state.annotations.get(document.id)?.values() ?? [])]

function correct(block: number, text: string) {
  return call('document.correct', { document: document.id, revision: currentText(now()), block, text })
}

describe('highlights of another program, brought in while', () => {
  it('their text is corrected: the correction stays, and they stand in the corrected text', async () => {
    const lost = quote('words that stand nowhere in it, nor anything like them')
    const { done } = await bringIn([highlights(quote(salt), lost)], () =>
      correct(0, 'The office opened on Monday.')
    )
    expect(done.ok).toBe(true)
    const { revisions } = now()
    expect(revisions.map(({ reason }) => reason)).toEqual(['import', 'quoted', 'correction'])
    const text = await session.contents.text(currentText(now()))
    expect(text.ok && text.value.blocks[0]?.text).toBe('The office opened on Monday.')
    const placed = own().find(({ selector }) => selector.exact === salt)
    expect(placed?.selector.revision).toBe(currentText(now()))
    // Every highlight names a state of the text that is there.
    const known = new Set(revisions.map((each) => each.text))
    expect(own().every(({ selector }) => known.has(selector.revision))).toBe(true)
    expect(own()).toHaveLength(2)
  })

  it('the same passage is highlighted and coded here: nothing is lost, and nothing stands twice', async () => {
    const mine = annotationOf(document, blocks, 'come only once')
    const { done, finds } = await bringIn([highlights(quote(salt))], () =>
      call('project.do', { type: 'annotation.add', annotation: mine })
    )
    expect(done.ok).toBe(true)
    expect(
      own()
        .map(({ selector }) => selector.exact)
        .sort()
    ).toEqual([salt, 'come only once'])
    // What was found in the very same text is not looked for again.
    expect(finds).toBe(1)
  })

  it('a theme of their name is made: it is used, and there is one', async () => {
    const { done } = await bringIn([highlights(quote(salt))], () =>
      call('project.do', {
        type: 'theme.add',
        theme: { ...makeTheme('t1'), name: 'Salt' },
        index: 0
      })
    )
    expect(done.ok).toBe(true)
    const named = Object.values<Theme>(session.state.themes).filter(({ name }) => name === 'Salt')
    expect(named.map(({ id }) => id)).toEqual(['t1'])
    expect(session.counts.themes.get('t1' as ThemeId)).toBe(1)
  })

  it('what is known of the text is changed: the reference takes nothing of it back', async () => {
    const facts = { title: '', publisher: 'Stated', source: '', language: '', published: '' }
    const reference: SidecarDecision = {
      about: { kind: 'reference', of, facts: { ...facts, csl: {}, attributes: {} } },
      text: { document: document.id },
      replace: false
    }
    const { done } = await bringIn([reference, highlights(quote(salt))], () =>
      call('project.do', { type: 'document.update', id: document.id, patch: { title: 'Mine' } })
    )
    expect(done.ok).toBe(true)
    expect({ title: now().title, publisher: now().publisher }).toEqual({
      title: 'Mine',
      publisher: 'Stated'
    })
  })

  it('a theme is put into a group that the import adds to: both are in it', async () => {
    await session.do({ type: 'theme.add', theme: makeTheme('t1'), index: 0 }, coder.id)
    await session.do(
      { type: 'group.add', group: { id: 'g1' as GroupId, name: 'Roads', themes: [] } },
      coder.id
    )
    const brought = {
      codebook: [],
      groups: [{ name: 'Roads', themes: [['Salt']] }],
      memos: []
    }
    const { done } = await bringIn([{ about: { kind: 'codebook', brought } }, highlights(quote(salt))], () =>
      call('project.edit', { type: 'group.themes', id: 'g1', add: ['t1'], remove: [] })
    )
    expect(done.ok).toBe(true)
    const { themes } = session.state.groups['g1' as GroupId] ?? { themes: [] }
    expect(themes.map((id) => session.state.themes[id]?.name).sort()).toEqual(
      ['Salt', session.state.themes['t1' as ThemeId]?.name].sort()
    )
  })

  it('their text is removed: nothing is brought in', async () => {
    const { done } = await bringIn([highlights(quote(salt))], () =>
      call('project.removeDocuments', [document.id])
    )
    expect(done.ok).toBe(true)
    expect(done.ok && done.value.highlights.found).toBe(0)
    expect(session.state.annotations.get(document.id)).toBeUndefined()
  })
})
