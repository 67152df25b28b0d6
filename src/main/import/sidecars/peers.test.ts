import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorQuotes } from '../../../shared/anchoring/quotes'
import { canonicalText } from '../../../shared/text/canonical'
import type { ParsedQuote } from '../parsed-sidecars'
import { first, fixtures, parse } from '../testing/made-files'

/** The highlights of an export that quote words, and the notes on the whole. */
async function exported(name: string) {
  const { sidecars } = await parse(join(fixtures, name))
  const [own, ...others] = sidecars
  if (own?.kind !== 'highlights') throw new Error('there are no highlights')
  expect(others).toEqual([])
  const quotes = own.quotes.filter(({ exact }) => exact !== '')
  return { of: own.of, quotes, whole: own.quotes.filter(({ exact }) => exact === '') }
}

async function placesIn(name: string, quotes: readonly ParsedQuote[]) {
  const text = canonicalText(first(await parse(join(fixtures, name))).blocks)
  return anchorQuotes(text, quotes).map(({ status, start, end }) => [status, text.slice(start, end)])
}

const words = [
  'counted 54 resorts',
  'What was decided\nRoads are cleared before eight.',
  '南山滑雪场',
  '群众最多跑一次'
]

// Both were made by those programs' own code on the page `pandoc.html` in a browser.
describe.each(['hypothesis.json', 'recogito.jsonld'])('%s, made on a page', (name) => {
  it.each([
    'pandoc.html',
    'chromium.mhtml',
    'chromium.pdf',
    'calibre.epub',
    'libreoffice.docx',
    'libreoffice.pdf',
    'pandoc.odt',
    'pandoc.rtf'
  ])('every highlight is found for sure in %s', async (text) => {
    const { quotes } = await exported(name)
    expect(await placesIn(text, quotes)).toEqual(words.map((each) => ['exact', each]))
  })

  it('themes, comments, coders and times come with them', async () => {
    const { of, quotes } = await exported(name)
    expect(of.source).toBe('https://office.example/reports/winter-roads')
    expect(quotes.map(({ themes }) => themes)).toEqual([
      [['figures']],
      [['measures'], ['roads, winter']],
      [['places']],
      [['一次跑']]
    ])
    expect(quotes.map(({ created }) => created?.slice(0, 10))).toEqual([
      '2024-02-01',
      '2024-02-02',
      '2024-02-03',
      '2024-02-04'
    ])
    expect(new Set(quotes.map(({ coder }) => coder)).size).toBe(1)
  })
})

describe('hypothesis.csv', () => {
  it('says no surroundings: what could be meant elsewhere is asked about', async () => {
    const { quotes } = await exported('hypothesis.csv')
    expect(await placesIn('pandoc.html', quotes)).toEqual([
      ['confirm', words[0]],
      ['exact', words[1]],
      ['confirm', words[2]],
      ['exact', words[3]]
    ])
  })

  it('keeps page notes and replies as notes on the text', async () => {
    const { quotes, whole } = await exported('hypothesis.csv')
    expect(whole.map(({ memo, coder }) => [memo, coder])).toEqual([
      ['Second reader: All of them.', 'Second reader'],
      ['On the page as a whole.\n\n#reports', 'reader']
    ])
    expect(quotes[3]).toMatchObject({ memo: '=1+1 is no formula', themes: [['一次跑']] })
  })
})
