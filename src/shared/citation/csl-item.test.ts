import { describe, expect, it } from 'vitest'
import type { VariorumDocument } from '../model/document'
import { makeDocument } from '../testing/sample-records'
import { cslItem } from './csl-item'

const document: VariorumDocument = {
  ...makeDocument('d1'),
  title: 'The harbour office opens',
  language: 'en-GB',
  rendering: 'machine',
  published: { date: '2018-12', precision: 'month' },
  event: { date: '2018-11-30', precision: 'day' },
  publisher: 'Harbour Gazette',
  source: 'https://example.org/harbour',
  csl: {
    type: 'article-newspaper',
    author: [{ family: 'Clerk', given: 'Anna' }],
    translator: [{ literal: 'Harbour Office' }],
    accessed: { 'date-parts': [[2026, 3, 2]] }
  }
}

describe('the bibliographic item of a document', () => {
  it('is its own fields and its record', () => {
    expect(cslItem(document)).toEqual({
      id: 'd1',
      type: 'article-newspaper',
      title: 'The harbour office opens',
      author: [{ family: 'Clerk', given: 'Anna' }],
      translator: [{ literal: 'Harbour Office' }],
      'container-title': 'Harbour Gazette',
      language: 'en-GB',
      issued: { 'date-parts': [[2018, 12]] },
      accessed: { 'date-parts': [[2026, 3, 2]] },
      URL: 'https://example.org/harbour',
      genre: 'Machine translation'
    })
  })

  it('states nothing that was only proposed', () => {
    const proposed = cslItem({
      ...document,
      csl: { ...document.csl, type: 'speech' },
      proposed: ['published', 'rendering', 'author', 'publisher', 'event', 'title', 'language']
    })
    expect(proposed.issued).toEqual({ literal: '[2018-12?]' })
    for (const field of ['author', 'publisher', 'container-title', 'genre', 'note', 'event-date'])
      expect(proposed).not.toHaveProperty(field)
  })

  it('says the kind of translation in the words of the citation, beside a genre that is there', () => {
    const kinds = { machine: '机器译文' }
    expect(cslItem(document, kinds).genre).toBe('机器译文')
    const report = cslItem({ ...document, csl: { ...document.csl, genre: 'Annual report' } }, kinds)
    expect(report).toMatchObject({ genre: 'Annual report', note: '机器译文' })
    expect(cslItem({ ...document, rendering: 'source' })).not.toHaveProperty('genre')
  })

  it('names the publisher of what is no part of a periodical', () => {
    const book = cslItem({ ...document, csl: { type: 'book' } })
    expect(book).toMatchObject({ publisher: 'Harbour Gazette' })
    expect(book).not.toHaveProperty('container-title')
  })

  it('is a web page where all that is known is its address, and a document where there is none', () => {
    expect(cslItem({ ...document, csl: {} }).type).toBe('webpage')
    const other = cslItem({ ...document, csl: {}, source: 'Provincial archive, box 4' })
    expect(other).toMatchObject({ type: 'document', source: 'Provincial archive, box 4' })
    expect(other).not.toHaveProperty('URL')
  })

  it('keeps the address that the record states before the one it came from', () => {
    const URL = 'https://example.org/stable/1'
    expect(cslItem({ ...document, csl: { ...document.csl, URL } }).URL).toBe(URL)
  })

  it('says when an event took place', () => {
    const speech = cslItem({ ...document, csl: { type: 'speech' } })
    expect(speech['event-date']).toEqual({ 'date-parts': [[2018, 11, 30]] })
  })

  it('has no date where none is known', () => {
    expect(cslItem({ ...document, published: null })).not.toHaveProperty('issued')
  })
})
