import { expect, it } from 'vitest'
import { span } from '../model/span'
import { RecycledFinder } from './recycled-finder'
import { repeatsMatrix } from './repeats-matrix'

function passagesOf(texts: readonly string[], works: readonly string[] = texts.map((_, at) => String(at))) {
  const finder = new RecycledFinder()
  for (const [at, text] of texts.entries()) finder.add(at, text, [span(0, text.length)])
  return finder
    .passages((at) => works[at] ?? '')
    .map(({ places }) =>
      places.map(({ document, start, end, likeness }) => ({
        document,
        words: texts[document]?.slice(start, end),
        likeness
      }))
    )
}

const sentence = 'The governor said that winter projects must start before the first snow of the year falls.'
const changed = 'The governor said that winter projects must start before the last snow of the year falls.'
const next = 'Every county is to send a list of its largest projects to the office by Friday.'

it('finds a sentence that stands in two texts, also where a word differs, and says where it differs', () => {
  const found = passagesOf([
    `Weather report. ${sentence} Nothing else.`,
    `${changed} Other news follow here.`
  ])
  expect(found).toEqual([
    [
      { document: 0, words: sentence, likeness: 1 },
      { document: 1, words: changed, likeness: expect.closeTo(0.83, 2) }
    ]
  ])
})

it('takes sentences that follow each other in all texts as one passage', () => {
  const found = passagesOf([`${sentence} ${next} The end of it.`, `Yesterday. ${sentence} ${next}`])
  expect(found.map((own) => own.map(({ words }) => words))).toEqual([
    [`${sentence} ${next}`, `${sentence} ${next}`]
  ])
})

it('keeps sentences apart where a third text has only one of them', () => {
  const found = passagesOf([`${sentence} ${next}`, `${sentence} ${next}`, next])
  expect(found.map((own) => own.length).sort()).toEqual([2, 3])
})

it('passes over what versions of one work share, what is short, and what is only alike in kind', () => {
  expect(passagesOf([sentence, changed], ['w', 'w'])).toEqual([])
  expect(passagesOf(['Photo by the office.', 'Photo by the office.'])).toEqual([])
  const other = 'The mayor said that summer schools must open after the last week of the harvest festival.'
  expect(passagesOf([sentence, other])).toEqual([])
})

it('finds Chinese sentences, whether simplified or traditional', () => {
  const found = passagesOf([
    '会议强调，要让数据多跑路、群众少跑腿。',
    '會議強調，要讓數據多跑路、群眾少跑腿。'
  ])
  expect(found).toHaveLength(1)
  expect(found[0]?.map(({ likeness }) => likeness)).toEqual([1, 1])
})

it('finds the same whatever order the texts come in', () => {
  const texts = [
    sentence,
    `${changed} ${next}`,
    next,
    'Nothing of it stands in here at all, so it is not told.'
  ]
  const sets = (all: readonly string[]) =>
    passagesOf(all)
      .map((own) =>
        own
          .map(({ words }) => words)
          .sort()
          .join('|')
      )
      .sort()
  expect(sets([...texts].reverse())).toEqual(sets(texts))
})

it('says who repeats whom by date, and counts what has no date apart', () => {
  const texts = ['2018-01-02', '2019-03-04', '', '2019-03-04'].map((date, at) => ({
    date,
    name: at < 1 ? 'A' : 'B'
  }))
  const place = (document: number) => ({ document, start: 0, end: 1, likeness: 1 })
  const matrix = repeatsMatrix(
    [{ length: 9, places: [place(1), place(0), place(2), place(3)] }],
    (at) => texts[at] ?? { date: '', name: '' }
  )
  expect(matrix).toEqual({
    names: ['A', 'B'],
    counts: [
      [0, 0],
      [1, 0]
    ],
    undated: 1
  })
})
