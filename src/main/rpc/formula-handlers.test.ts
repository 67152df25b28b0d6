import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type {
  CandidateEntry,
  FormulaLines,
  ProposalsAnswer,
  RegisterAnswer
} from '../../shared/formulae/formula-answers'
import type { FormulaId, RenderingId } from '../../shared/model/ids'
import { coder, makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { addText, paragraphs } from './testing/add-text'
import { type OpenedProject, openNewProject } from './testing/open-project'

let project: OpenedProject
const ask: OpenedProject['ask'] = (method, input) => project.ask(method, input)
const session = () => project.session()

const english = paragraphs(
  'The meeting praised the "one visit at most" reform.',
  'The "running only once" reform goes on, with "one main and six pairs" at its side.',
  'One visit at most, the mayor said. The layout of "one main six pairs" was discussed.'
)

beforeEach(async () => {
  project = await openNewProject('Formulae', async (home) => {
    await mkdir(join(home, 'corpus'))
    await copyFile('corpus/formulae.json', join(home, 'corpus', 'formulae.json'))
  })
  await addText(session(), 'd1', english, { published: { date: '2018-12-03', precision: 'day' } })
})

afterEach(() => project.close())

it('counts a formula by its accepted renderings, and a corrected text leaves no stale place', async () => {
  const visit = makeFormula(
    'f1',
    ['最多跑一次'],
    [makeRendering('r1', 'one visit at most'), makeRendering('r2', 'running only once', 'proposed')]
  )
  await ask('project.do', { type: 'formula.add', formula: visit })
  const counted = async () => (await ask<RegisterAnswer>('formulae.register', null)).formulae[0]
  expect(await counted()).toMatchObject({ count: 2, documents: 1, first: '2018-12-03', years: { 2018: 2 } })
  const patch = { status: 'accepted' as const }
  await ask('project.do', { type: 'rendering.update', formula: visit.id, id: 'r2', patch })
  expect((await counted())?.count).toBe(3)
  await ask('project.undo', null)
  expect((await counted())?.count).toBe(2)
  const lines = (rendering: RenderingId | 'all' | null) =>
    ask<FormulaLines>('formulae.lines', {
      formula: visit.id,
      rendering,
      documents: null,
      from: 0,
      count: 10,
      copiesOnce: false
    })
  expect((await lines('all')).lines.map(({ hit }) => hit)).toEqual(['one visit at most', 'One visit at most'])
  expect((await lines(null)).total).toBe(0)
  await addText(session(), 'd2', paragraphs('No visit here.'))
  expect((await counted())?.count).toBe(2)
  await ask('project.removeDocuments', ['d1'])
  expect((await counted())?.count).toBe(0)
})

it('finds candidates with their reasons; what is dismissed stays away however it is written', async () => {
  const candidates = async () =>
    (await ask<{ candidates: CandidateEntry[] }>('formulae.candidates', { count: 50 })).candidates
  const first = await candidates()
  const pairs = first.find(({ words }) => words.startsWith('one main'))
  expect(pairs).toMatchObject({ key: 'en:#1 main #6 pair', count: 2, known: { form: '一主六双' } })
  expect(pairs?.reasons.map(({ why }) => why)).toContain('quoted')
  const dismissal = { coder: coder.id, time: '2026-01-01T00:00:00.000Z' }
  await ask('project.do', { type: 'candidate.dismiss', key: pairs?.key, dismissal })
  expect((await candidates()).some(({ key }) => key === pairs?.key)).toBe(false)
  await ask('project.undo', null)
  expect((await candidates()).some(({ key }) => key === pairs?.key)).toBe(true)
})

it('proposes renderings and accepts none by itself; the starter register comes in once', async () => {
  const taken = await ask<{ taken: number }>('formulae.takeStarter', null)
  expect(taken.taken).toBeGreaterThanOrEqual(120)
  expect(await ask('formulae.takeStarter', null)).toEqual({ taken: 0, renderings: 0 })
  await ask('project.undo', null)
  expect(session().state.info.formulae).toEqual({})
  const pairs = makeFormula('f2', ['一主六双'])
  await ask('project.do', { type: 'formula.add', formula: pairs })
  const { proposals } = await ask<ProposalsAnswer>('formulae.propose', { formula: 'f2' as FormulaId })
  const [best] = proposals[0]?.renderings ?? []
  expect(best).toMatchObject({ key: 'en:#1 main #6 pair', count: 2 })
  expect(best?.probability).toBeGreaterThan(0.5)
  expect(best?.evidence.numbers).toBe(1)
  expect(session().state.info.formulae[pairs.id]?.renderings).toEqual({})
})
