import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RecycledAnswer, RecycledInText } from '../../shared/recycled/recycled-answers'
import { addText, paragraphs } from './testing/add-text'
import { type OpenedProject, openNewProject } from './testing/open-project'

let project: OpenedProject
const ask: OpenedProject['ask'] = (method, input) => project.ask(method, input)
const session = () => project.session()

const sentence = 'The winter projects of the province must start before the first snow of the year falls.'
const copy = 'The winter projects of the province must start before the last snow of the year falls.'

beforeEach(async () => {
  project = await openNewProject('Recycled')
})

afterEach(() => project.close())

const on = (date: string) => ({ published: { date, precision: 'day' as const } })
const find = () => ask<RecycledAnswer>('recycled.find', null)

it('finds what a later text took from an earlier one, tells both wordings and codes both with one theme', async () => {
  await addText(session(), 'd1', paragraphs('News of the day.', copy), {
    ...on('2019-01-05'),
    publisher: 'B'
  })
  await addText(session(), 'd2', paragraphs(sentence), { ...on('2018-12-01'), publisher: 'A' })
  const answer = await find()
  expect(answer.total).toBe(1)
  const [passage] = answer.passages
  expect(passage?.words).toBe(sentence)
  const places = (passage?.places ?? []).map(({ likeness: _, ...place }) => place)
  expect(places.map(({ document }) => document)).toEqual(['d2', 'd1'])
  expect(await ask('recycled.words', { places })).toEqual([sentence, copy])
  expect(answer.matrix).toEqual({
    names: ['A', 'B'],
    counts: [
      [0, 0],
      [1, 0]
    ],
    undated: 0
  })
  const coded = await ask<{ count: number }>('autocode.apply', { passages: places, theme: { name: 'Snow' } })
  expect(coded.count).toBe(2)
})

it('takes in a text that comes later, and passes over versions of one work and boilerplate', async () => {
  await addText(session(), 'd1', paragraphs(sentence))
  expect((await find()).total).toBe(0)
  await addText(session(), 'd2', paragraphs(copy))
  expect((await find()).total).toBe(1)
  await addText(session(), 'd3', paragraphs('Every page of this site ends with a long line on its rights.'))
  await addText(session(), 'd4', paragraphs('Every page of this site ends with a long line on its rights.'), {
    furniture: [0]
  })
  expect((await find()).total).toBe(1)
})

it('does not tell words of a text that was corrected meanwhile', async () => {
  await addText(session(), 'd1', paragraphs(sentence))
  const [place] = [{ document: 'd1', revision: 'f'.repeat(64), start: 0, end: 10 }]
  expect(await ask('recycled.words', { places: [place] })).toEqual([null])
})

it('tells of a text what of it stands elsewhere, in how many others, and which passage of the list it is', async () => {
  await addText(session(), 'd1', paragraphs('News of the day.', copy), on('2019-01-05'))
  await addText(session(), 'd2', paragraphs(sentence), on('2018-12-01'))
  const here = await ask<RecycledInText>('recycled.inText', 'd1')
  const start = 'News of the day.'.length + 1
  expect(here.places).toEqual([{ start, end: start + copy.length, passage: 0, others: 1 }])
  const { passages } = await find()
  expect(passages[0]?.places[1]).toMatchObject({ document: 'd1', start, revision: here.revision })
  // A text that comes later counts too.
  await addText(session(), 'd3', paragraphs(sentence), on('2020-01-05'))
  expect((await ask<RecycledInText>('recycled.inText', 'd1')).places).toMatchObject([{ others: 2 }])
})

it('two who look at once find each passage once', async () => {
  await addText(session(), 'd1', paragraphs(copy), on('2019-01-05'))
  await addText(session(), 'd2', paragraphs(sentence), on('2018-12-01'))
  await find()
  await addText(session(), 'd3', paragraphs(sentence), on('2020-01-05'))
  const [one, other, answer] = await Promise.all([
    ask<RecycledInText>('recycled.inText', 'd1'),
    ask<RecycledInText>('recycled.inText', 'd2'),
    find()
  ])
  expect([one.places.length, other.places.length]).toEqual([1, 1])
  expect(answer.passages.map(({ count }) => count)).toEqual([3])
})
