import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { FormulaId, RenderingId } from '../../shared/model/ids'
import type { Operation } from '../../shared/operations/operation'
import { coder, makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { verifyProject } from '../services/verify'
import { createProject } from './create'
import { openProject } from './open'

it('a formula, its renderings and what was dismissed are kept with the project, and undone one by one', async () => {
  const home = await mkdtemp(join(tmpdir(), 'variorum-formulae-'))
  const folder = join(home, 'project')
  try {
    await createProject(folder, 'Formulae', coder)
    const open = async () => {
      const opened = await openProject(folder)
      if (!opened.ok) throw new Error(opened.error.message)
      return opened.value
    }
    const visit = makeFormula('f1', ['最多跑一次'], [makeRendering('r1', 'one visit at most')])
    const reform = makeFormula('f2', ['放管服'])
    const once = makeRendering('r2', 'running only once', 'proposed')
    const first = await open()
    const id = { formula: visit.id, id: once.id }
    const steps: Operation[] = [
      { type: 'formula.add', formula: visit },
      { type: 'formula.add', formula: { ...reform, links: [{ kind: 'parallels', formula: visit.id }] } },
      { type: 'rendering.add', formula: visit.id, rendering: once },
      {
        type: 'rendering.update',
        ...id,
        patch: { status: 'accepted' },
        expected: { status: 'proposed' }
      },
      {
        type: 'candidate.dismiss',
        key: 'en:next step',
        dismissal: { coder: coder.id, time: visit.created }
      }
    ]
    for (const step of steps) expect(await first.do(step, coder.id)).toMatchObject({ ok: true })
    const refused: Operation[] = [
      { type: 'formula.remove', id: visit.id },
      {
        type: 'rendering.update',
        ...id,
        patch: { status: 'rejected' },
        expected: { status: 'proposed' }
      },
      { type: 'formula.update', id: visit.id, patch: { forms: ['x'] }, expected: { forms: ['y'] } },
      { type: 'formula.update', id: visit.id, patch: { links: [{ kind: 'partOf', formula: visit.id }] } },
      { type: 'rendering.add', formula: 'f9' as FormulaId, rendering: once },
      { type: 'coder.remove', id: coder.id }
    ]
    for (const step of refused) expect(await first.do(step, coder.id)).toMatchObject({ ok: false })
    await first.close()
    const written = JSON.parse(await readFile(join(folder, 'project.json'), 'utf8'))
    expect(written.data.formulae.f1.renderings.r2.status).toBe('accepted')
    const again = await open()
    expect(again.state.info.dismissed).toHaveProperty(['en:next step'])
    expect((await verifyProject(folder)).problems).toEqual([])
    await again.undo(coder.id)
    await again.undo(coder.id)
    expect(again.state.info.formulae[visit.id]?.renderings['r2' as RenderingId]?.status).toBe('proposed')
    for (let step = 0; step < 3; step++) await again.undo(coder.id)
    expect(again.state.info.formulae).toEqual({})
    expect(again.state.info.dismissed).toEqual({})
    await again.close()
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})
