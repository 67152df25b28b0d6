import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addText, paragraphs } from '../../main/rpc/testing/add-text'
import type { Formula } from '../../shared/model/formula'
import type { FormulaId } from '../../shared/model/ids'
import { makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { change, currentProject } from '../state/project'
import { undoChange } from '../state/undoing'
import { JoinedWindow } from '../testing/joined-window'
import {
  acceptCandidate,
  decide,
  dismissCandidate,
  forget,
  mergeCandidate,
  removeFormula
} from './formula-acts'
import { FormulaeDesk } from './formulae-desk'
import { waiting } from './undecided'

const joined = new JoinedWindow()
let desk: FormulaeDesk

beforeEach(async () => {
  desk = new FormulaeDesk()
  await mkdir(join(joined.home, 'corpus'))
  await copyFile('corpus/formulae.json', join(joined.home, 'corpus', 'formulae.json'))
  const english = paragraphs(
    'The meeting praised the "one visit at most" reform.',
    'The "running only once" reform goes on, with "one main and six pairs" at its side.',
    'One visit at most, the mayor said. The layout of "one main six pairs" was discussed.'
  )
  await addText(joined.session, 'd2', english)
  await joined.caughtUp()
})

afterEach(() => desk.clear())

const formulae = () =>
  Object.values<Formula>(currentProject().state.info.formulae).sort((a, b) => a.id.localeCompare(b.id))

async function candidate() {
  await desk.find()
  const [first] = waiting(desk).candidates
  if (!first) throw new Error('there is no candidate')
  desk.choose({ kind: 'candidate', key: first.key })
  return first
}

describe('a candidate that is decided on', () => {
  it('makes one formula, however often the key is pressed before it is there', async () => {
    const first = await candidate()
    await Promise.all([
      acceptCandidate(desk, first),
      acceptCandidate(desk, first),
      acceptCandidate(desk, first)
    ])
    await joined.caughtUp()
    expect(formulae()).toHaveLength(1)
    expect(desk.state.chosen).toEqual({ kind: 'formula', id: formulae()[0]?.id })
    await undoChange()
    expect(formulae()).toEqual([])
  })

  it('is accepted or dismissed, whichever came first, never both', async () => {
    const first = await candidate()
    await Promise.all([acceptCandidate(desk, first), dismissCandidate(desk, first)])
    await joined.caughtUp()
    expect(formulae()).toHaveLength(1)
    expect(currentProject().state.info.dismissed).toEqual({})
  })

  it('stays decided on where the texts were being looked through meanwhile', async () => {
    const first = await candidate()
    const held = joined.hold('formulae.candidates')
    const finding = desk.find()
    await held.answered
    await dismissCandidate(desk, first)
    held.letGo()
    await finding
    expect(waiting(desk).candidates.some(({ key }) => key === first.key)).toBe(false)
  })

  it('leaves the next one open, and the list behind it', async () => {
    const first = await candidate()
    const second = waiting(desk).candidates[1]
    await dismissCandidate(desk, first)
    expect(desk.state.chosen).toEqual(second ? { kind: 'candidate', key: second.key } : null)
    expect(waiting(desk).candidates.some(({ key }) => key === first.key)).toBe(false)
  })

  it('becomes a rendering of a formula that is there, once', async () => {
    await change({ type: 'formula.add', formula: makeFormula('f1', ['最多跑一次']) })
    const first = await candidate()
    const [own] = formulae()
    if (!own) throw new Error('there is no formula')
    await Promise.all([mergeCandidate(desk, first, own), mergeCandidate(desk, first, own)])
    await joined.caughtUp()
    expect(Object.values(formulae()[0]?.renderings ?? {}).map(({ words }) => words)).toEqual([first.words])
  })
})

describe('the renderings of a formula', () => {
  const id = 'f1' as FormulaId
  const renderings = () => Object.values(currentProject().state.info.formulae[id]?.renderings ?? {})

  beforeEach(async () => {
    const known = [makeRendering('r1', 'one visit at most')]
    await change({ type: 'formula.add', formula: makeFormula(id, ['最多跑一次'], known) })
    desk.choose({ kind: 'formula', id })
    await expect.poll(() => desk.state.proposals?.length, { timeout: 5000 }).toBeGreaterThan(0)
  })

  it('are decided on once each, however often the key is pressed', async () => {
    const [first] = desk.state.proposals ?? []
    if (!first) throw new Error('nothing is proposed')
    await Promise.all([decide(desk, id, [first], 'accepted'), decide(desk, id, [first], 'rejected')])
    await joined.caughtUp()
    expect(renderings().map(({ words, status }) => [words, status])).toEqual([
      ['one visit at most', 'accepted'],
      [first.words, 'accepted']
    ])
    expect(waiting(desk).proposals.some(({ key }) => key === first.key)).toBe(false)
  })

  it('are one where two windows accept the same at once', async () => {
    const rendering = makeRendering('r2', 'running only once')
    const again = { ...rendering, id: 'r3' as typeof rendering.id, status: 'rejected' as const }
    const done = await Promise.all([
      joined.other('project.do', { type: 'rendering.add', formula: id, rendering }),
      joined.other('project.do', { type: 'rendering.add', formula: id, rendering: again })
    ])
    expect(done).toMatchObject([{ ok: true }, { ok: false, error: { key: 'renderingDecided' } }])
    await joined.caughtUp()
    expect(renderings().map(({ words }) => words)).toEqual(['one visit at most', 'running only once'])
  })

  it('are proposed again once the decision is taken back', async () => {
    const [first] = desk.state.proposals ?? []
    if (!first) throw new Error('nothing is proposed')
    await decide(desk, id, [first], 'rejected')
    const rejected = renderings().find(({ status }) => status === 'rejected')
    if (!rejected) throw new Error('nothing is rejected')
    await forget(desk, id, rejected)
    // The texts are looked through again, with what is decided now.
    await expect.poll(() => waiting(desk).proposals.some(({ key }) => key === first.key)).toBe(true)
  })
})

it('a formula that is deleted is linked to by none, and undo brings both back', async () => {
  await change({ type: 'formula.add', formula: makeFormula('f1', ['甲']) })
  const link = { formula: 'f1' as FormulaId, kind: 'partOf' as const }
  await change({ type: 'formula.add', formula: { ...makeFormula('f2', ['乙']), links: [link] } })
  const before = formulae()
  const [first] = before
  if (!first) throw new Error('there is no formula')
  await Promise.all([removeFormula(desk, first), removeFormula(desk, first)])
  await joined.caughtUp()
  expect(formulae().map(({ id, links }) => [id, links])).toEqual([['f2', []]])
  await undoChange()
  expect(formulae()).toEqual(before)
})
