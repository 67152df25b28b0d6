import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { themesOf } from '../../../../shared/model/codings'
import type { CoderId } from '../../../../shared/model/ids'
import { type PlainState, plainState } from '../../../../shared/model/state'
import { coder, makeMemo, makeTheme } from '../../../../shared/testing/sample-records'
import { importText, openFor, workedProject } from '../../../backup/testing/worked-project'
import type { Session } from '../../../project/session'
import { annotateQuote } from '../../../services/annotate-by-quote'
import { openBundle } from '../../../services/bundle/open-bundle'
import { verifyProject } from '../../../services/verify'
import { filesIn } from '../../../store/testing/files-in'
import { prepareExport } from '../../model/prepare'
import { makersOf } from '../../testing/make-export'
import { projectModelOf } from '../../testing/project-model'
import { samplePage } from '../../testing/sample-models'
import { type Written, writeToMemory } from '../../testing/write-to-memory'
import { ExportsHere } from '../../writing/exports-here'
import { saveExport } from '../../writing/save-export'
import { projectBundle } from './bundle'

let home: string
let session: Session

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-bundle-test-'))
  session = await workedProject(home)
})

afterEach(async () => {
  await session.close()
  await rm(home, { recursive: true, force: true })
})

async function bundled(
  options: Parameters<typeof writeToMemory>[2] = {}
): Promise<Written & { file: string }> {
  const written = await writeToMemory(projectBundle, await projectModelOf(session), options)
  const file = join(home, 'handed over.variorum')
  await writeFile(file, written.bytes)
  return { ...written, file }
}

