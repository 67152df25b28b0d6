import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CoderId, SavedQueryId } from '../../shared/model/ids'
import { coder, makeSavedQuery } from '../../shared/testing/sample-records'
import { createProject } from './create'
import { openProject } from './open'

it('a saved query is kept with the project, and undone as any change', async () => {
  const home = await mkdtemp(join(tmpdir(), 'variorum-queries-'))
  const folder = join(home, 'project')
  try {
    await createProject(folder, 'Queries', coder)
    const open = async () => {
      const opened = await openProject(folder)
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value
    }
    const query = { ...makeSavedQuery('q1'), memo: 'Look *here*' }
    const first = await open()
    const stranger = { ...query, coder: 'cx' as CoderId }
    expect(await first.do({ type: 'query.add', query: stranger }, coder.id)).toMatchObject({ ok: false })
    await first.do({ type: 'query.add', query }, coder.id)
    await first.do({ type: 'query.update', id: query.id, patch: { name: 'Visits' } }, coder.id)
    const seen = {
      type: 'query.update',
      id: query.id,
      patch: { memo: 'x' },
      expected: { memo: 'y' }
    } as const
    expect(await first.do(seen, coder.id)).toMatchObject({ ok: false, error: { kind: 'Conflict' } })
    expect(await first.do({ type: 'coder.remove', id: coder.id }, coder.id)).toMatchObject({ ok: false })
    await first.close()
    expect(JSON.parse(await readFile(join(folder, 'project.json'), 'utf8')).data.queries.q1.name).toBe(
      'Visits'
    )
    const again = await open()
    expect(again.state.info.queries).toEqual({ q1: { ...query, name: 'Visits' } })
    await again.undo(coder.id)
    expect(again.state.info.queries['q1' as SavedQueryId]?.name).toBe('Query q1')
    await again.undo(coder.id)
    expect(again.state.info.queries).toEqual({})
    await again.close()
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})
