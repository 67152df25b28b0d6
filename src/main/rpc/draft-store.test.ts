import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/drafts/draft'
import type { DraftId, MemoId, ProjectId } from '../../shared/model/ids'
import { blankState, makeMemo } from '../../shared/testing/sample-records'
import { FaultyFiles } from '../store/testing/faulty-files'
import type { Client } from './client'
import { DraftStore } from './draft-store'
import { Drafts } from './drafts'

const project = 'p1' as ProjectId
const draft = (id: string, text: string): Draft => ({
  id: id as DraftId,
  target: { kind: 'memo', id: 'm1' as MemoId, field: 'text' },
  text,
  base: '',
  sending: null,
  typed: '2026-01-02T03:04:05.000Z',
  about: 'Memo'
})

let data: string
let folder: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'variorum-drafts-'))
  folder = join(data, 'drafts')
})
afterEach(() => rm(data, { recursive: true, force: true }))

describe('drafts on the disk', () => {
  it('outlive the process, and are gone once they are dropped', async () => {
    const store = new DraftStore(folder)
    expect(await store.keep(project, [draft('u1', 'one'), draft('u2', 'two')], [])).toBe(true)
    expect(await store.keep(project, [draft('u1', 'one more')], ['u2' as DraftId])).toBe(true)
    expect(await new DraftStore(folder).read(project)).toEqual([draft('u1', 'one more')])
    await store.keep(project, [], ['u1' as DraftId])
    expect(await readdir(folder)).toEqual([])
  })

  it('that come at once are all kept, the last of each', async () => {
    const store = new DraftStore(folder)
    const letters = 'abcdefghijklmnopqrst'
    await Promise.all(
      [...letters].map((_, at) => store.keep(project, [draft(`u${at % 3}`, letters.slice(0, at + 1))], []))
    )
    const kept = await new DraftStore(folder).read(project)
    expect(kept.map(({ text }) => text.length).sort((a, b) => a - b)).toEqual([18, 19, 20])
  })

  it('are kept in memory where the disk refuses them, and written once it does not', async () => {
    const files = new FaultyFiles()
    const store = new DraftStore(folder, files)
    files.fault = () => ({ kind: 'fail', code: 'ENOSPC' })
    expect(await store.keep(project, [draft('u1', 'one')], [])).toBe(false)
    expect(await store.read(project)).toEqual([draft('u1', 'one')])
    files.fault = () => null
    await store.flush()
    expect(await new DraftStore(folder).read(project)).toEqual([draft('u1', 'one')])
  })

  it('stand as they were before whichever call fails', async () => {
    const count = async (fault: number | null) => {
      const files = new FaultyFiles()
      await new DraftStore(folder).keep(project, [draft('u1', 'old')], [])
      files.fault = (_call, _path, index) => (index === fault ? { kind: 'fail', code: 'EIO' } : null)
      const isWritten = await new DraftStore(folder, files).keep(project, [draft('u1', 'new')], [])
      const [kept] = await new DraftStore(folder).read(project)
      if (isWritten) expect(kept?.text).toBe('new')
      else expect(['old', 'new']).toContain(kept?.text)
      return files.calls.length
    }
    const calls = await count(null)
    for (let at = 0; at < calls; at++) await count(at)
  })

  it('that cannot be read are set aside, not written over', async () => {
    const store = new DraftStore(folder)
    await store.keep(project, [draft('u1', 'one')], [])
    await writeFile(join(folder, 'p1.json'), '{"format":1,"drafts":[{"text":"torn')
    const next = new DraftStore(folder)
    expect(await next.read(project)).toEqual([])
    await next.keep(project, [draft('u2', 'two')], [])
    const names = await readdir(folder)
    const damaged = names.find((name) => name.includes('damaged')) ?? ''
    expect(await readFile(join(folder, damaged), 'utf8')).toContain('torn')
    expect(names).toContain('p1.json')
  })

  it('beyond what is kept are refused, and those before them stay', async () => {
    const store = new DraftStore(folder)
    const large = Array.from({ length: 11 }, (_, at) => draft(`u${at}`, 'x'.repeat(1_900_000)))
    expect(await store.keep(project, large, [])).toBe(false)
    expect((await store.read(project)).map(({ id }) => id)).toEqual(large.slice(0, 10).map(({ id }) => id))
  })
})

describe('whose drafts are whose', () => {
  const memo = { ...makeMemo('m1', { kind: 'project' }), text: 'stored' }
  const state = { ...blankState(), memos: { [memo.id]: memo } }
  const clientOf = (heard: string[]): Client => ({
    shows: new Set(),
    left: new Set(),
    send: (event) => heard.push(event)
  })

  it('those of a window that is open are its own; those of one that is gone are for the next that asks', async () => {
    const heard: string[] = []
    const first = clientOf([])
    const second = clientOf(heard)
    const clients = new Set([first, second])
    const drafts = new Drafts(new DraftStore(folder), clients)
    await drafts.keep(first, project, [draft('u1', 'one')], [])
    expect(await drafts.adopt(second, state)).toEqual([])
    clients.delete(first)
    drafts.leave(first)
    expect(heard).toEqual(['drafts'])
    expect(await drafts.adopt(second, state)).toEqual([{ draft: draft('u1', 'one'), stored: 'stored' }])
    clients.add(first)
    expect(await drafts.adopt(first, state)).toEqual([])
  })

  it('those of the last run come with what the project holds by now, or without where the record is gone', async () => {
    await new DraftStore(folder).keep(project, [draft('u1', 'one')], [])
    const client = clientOf([])
    const drafts = new Drafts(new DraftStore(folder), new Set([client]))
    const [found] = await drafts.adopt(client, blankState())
    expect(found).toEqual({ draft: draft('u1', 'one'), stored: null })
  })
})
