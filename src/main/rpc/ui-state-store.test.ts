import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remembered } from '../../shared/coding/remember'
import type { DocumentId, ProjectId, ThemeId } from '../../shared/model/ids'
import type { ProjectUiState, UiStatePatch } from '../../shared/model/ui-state'
import { UiStateStore } from './ui-state-store'

const project = 'p1' as ProjectId
const themes = ['t1', 't2'] as ThemeId[]
const put = (patch: Partial<ProjectUiState>) => (before: ProjectUiState) => ({ ...before, ...patch })
const learn = (news: UiStatePatch) => (before: ProjectUiState) => remembered(before, news, themes)
const line = (site: string, shape: string) => learn({ what: 'line', site, shape, isFurniture: true })
const place = (id: string, offset: number) => learn({ what: 'place', document: id as DocumentId, offset })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-memory-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('what is remembered of a project', () => {
  it('is all of it, however quickly it comes, before anything was read', async () => {
    const first = new UiStateStore(folder)
    await first.remember(project, put({ pinned: themes }))
    await first.flush()
    const store = new UiStateStore(folder)
    await Promise.all([
      store.read(project),
      store.remember(project, put({ recent: themes })),
      store.remember(project, put({ digits: themes })),
      store.remember(project, place('d1', 1)),
      store.remember(project, place('d2', 2)),
      store.remember(project, line('a.example', 'x')),
      store.remember(project, line('b.example', 'y'))
    ])
    const wanted = {
      pinned: themes,
      recent: themes,
      digits: themes,
      places: { d1: 1, d2: 2 },
      lines: { 'a.example': ['x'], 'b.example': ['y'] }
    }
    expect(await store.read(project)).toEqual(wanted)
    await store.flush()
    expect(await new UiStateStore(folder).read(project)).toEqual(wanted)
  })

  it('is begun anew where its file cannot be read, and is one project’s alone', async () => {
    await writeFile(join(folder, `${project}.json`), '{"pinned": 7')
    const store = new UiStateStore(folder)
    expect((await store.read(project)).pinned).toEqual([])
    await store.remember(project, put({ pinned: themes }))
    expect((await store.read('p2' as ProjectId)).pinned).toEqual([])
    await store.flush()
    expect(JSON.parse(await readFile(join(folder, `${project}.json`), 'utf8')).pinned).toEqual(themes)
  })

  it('holds until the end of the day where it cannot be written', async () => {
    const blocked = join(folder, 'file')
    await writeFile(blocked, '')
    const store = new UiStateStore(blocked)
    await store.remember(project, put({ pinned: themes }))
    await store.flush()
    expect((await store.read(project)).pinned).toEqual(themes)
  })
})
