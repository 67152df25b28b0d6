import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type { FormulaLines, RegisterAnswer } from '../../shared/formulae/formula-answers'
import type { Answer } from '../../shared/ipc/answers'
import type { KnownDate } from '../../shared/model/document'
import { makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { addText, paragraphs } from './testing/add-text'
import { type OpenedProject, openNewProject } from './testing/open-project'

let project: OpenedProject
const ask: OpenedProject['ask'] = (method, input) => project.ask(method, input)
const session = () => project.session()

const repeated =
  'The governor said that one visit at most is what every office of the province owes its people.'
const in2018: KnownDate = { date: '2018', precision: 'year' }
const in2019: KnownDate = { date: '2019', precision: 'year' }

beforeEach(async () => {
  project = await openNewProject('Copies')
  const own = session()
  await addText(own, 'later', paragraphs(repeated, 'In the city too it is one visit at most.'), {
    published: in2019
  })
  await addText(own, 'first', paragraphs('Weather of the day.', repeated), { published: in2018 })
  const rendering = makeRendering('r1', 'one visit at most')
  await ask('project.do', { type: 'formula.add', formula: makeFormula('f1', ['最多跑一次'], [rendering]) })
})

afterEach(() => project.close())

it('a formula in recycled text is counted once, and listed where it stands first', async () => {
  const counted = async (copiesOnce: boolean) =>
    (await ask<RegisterAnswer>('formulae.register', { copiesOnce })).formulae[0]
  expect(await counted(false)).toMatchObject({ count: 3, documents: 2, years: { 2018: 1, 2019: 2 } })
  expect(await counted(true)).toMatchObject({ count: 2, documents: 2, years: { 2018: 1, 2019: 1 } })
  const { lines } = await ask<FormulaLines>('formulae.lines', {
    ...{ formula: 'f1', rendering: 'all', documents: null },
    ...{ from: 0, count: 10, copiesOnce: true }
  })
  expect(lines.map(({ document, left }) => [document, left])).toEqual([
    ['first', 'The governor said that '],
    ['later', 'In the city too it is ']
  ])
})

it('lines in recycled text are one line after a step of the trail, and all again without it', async () => {
  const opened = await ask<Extract<Answer<'concordance.open'>, { ok: true }>['value']>('concordance.open', {
    ...{ query: 'visit', settings: defaultSettings, trail: [], replaces: null },
    first: { count: 10, context: 20 }
  })
  if (opened.problem) throw new Error('no query')
  const { id } = opened.view
  const copies = { do: 'select', selection: { by: 'copies' }, name: '', memo: '' }
  expect(opened.view.lines).toBe(3)
  expect(await ask('concordance.arrange', { id, trail: [copies] })).toMatchObject({ lines: 2, left: [2] })
  const lines = await ask<Extract<Answer<'concordance.names'>, { ok: true }>['value']>('concordance.names', {
    ...{ id, from: 0, count: 10 }
  })
  expect(lines.map(({ document }) => document).sort()).toEqual(['first', 'later'])
  expect(await ask('concordance.arrange', { id, trail: [] })).toMatchObject({ lines: 3 })
})
