import CSL from 'citeproc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExcerptRecord, Locator } from '../../shared/export/excerpt-record'
import { plainText } from '../../shared/export/rich-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { sampleExcerpt } from '../export/testing/sample-models'
import { adjustedLocale, adjustedStyle } from './adjust'
import { engineItem } from './engine-item'
import { cslLocator } from './locator'
import { type Citer, makeCiter } from './make-citer'
import { parseStyle } from './parse-style'
import { hideMarkup, showMarkup } from './plain-strings'
import { richTextOf } from './rich-text-of'
import { shippedFile } from './shipped-files'
import { styleOf } from './style-of'
import type { StyleNode } from './style-tree'
import { ownStyle } from './testing/own-style'
import { book, news, page, undated, unknown } from './testing/sample-sources'

const twin: VariorumDocument = { ...news, id: 'twin' as DocumentId, title: 'A second opening: 40301 forms' }
const odd: VariorumDocument = {
  ...news,
  id: 'odd' as DocumentId,
  title: 'A <i>note</i> & "quoted" H₂O x² <b',
  csl: { ...news.csl, author: [{ literal: "d'Arc & Sons <Ltd>" }] }
}
const documents = [book, news, twin, page, undated, unknown, odd]

const nowhere: Locator = {
  page: null,
  sheet: null,
  time: null,
  paragraph: null,
  sentence: null,
  begins: null
}
const number = fc.integer({ min: 1, max: 400 })
const span = fc
  .tuple(number, fc.integer({ min: 0, max: 30 }))
  .map(([from, more]) => ({ from, to: from + more }))
const printed = fc.oneof(
  span.map(({ from, to }) => ({ from: String(from), to: String(to) })),
  fc.constantFrom({ from: 'iv', to: 'iv' }, { from: 'A-3', to: 'A-3' }, { from: '[7]', to: '[8]' })
)
const locators: fc.Arbitrary<Locator> = fc.oneof(
  fc.constant(nowhere),
  printed.map((own) => ({ ...nowhere, page: own })),
  fc
    .record({ page: fc.option(printed), paragraph: span, sentence: fc.option(number) })
    .map((own) => ({ ...nowhere, ...own })),
  span.map((own) => ({ ...nowhere, sheet: own })),
  number.map((n) => ({ ...nowhere, time: { from: `0:${n}`, to: `0:${n}` } }))
)
const sequences = fc.array(fc.record({ document: fc.constantFrom(...documents), locator: locators }), {
  minLength: 1,
  maxLength: 14
})

function excerptOf(document: VariorumDocument, locator: Locator): ExcerptRecord {
  return sampleExcerpt(document, '', { document: document.id, locator })
}

/** What citeproc itself makes of a whole document, note after note, with what it says has changed put in again. */
function bySequence(
  style: string,
  opened: StyleNode | null,
  cites: readonly { document: VariorumDocument; locator: Locator }[]
) {
  const used = [...new Map(cites.map(({ document }) => [document.id, document])).values()]
  const items = new Map(used.map((each) => [String(each.id), hideMarkup(engineItem(each, 'en', style))]))
  const tree = styleOf(style, opened)
  const own = tree.attrs['default-locale'] === 'en-GB' ? 'en-GB' : 'en-US'
  const sys = {
    retrieveItem: (id: string) => structuredClone(items.get(id) ?? {}),
    retrieveLocale: (name: string) =>
      adjustedLocale(shippedFile(name === own ? own : 'en-US'), 'en-US', style)
  }
  const engine = new CSL.Engine(sys, adjustedStyle(tree, style), own, true)
  const texts: string[] = []
  const before: [string, number][] = []
  for (const [index, { document, locator }] of cites.entries()) {
    const citation = {
      citationID: `c${index}`,
      citationItems: [{ id: document.id, ...cslLocator(locator, 'en') }],
      properties: { noteIndex: index + 1 }
    }
    for (const [at, html] of engine.processCitationCluster(citation, before, [])[1]) texts[at] = html
    before.push([`c${index}`, index + 1])
  }
  return texts.map((html) => plainText(richTextOf(html).map(showMarkup)))
}

