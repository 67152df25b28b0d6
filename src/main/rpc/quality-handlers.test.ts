import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ExportPreview } from '../../shared/ipc/export-answers'
import type { QualityReport } from '../../shared/ipc/quality-answers'
import type { WorkId } from '../../shared/model/ids'
import { coder, makeFormula, makeRendering } from '../../shared/testing/sample-records'
import { verifyProject } from '../services/verify'
import { addText, annotationOf, paragraphs } from './testing/add-text'
import { type OpenedProject, openNewProject } from './testing/open-project'

let project: OpenedProject
const ask: OpenedProject['ask'] = (method, input) => project.ask(method, input)
const session = () => project.session()

const source = paragraphs(
  '2018年11月17日，省政府召开会议，研究冬季工程。',
  '全省共有125个项目复工，总投资3800亿元。',
  '会议强调，要在2021年前推进“最多跑一次”改革。',
  '与会人员还参观了水库、学校和医院，听取了情况介绍。',
  '会议于2018年11月19日在长春闭幕，宣布了46项决定。'
)
const english = paragraphs(
  'On November 17, 2018, the provincial government held a meeting on works in winter.',
  'In the province 152 projects go on, with a total investment of 380 billion yuan.',
  'The meeting stressed the reform of running legs before 2021.',
  'The meeting closed in Changchun on November 19, 2018, and 46 decisions were announced.'
)

beforeEach(async () => {
  project = await openNewProject('Quality')
  const works = ['w1' as WorkId]
  await session().do(
    { type: 'work.add', work: { id: works[0] as WorkId, title: 'Works', order: [] } },
    coder.id
  )
  await addText(session(), 'd1', source, { works, language: 'zh', rendering: 'source' })
  const version = await addText(session(), 'd2', english, { works, language: 'en', rendering: 'unofficial' })
  const marked = { ...annotationOf(version, english, 'running legs'), quality: ['calque' as const] }
  await session().do({ type: 'annotation.add', annotation: marked }, coder.id)
  const visit = makeFormula('f1', ['最多跑一次'], [makeRendering('r1', 'one visit at most')])
  await session().do({ type: 'formula.add', formula: visit }, coder.id)
})

afterEach(() => project.close())

it('can be exported as any report can: what was decided stands beside each finding', async () => {
  const { findings } = await ask<QualityReport>('quality.report', { document: 'd2' })
  const figure = findings.find(({ words }) => words === '152')
  if (!figure) throw new Error('no figure')
  const decision = { status: 'dismissed' as const, coder: coder.id, time: '2024-05-06T07:08:09.000Z' }
  await session().do({ type: 'finding.decide', key: figure.key, decision }, coder.id)
  const shown = await ask<ExportPreview>('export.preview', {
    of: 'quality',
    format: 'csv',
    options: {},
    document: 'd2'
  })
  const [head = [], ...rows] = shown.rows ?? []
  const told = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])))
  expect(told).toHaveLength(findings.length)
  expect(told.find(({ words }) => words === '152')).toMatchObject({
    status: 'dismissed',
    place: '¶ 2',
    decided: '2024-05-06T07:08:09.000Z'
  })
  expect(told.find(({ kind }) => kind === 'hand')).toMatchObject({ status: 'confirmed', marks: 'calque' })
  expect(told.find(({ kind }) => kind === 'formula')).toMatchObject({ status: 'open', words: '最多跑一次' })
})

it('tells what was marked, figures that disagree, formulae without a rendering, and left-outs, with their places', async () => {
  const report = await ask<QualityReport>('quality.report', { document: 'd2' })
  expect(report.against).toBe('d1')
  const told = report.findings.map(({ kind, words, isMissing }) => [kind, words, isMissing])
  expect(told).toContainEqual(['hand', 'running legs', false])
  expect(told).toContainEqual(['figure', '152', false])
  expect(told).toContainEqual(['figure', '125', true])
  expect(told).toContainEqual(['formula', '最多跑一次', true])
  expect(told).toContainEqual(['leftOut', '与会人员还参观了水库、学校和医院，听取了情况介绍。', true])
  expect(told.filter(([, words]) => words === '380' || words === '3800亿')).toEqual([])
  const figure = report.findings.find(({ words }) => words === '152')
  const text = english.map((each) => each.text).join('\n')
  const at = text.indexOf('152')
  expect(text.slice(figure?.start, figure?.end)).toBe('152')
  expect(figure?.start).toBe(at)
  const again = await ask<QualityReport>('quality.report', { document: 'd2' })
  expect(again).toEqual(report)
})

it('an accepted rendering is no finding; a decision is kept with the project and taken back', async () => {
  const keys = async () => {
    const { findings } = await ask<QualityReport>('quality.report', { document: 'd2' })
    return findings.filter(({ kind }) => kind === 'formula').map(({ key }) => key)
  }
  const [key] = await keys()
  const decision = { status: 'dismissed', coder: coder.id, time: '2026-01-01T00:00:00.000Z' }
  await ask('project.do', { type: 'finding.decide', key, decision })
  expect(session().state.info.findings).toEqual({ [String(key)]: decision })
  const confirmed = { ...decision, status: 'confirmed' }
  await ask('project.do', { type: 'finding.decide', key, decision: confirmed })
  await ask('project.undo', null)
  expect(session().state.info.findings).toEqual({ [String(key)]: decision })
  const { problems } = await verifyProject(session().folder)
  expect(problems.filter(({ key: problem }) => problem !== 'originalMissing')).toEqual([])
  await ask('project.undo', null)
  expect(session().state.info.findings).toEqual({})
  const rendering = makeRendering('r2', 'running legs')
  await ask('project.do', { type: 'rendering.add', formula: 'f1', rendering })
  expect(await keys()).toEqual([])
})