async function stateIn(folder: string): Promise<{ state: PlainState; seq: number; canUndo: boolean }> {
  const opened = await openFor(folder)
  await opened.loadAll()
  const found = { state: plainState(opened.state), seq: opened.seq, canUndo: opened.canUndo }
  expect(opened.notices).toEqual([])
  await opened.close()
  return found
}

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await filesIn(folder)).filter((name) => /^(?:texts|originals)\//.test(name))
  const read = names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** Opens a bundle in a folder apart from the project's. */
async function openElsewhere(file: string, name = 'opened', options = {}) {
  return openBundle(file, join(home, 'elsewhere', name), options)
}

describe('a project bundle', () => {
  it('opens as the same project: state, texts, originals, history and undo', async () => {
    const { file, leftOut } = await bundled()
    expect(leftOut.size).toBe(0)
    const opened = await openElsewhere(file)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.problems).toEqual([])
    const { folder } = opened.value
    expect(await contentsOf(folder)).toEqual(await contentsOf(session.folder))
    const there = await stateIn(folder)
    expect(there).toEqual({ state: plainState(session.state), seq: session.seq, canUndo: true })
    expect((await verifyProject(folder)).problems).toEqual([])
    const again = await openFor(folder)
    let undone = 0
    while (again.canUndo) {
      expect((await again.undo(coder.id)).ok).toBe(true)
      undone++
    }
    expect(undone).toBe(6)
    await again.close()
    expect(await readdir(join(home, 'elsewhere'))).toEqual(['opened'])
  })

  it('is written by the way that every export goes, and opens', async () => {
    const prepared = await prepareExport(makersOf(session), { of: 'project', format: 'bundle', options: {} })
    const file = join(home, 'saved.variorum')
    const how = { writer: new ExportsHere(), signal: new AbortController().signal, print: null }
    expect(await saveExport(prepared, file, false, how)).toMatchObject({ ok: true, value: { leftOut: [] } })
    const opened = await openElsewhere(file)
    if (!opened.ok) throw new Error(opened.error.message)
    expect(await stateIn(opened.value.folder)).toEqual({
      state: plainState(session.state),
      seq: session.seq,
      canUndo: true
    })
  })

  it('holds one state, though the project is changed while it is written', async () => {
    const model = await projectModelOf(session)
    const then = plainState(session.state)
    const { seq } = session
    await importText(session, home, 'A late notice')
    const file = join(home, 'early.variorum')
    await writeFile(file, (await writeToMemory(projectBundle, model)).bytes)
    const opened = await openElsewhere(file)
    expect(opened.ok && (await stateIn(opened.value.folder))).toEqual({ state: then, seq, canUndo: true })
    expect(opened.ok && (await verifyProject(opened.value.folder)).problems).toEqual([])
  })

  it('without history begins with this state, and undoes nothing of it', async () => {
    await session.do({ type: 'memo.add', memo: makeMemo('m1', { kind: 'project' }) }, coder.id)
    const { file } = await bundled({ history: false })
    const opened = await openElsewhere(file)
    if (!opened.ok) throw new Error(opened.error.message)
    const there = await stateIn(opened.value.folder)
    expect([there.state, there.canUndo]).toEqual([plainState(session.state), false])
    expect((await verifyProject(opened.value.folder)).problems).toEqual([])
    const journal = join(opened.value.folder, 'journal')
    const lines = await Promise.all(
      (await readdir(journal)).map((name) => readFile(join(journal, name), 'utf8'))
    )
    expect(lines.join('')).not.toContain('theme.add')
  })

  it('without the work of others holds the codings, memos and highlights of its coder, and no history', async () => {
    const other = { id: 'c2' as CoderId, name: 'Somebody else', colour: '#2f7a82' }
    await session.do({ type: 'coder.add', coder: other }, coder.id)
    const [document] = [...session.state.documents.keys()]
    if (!document) throw new Error('no document')
    const annotate = (quote: string, memo: string) =>
      annotateQuote(session, { document, quote, themePath: 'Theirs', memo, nth: 1 }, other.id)
    await annotate('Every form', 'Seen by another')
    const memo = { ...makeMemo('m1', { kind: 'project' }), coder: other.id, text: 'Their memo' }
    await session.do({ type: 'memo.add', memo }, other.id)
    // A theme of another's on a highlight of one's own, and the other way round.
    const theme = makeTheme('t9')
    await session.do({ type: 'theme.add', theme, index: 0 }, coder.id)
    for (const each of session.state.annotations.get(document)?.values() ?? [])
      await session.do(
        {
          type: 'coding.add',
          document,
          id: each.id,
          coding: {
            theme: theme.id,
            coder: each.coder === coder.id ? other.id : coder.id,
            created: each.created
          },
          modified: each.modified
        },
        coder.id
      )
    const { file, leftOut, bytes } = await bundled({ otherCoders: false })
    expect([...leftOut]).toEqual([['history', session.seq]])
    const opened = await openElsewhere(file)
    if (!opened.ok) throw new Error(opened.error.message)
    const { state } = await stateIn(opened.value.folder)
    const all = Object.values(state.annotations[document] ?? {})
    expect(
      all.map((each) => [each.coder, each.selector.exact, each.memo, each.codings.map((own) => own.coder)])
    ).toEqual(
      expect.arrayContaining([
        [coder.id, 'handed in once', expect.stringContaining('notice'), [coder.id]],
        [other.id, 'Every form', '', [coder.id]]
      ])
    )
    expect(all).toHaveLength(2)
    expect(all.flatMap(themesOf)).toContain(theme.id)
    expect(state.memos).toEqual({})
    expect((await verifyProject(opened.value.folder)).problems).toEqual([])
    for (const name of await filesIn(opened.value.folder))
      expect(await readFile(join(opened.value.folder, name), 'utf8')).not.toMatch(
        /Their memo|Seen by another/
      )
    expect(bytes.length).toBeGreaterThan(0)
  })

  it('without originals holds the texts', async () => {
    const { file } = await bundled({ originals: false })
    const opened = await openElsewhere(file)
    if (!opened.ok) throw new Error(opened.error.message)
    const texts = Object.entries(await contentsOf(session.folder)).filter(([name]) =>
      name.startsWith('texts/')
    )
    expect(await contentsOf(opened.value.folder)).toEqual(Object.fromEntries(texts))
    expect((await stateIn(opened.value.folder)).state).toEqual(plainState(session.state))
  })

  it('says where its project lies already, and is opened once more only where that is wanted', async () => {
    const { file } = await bundled()
    const first = await openElsewhere(file, 'first')
    if (!first.ok) throw new Error(first.error.message)
    const beside = await openElsewhere(file, 'second')
    expect(beside).toMatchObject({
      ok: false,
      error: { key: 'bundleKnown', params: { folder: first.value.folder } }
    })
    const known = await openBundle(file, join(home, 'third', 'project'), { known: [session.folder] })
    expect(known).toMatchObject({
      ok: false,
      error: { key: 'bundleKnown', params: { folder: session.folder } }
    })
    expect((await openElsewhere(file, 'second', { again: true })).ok).toBe(true)
  })

  it('is refused where a single byte of it has changed, and leaves nothing behind', async () => {
    const { file, bytes } = await bundled()
    await mkdir(join(home, 'elsewhere'))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        await writeFile(file, changed)
        const opened = await openElsewhere(file)
        expect(opened.ok ? 'opened' : opened.error.key).toMatch(/^(bundleDamaged|notABundle)$/)
        expect(await readdir(join(home, 'elsewhere'))).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  it('is refused where it is none, where it was made to do harm, and where there is no room for it', async () => {
    const refusal = async (name: string, bytes: Uint8Array, to = 'refused') => {
      await writeFile(join(home, name), bytes)
      const opened = await openElsewhere(join(home, name), to)
      return opened.ok ? 'opened' : opened.error.key
    }
    const manifest = {
      kind: 'variorum-bundle',
      format: 1,
      project: { id: 'p1', name: 'P' },
      made: samplePage.made,
      change: 1,
      version: '1',
      coder: { id: 'c1', name: '' },
      originals: true,
      history: true,
      otherCoders: true
    }
    const zip = (stated: unknown, files: Record<string, string> = {}) =>
      zipSync({
        ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
        'bundle.json': strToU8(JSON.stringify(stated))
      })
    const sum = 'a'.repeat(64)
    expect(await refusal('text.variorum', strToU8('no archive'))).toBe('notABundle')
    expect(await refusal('empty.variorum', strToU8(''))).toBe('notABundle')
    expect(await refusal('other.variorum', zipSync({ 'readme.txt': strToU8('x') }))).toBe('notABundle')
    expect(await refusal('newer.variorum', zip({ ...manifest, format: 2, files: [] }))).toBe('bundleNewer')
    expect(await refusal('odd.variorum', zip({ ...manifest, files: { a: 1 } }))).toBe('bundleDamaged')
    const named = { [`texts/${sum}.json`]: { bytes: 2, sha256: sum } }
    expect(await refusal('lacks.variorum', zip({ ...manifest, files: named }))).toBe('bundleDamaged')
    expect(
      await refusal('lies.variorum', zip({ ...manifest, files: named }, { [`texts/${sum}.json`]: '{}' }))
    ).toBe('bundleDamaged')
    const harm = zip(
      { ...manifest, files: {} },
      { '../harm.json': '{}', 'annotations/../../harm.json': '{}' }
    )
    expect(await refusal('harm.variorum', harm)).not.toBe('opened')
    expect(await filesIn(join(home, 'elsewhere')).catch(() => [])).toEqual([])
    expect((await readdir(home)).filter((name) => name.startsWith('harm.'))).toEqual(['harm.variorum'])
    await mkdir(join(home, 'elsewhere', 'taken'), { recursive: true })
    await writeFile(join(home, 'elsewhere', 'taken', 'mine.txt'), 'mine')
    const { bytes } = await bundled()
    expect(await refusal('whole.variorum', bytes, 'taken')).toBe('folderNotEmpty')
    expect(await openBundle(join(home, 'gone.variorum'), join(home, 'x'))).toMatchObject({
      ok: false,
      error: { key: 'bundleMissing' }
    })
  })
})