describe('citations made from what was made before', () => {
  it.each<[string, StyleNode | null]>([
    ['chicago-notes-bibliography', null],
    ['chicago-author-date', null],
    ['mla', null],
    ['file:own', parseStyle(ownStyle).tree]
  ])('are those that citeproc makes one after another: %s', (style, opened) => {
    fc.assert(
      fc.property(sequences, (cites) => {
        const used = documents.filter((each) => cites.some(({ document }) => document === each))
        const input = { style, opened, language: 'en', placement: 'notes', documents: used } as const
        const isNote = style !== 'chicago-author-date' && style !== 'mla'
        const madeBy = (citer: Citer) =>
          cites
            .map(({ document, locator }) => citer.cite(excerptOf(document, locator)))
            .map(({ note, inText }) => plainText(isNote ? note : inText))
        const whole = bySequence(style, opened, cites)
        expect(madeBy(makeCiter(input))).toEqual(whole)
        expect(madeBy(makeCiter({ ...input, entries: false }))).toEqual(whole)
      }),
      { numRuns: 12 }
    )
  })
})

describe('a citer', () => {
  const citerOf = (
    given: readonly VariorumDocument[],
    style = 'chicago-notes-bibliography',
    placement: 'notes' | 'text' = 'notes'
  ) => makeCiter({ style, opened: null, language: 'en', placement, documents: given })

  it('loses no sign of a title, and takes none for markup', () => {
    const [entry] = (() => {
      const citer = citerOf([odd], 'gb-t-7714-numeric')
      citer.cite(excerptOf(odd, nowhere))
      return citer.bibliography()
    })()
    expect(plainText(entry?.entry ?? [])).toContain('A <i>note</i> & “quoted” H₂O x2 <b[N]')
  })

  it('lists what was cited, and nothing else', () => {
    const citer = citerOf(documents)
    citer.cite(excerptOf(news, nowhere))
    expect(citer.bibliography().map(({ document }) => document)).toEqual([news.id])
  })

  it('refuses a document that it was not given', () => {
    expect(() => citerOf([news]).cite(excerptOf(book, nowhere))).toThrow('book')
  })

  it('says that a quotation is from an earlier state of the text', () => {
    const record = {
      ...excerptOf(news, { ...nowhere, paragraph: { from: 2, to: 2 } }),
      earlier: '2026-02-03T10:00:00.000Z'
    }
    const end = 'earlier state of the text, 2026-02-03'
    expect(plainText(citerOf([news]).cite(record).note)).toContain(`para. 2, ${end}.`)
    expect(plainText(citerOf([news], 'apa').cite(record).inText)).toBe(`(Clerk, 2019, para. 2, ${end})`)
    expect(plainText(citerOf([news], 'gb-t-7714-numeric').cite(record).inText)).toBe(`[1]¶ 2, ${end}`)
  })

  it('links addresses of the web, and no others', () => {
    const bad = { ...page, csl: { ...page.csl, URL: 'javascript:alert(1)' } }
    const linksOf = (document: VariorumDocument) =>
      citerOf([document])
        .cite(excerptOf(document, nowhere))
        .note.flatMap(({ href }) => href ?? [])
    expect(linksOf(page)).toEqual(['https://example.org/hours'])
    expect(linksOf(bad)).toEqual([])
  })

  it('cites five thousand passages of two texts in well under a second of work', () => {
    const citer = citerOf([book, news])
    citer.cite(excerptOf(book, nowhere))
    const before = process.cpuUsage()
    for (let index = 0; index < 5000; index++) {
      const locator = {
        ...nowhere,
        page: { from: `${index}`, to: `${index}` },
        paragraph: { from: 2 + index, to: 2 + index }
      }
      citer.cite(excerptOf(index % 3 === 0 ? book : news, locator))
    }
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(1000)
  })
})
