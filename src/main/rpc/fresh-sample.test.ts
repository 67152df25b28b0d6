import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import type { DocumentId } from '../../shared/model/ids'
import type { Result } from '../../shared/model/result'
import { canonicalText } from '../../shared/text/canonical'
import { readText } from '../services/texts'
import { makeHost } from './testing/make-host'

let home: string
let made: Awaited<ReturnType<typeof makeHost>>
let ask: <T>(method: string, input: unknown) => Promise<T>

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-sample-'))
  await symlink(join(import.meta.dirname, '..', '..', '..', 'corpus'), join(home, 'corpus'))
  made = await makeHost(home)
  const { call } = made.addWindow()
  ask = async <T>(method: string, input: unknown) => {
    const answer = (await call(method, input)) as Result<unknown>
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as T
  }
})

afterEach(async () => {
  await made.host.close()
  await rm(home, { recursive: true, force: true })
})

async function opened(coded: boolean) {
  await ask('project.freshSample', { coded })
  if (!made.host.session.ok) throw new Error('no project')
  const session = made.host.session.value
  await session.loadAll()
  return session
}

it('the sample is coded by two coders, with memos, parallels and marks, on the words that it quotes', async () => {
  const session = await opened(true)
  const { state } = session
  const all = [...state.annotations.values()].flatMap((own) => [...own.values()])
  expect(all.length).toBeGreaterThanOrEqual(12)
  expect(new Set(all.map((each) => each.coder)).size).toBe(2)
  expect(Object.values(state.info.coders)).toHaveLength(3)
  expect(all.filter((each) => each.memo !== '').length).toBeGreaterThan(5)
  expect(all.some((each) => new Set(each.codings.map((coding) => coding.coder)).size === 2)).toBe(true)
  expect(all.some((each) => each.quality.length > 0)).toBe(true)
  for (const { document, selector } of all) {
    const read = await readText(session, document)
    if (!read.ok) throw new Error(read.error.message)
    const text = canonicalText(read.value.blocks)
    expect(text.slice(selector.start, selector.end)).toBe(selector.exact)
  }
  // Links in memos lead to themes that are there.
  const memos = [...all.map((each) => each.memo), ...Object.values(state.memos).map((each) => each.text)]
  const links = memos.flatMap((memo) => [...memo.matchAll(/\[\[theme:([^|\]]+)\|/g)].map(([, id]) => id))
  expect(links.length).toBeGreaterThan(0)
  expect(links.every((id) => id !== undefined && Object.hasOwn(state.themes, id))).toBe(true)
})

it('one link is corrected by hand, and the rest is aligned around it', async () => {
  const { state } = await opened(true)
  const of = (start: string) =>
    [...state.documents.values()].find((each) => each.title.startsWith(start))?.id ?? ('' as DocumentId)
  const documents = [of('全省冬季'), of('Province Calls')]
  const { rows } = await ask<ComparedRows>('compare.rows', { documents, known: null })
  expect(rows.length).toBeGreaterThan(10)
  const byHand = rows.filter((row) => row.byHand.includes(true))
  expect(byHand).toHaveLength(1)
  expect(byHand[0]?.cells.map((cell) => cell?.length)).toEqual([2, 1])
})

it('whoever opens it codes under a name of their own, another one too, and never as a sample coder', async () => {
  for (let time = 0; time < 3; time++) {
    const { state } = await opened(true)
    const coder = made.host.coding.ok ? made.host.coding.value.coder : null
    expect(coder === null ? '' : state.info.coders[coder]?.name).not.toMatch(/^Sample coder/)
    const folder = made.host.view?.folder
    await ask('project.do', { type: 'coder.update', id: coder, patch: { name: 'Another name' } })
    await ask('project.open', { folder })
    expect(made.host.coding.ok && made.host.coding.value.coder).toBe(coder)
  }
})

it('none of it is taken back by Undo', async () => {
  const session = await opened(true)
  await expect(ask('project.undo', null)).rejects.toThrow()
  expect(session.state.documents.size).toBe(20)
})

it('without coding there are texts and themes alone', async () => {
  const { state } = await opened(false)
  expect(state.documents.size).toBe(20)
  expect(Object.keys(state.themes).length).toBeGreaterThan(4)
  expect([...state.annotations.values()].every((own) => own.size === 0)).toBe(true)
  expect(Object.keys(state.info.coders)).toHaveLength(1)
})
