import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultSettings } from '../../shared/concordance/default-settings'
import type {
  FormulaePlaced,
  FormulaPlace,
  FormulaSpread,
  RegisterAnswer
} from '../../shared/formulae/formula-answers'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { Answer } from '../../shared/ipc/answers'
import type { Formula } from '../../shared/model/formula'
import type { RenderingId } from '../../shared/model/ids'
import { coder, makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { textFile } from '../store/content-store'
import { addText, paragraphs } from './testing/add-text'
import { type OpenedProject, openNewProject } from './testing/open-project'

let project: OpenedProject
const ask: OpenedProject['ask'] = (method, input) => project.ask(method, input)
const session = () => project.session()

beforeEach(async () => {
  project = await openNewProject('Register')
})

afterEach(() => project.close())

const words = ['one visit at most', 'running only once', 'one visit', 'at most once', 'four minds'] as const
const statuses = ['accepted', 'proposed', 'rejected'] as const
const text = fc
  .array(fc.constantFrom(...words, 'the reform', 'and', '.', 'goes on'), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.join(' '))
const decided = fc.array(fc.constantFrom(...statuses), { minLength: words.length, maxLength: words.length })

const placesIn = async (id: string) => {
  const [placed] = await ask<readonly FormulaePlaced[]>('formulae.inTexts', { documents: [id] })
  return placed?.places ?? []
}

it('places are the union of those of the accepted renderings, the longest where one lies in another', async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(text, decided, async (said, choices) => {
      const id = `d${++number}`
      await addText(session(), id, paragraphs(said))
      const renderings = words.map((each, at) => makeRendering(`r${at}`, each, choices[at]))
      const formula: Formula = makeFormula(`f${number}`, [], renderings)
      await ask('project.do', { type: 'formula.add', formula })
      const all = await placesIn(id)
      await ask('project.do', { type: 'formula.remove', id: formula.id })
      const apart: FormulaPlace[] = []
      for (const each of renderings.filter(({ status }) => status === 'accepted')) {
        await ask('project.do', { type: 'formula.add', formula: makeFormula(`f${number}`, [], [each]) })
        apart.push(...(await placesIn(id)))
        await ask('project.do', { type: 'formula.remove', id: formula.id })
      }
      const union = apart
        .filter(
          (each) =>
            !apart.some(
              (other) =>
                other !== each &&
                other.start <= each.start &&
                other.end >= each.end &&
                other.end - other.start > each.end - each.start
            )
        )
        .sort((a, b) => a.start - b.start || a.end - b.end)
      expect(all).toEqual(union)
    }),
    { numRuns: 25 }
  )
})

it('a rendering that is accepted and undone leaves no trace', async () => {
  await addText(session(), 'd1', paragraphs(words.join('. ')))
  await fc.assert(
    fc.asyncProperty(decided, fc.constantFrom(...words), async (choices, other) => {
      const renderings = words.map((each, at) => makeRendering(`r${at}`, each, choices[at]))
      await ask('project.do', { type: 'formula.add', formula: makeFormula('f1', [], renderings) })
      const before = session().state.info
      const counted = await ask<RegisterAnswer>('formulae.register', null)
      await ask('project.do', {
        type: 'rendering.add',
        formula: 'f1',
        rendering: makeRendering('new', `${other} again`)
      })
      await ask('project.undo', null)
      await ask('project.do', {
        type: 'rendering.update',
        formula: 'f1',
        id: 'r0',
        patch: { status: 'accepted', note: 'seen' }
      })
      await ask('project.undo', null)
      expect(session().state.info).toEqual(before)
      expect(await ask('formulae.register', null)).toEqual(counted)
      await ask('project.undo', null)
      expect(session().state.info.formulae).toEqual({})
    }),
    { numRuns: 10 }
  )
})

it('a text that is revised has its places moved or dropped, never stale ones', async () => {
  const renderings = words.map((each, at) => makeRendering(`r${at}`, each))
  await ask('project.do', { type: 'formula.add', formula: makeFormula('f1', [], renderings) })
  const document = await addText(session(), 'd1', paragraphs('one visit at most'))
  const { original } = document
  const revisions = [...document.revisions]
  await fc.assert(
    fc.asyncProperty(text, async (said) => {
      const file = textFile({ format: 1, blocks: paragraphs(said) })
      await writeFile(join(session().folder, 'texts', `${file.hash}.json`), file.body)
      const first = revisions[0]
      if (!first) throw new Error('no revision')
      revisions.push({ ...first, text: file.hash, reason: 'correction', coder: coder.id, original: null })
      const revise = { type: 'document.revise' as const, id: document.id, revisions: [...revisions] }
      await session().do({ ...revise, furniture: [], words: 1, original }, coder.id)
      const [placed] = await ask<readonly FormulaePlaced[]>('formulae.inTexts', { documents: ['d1'] })
      expect(placed?.text).toBe(file.hash)
      const spread = await ask<FormulaSpread>('formulae.spread', { formula: 'f1', copiesOnce: false })
      expect(spread.rows.reduce((sum, { count }) => sum + count, 0)).toBe(placed?.places.length)
      for (const { start, end, rendering } of placed?.places ?? [])
        expect(phraseKey(said.slice(start, end))).toBe(
          phraseKey(renderings.find(({ id }) => id === rendering)?.words ?? '')
        )
    }),
    { numRuns: 15 }
  )
})

it('a query for a formula finds every rendering of it, in the texts that it is asked of', async () => {
  const visit = makeFormula(
    'f1',
    ['最多跑一次'],
    [
      makeRendering('r1', 'one visit at most'),
      makeRendering('r2', 'running only once'),
      makeRendering('r3', 'four minds', 'rejected')
    ]
  )
  await ask('project.do', { type: 'formula.add', formula: visit })
  await addText(session(), 'd1', paragraphs('One Visit, at Most. Four minds. He runs only once.'))
  await addText(session(), 'd2', paragraphs('推进“最多跑一次”改革'), { language: 'zh-CN' })
  const open = async (query: string) => {
    const asked = { query, settings: defaultSettings, trail: [], replaces: null }
    const opened = await ask<Extract<Answer<'concordance.open'>, { readonly ok: true }>['value']>(
      'concordance.open',
      { ...asked, first: { count: 20, context: 20 } }
    )
    return opened.problem ? opened.problem.code : opened.page.lines.map(({ hit }) => hit)
  }
  expect(await open('formula:最多跑一次')).toEqual(['One Visit, at Most', 'runs only once', '最多跑一次'])
  expect(await open('formula:"running only once" lang:zh')).toEqual(['最多跑一次'])
  expect(await open('formula:f1 OR minds')).toEqual([
    'One Visit, at Most',
    'minds',
    'runs only once',
    '最多跑一次'
  ])
  expect(await open('formula:"four minds"')).toBe('formulaUnknown')
  await ask('project.do', {
    type: 'rendering.remove',
    formula: 'f1',
    id: 'r2' as RenderingId
  })
  expect(await open('formula:最多跑一次')).toEqual(['One Visit, at Most', '最多跑一次'])
})
