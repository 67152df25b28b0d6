import { describe, expect, it } from 'vitest'
import type { ParsedFile } from './parsed'
import { MadeFiles } from './testing/made-files'

const made = new MadeFiles()

const highlights = ({ sidecars }: ParsedFile) =>
  sidecars.flatMap((each) => (each.kind === 'highlights' ? [each] : []))
const references = ({ sidecars }: ParsedFile) =>
  sidecars.flatMap((each) => (each.kind === 'reference' ? [each.facts] : []))

describe('web annotations', () => {
  const quote = (exact: string) => ({ type: 'TextQuoteSelector', exact, prefix: 'People ', suffix: ' once' })
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:1',
    type: 'Annotation',
    creator: { type: 'Person', name: 'Second coder' },
    created: '2020-05-06T07:08:09Z',
    body: [
      { type: 'TextualBody', value: 'service', purpose: 'tagging' },
      {
        type: 'TextualBody',
        value: '<p>Compare the <b>source</b>.</p>',
        format: 'text/html',
        purpose: 'commenting'
      }
    ],
    target: {
      source: { id: 'https://office.example/notice', title: 'Notice' },
      selector: {
        type: 'FragmentSelector',
        value: 'x',
        refinedBy: [quote('come only'), { type: 'TextPositionSelector', start: 7, end: 16 }]
      }
    }
  }
  const expected = {
    exact: 'come only',
    prefix: 'People ',
    suffix: ' once',
    // A position that refines another selector counts from there, and is none in the text.
    start: null,
    memo: 'Compare the source.',
    themes: [['service']],
    codings: [{ theme: ['service'], coder: 'Second coder', created: '2020-05-06T07:08:09.000Z' }],
    coder: 'Second coder',
    created: '2020-05-06T07:08:09.000Z'
  }

  it.each([
    ['one', annotation],
    ['a list', [annotation]],
    ['a page', { '@context': 'x', type: 'AnnotationPage', items: [annotation] }],
    [
      'a collection',
      {
        '@context': 'x',
        type: 'AnnotationCollection',
        first: { type: 'AnnotationPage', items: [annotation] }
      }
    ]
  ])('%s: passages by their quotes, tags as themes, comments as memos', async (_, content) => {
    const [own] = highlights(await made.read('notes.jsonld', JSON.stringify(content)))
    expect(own?.of).toEqual({ title: 'Notice', doi: '', source: 'https://office.example/notice' })
    expect(own?.quotes).toEqual([expected])
  })

  it('that have neither words nor a position in the text are counted, not guessed', async () => {
    const shape = {
      ...annotation,
      target: { source: 'a.txt', selector: { type: 'SvgSelector', value: '<svg/>' } }
    }
    const file = await made.read('shape.jsonld', JSON.stringify([annotation, shape]))
    expect(file.warnings).toEqual([{ key: 'passagesWithoutQuote', count: 1 }])
  })

  const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

  it.each([
    ['a position', position(4, 9), { exact: '', start: 4, end: 9 }],
    ['bytes', { type: 'DataPositionSelector', start: 4, end: 9 }, { start: 4, end: 9, inBytes: true }],
    [
      'characters of plain text (RFC 5147)',
      { type: 'FragmentSelector', value: 'char=4,9' },
      { start: 4, end: 9 }
    ],
    [
      'a text fragment',
      { type: 'FragmentSelector', value: ':~:text=People-,come%20only,-once' },
      { exact: 'come only', prefix: 'People', suffix: 'once' }
    ],
    [
      'a range of words',
      { type: 'RangeSelector', startSelector: quote('come'), endSelector: quote('once') },
      { exact: 'come', until: { exact: 'once', prefix: 'People ', suffix: ' once' } }
    ],
    [
      'a range of positions',
      { type: 'RangeSelector', startSelector: position(4, 5), endSelector: position(9, 12) },
      { exact: '', start: 4, end: 9 }
    ]
  ])('that state %s keep it', async (_, selector, expected) => {
    const own = { ...annotation, target: { source: 'a.txt', selector } }
    const [found] = highlights(await made.read('own.jsonld', JSON.stringify(own)))
    expect(found?.quotes[0]).toMatchObject(expected)
  })

  it.each(['Composite', 'List', 'Independents'])(
    'on a set of targets (%s) are on each of them',
    async (type) => {
      const items = ['come only', 'on each road'].map((exact) => ({
        source: 'a.txt',
        selector: quote(exact)
      }))
      const own = { ...annotation, target: { type, items } }
      const [found] = highlights(await made.read('set.jsonld', JSON.stringify(own)))
      expect(found?.quotes.map(({ exact }) => exact)).toEqual(['come only', 'on each road'])
    }
  )

  it('with a choice of bodies keep each of them', async () => {
    const items = ['In short.', '简而言之。'].map((value) => ({ type: 'TextualBody', value }))
    const own = { ...annotation, body: { type: 'Choice', items } }
    const [found] = highlights(await made.read('choice.jsonld', JSON.stringify(own)))
    expect(found?.quotes[0]?.memo).toBe('In short.\n\n简而言之。')
  })
})

describe('Hypothesis', () => {
  it('exports come in by page, with tags, answers and names', async () => {
    const row = (id: string, more: object) => ({
      id,
      uri: 'https://office.example/notice',
      document: { title: ['Notice'] },
      user: 'acct:reader@hypothes.is',
      user_info: { display_name: null },
      tags: [],
      text: '',
      target: [{ source: 'https://office.example/notice' }],
      ...more
    })
    const selector = [
      { type: 'RangeSelector', startContainer: '/p[1]' },
      { type: 'TextPositionSelector', start: 40, end: 54 },
      { type: 'TextQuoteSelector', exact: 'come only once', prefix: 'People ', suffix: '.' }
    ]
    const file = await made.read(
      'hypothesis.json',
      JSON.stringify({
        export_userid: 'acct:reader@hypothes.is',
        annotations: [
          row('1', { tags: ['service'], text: 'The formula.', target: [{ source: 'x', selector }] }),
          row('2', { references: ['1'], text: 'Is it?', user_info: { display_name: 'Second reader' } }),
          row('3', { text: 'On the page as a whole.' })
        ]
      })
    )
    const [own] = highlights(file)
    expect(
      own?.quotes.map(({ exact, memo, themes, coder, start }) => [exact, memo, themes, coder, start])
    ).toEqual([
      ['come only once', 'The formula.\n\nSecond reader: Is it?', [['service']], 'reader', 40],
      ['', 'On the page as a whole.', [], 'reader', null]
    ])
  })
})

describe('Zotero', () => {
  it('items are references, and highlights on what they hold; colours are themes where several are used', async () => {
    const annotation = (text: string, colour: string, more: object = {}) => ({
      itemType: 'annotation',
      parentItem: 'PDF1',
      annotationType: 'highlight',
      annotationText: text,
      annotationComment: '',
      annotationColor: colour,
      tags: [],
      ...more
    })
    const file = await made.read(
      'zotero.json',
      JSON.stringify([
        {
          key: 'ITEM',
          data: {
            key: 'ITEM',
            itemType: 'journalArticle',
            title: 'Snow report',
            DOI: '10.1234/snow',
            date: '2020-03-05',
            language: 'English',
            creators: [
              { creatorType: 'author', firstName: 'Wei', lastName: 'Zhang' },
              { creatorType: 'translator', name: 'County Office' }
            ]
          }
        },
        { key: 'PDF1', data: { key: 'PDF1', itemType: 'attachment', parentItem: 'ITEM' } },
        { key: 'A1', data: annotation('all resorts were open', '#ffd400', { tags: [{ tag: 'claim' }] }) },
        { key: 'A2', data: annotation('salt is scarce', '#ff6666', { annotationComment: 'Says who?' }) }
      ])
    )
    const [own] = highlights(file)
    expect(own?.of).toEqual({ title: 'Snow report', doi: '10.1234/snow', source: '' })
    expect(own?.quotes.map(({ exact, memo, themes }) => [exact, memo, themes])).toEqual([
      ['all resorts were open', '', [['claim'], ['Zotero', 'yellow']]],
      ['salt is scarce', 'Says who?', [['Zotero', 'red']]]
    ])
    expect(file.brought.codebook.map(({ path, colour }) => [path.join('/'), colour])).toEqual([
      ['Zotero/yellow', '#ffd400'],
      ['Zotero/red', '#ff6666']
    ])
    expect(references(file)).toEqual([
      expect.objectContaining({
        title: 'Snow report',
        language: 'en',
        published: '2020-03-05',
        csl: {
          type: 'article-journal',
          author: [{ family: 'Zhang', given: 'Wei' }],
          translator: [{ literal: 'County Office' }],
          DOI: '10.1234/snow'
        },
        attributes: {}
      })
    ])
  })

  it('notes made from annotations give their highlights and comments', async () => {
    const uri = 'http://zotero.org/users/1/items/ITEM'
    const items = encodeURIComponent(
      JSON.stringify([
        { uris: [uri], itemData: { type: 'article', title: 'Snow report', DOI: '10.1234/snow' } }
      ])
    )
    const about = encodeURIComponent(
      JSON.stringify({ color: '#ffd400', pageLabel: '3', citationItem: { uris: [uri], locator: '3' } })
    )
    const file = await made.read(
      'note.html',
      `<div class="zotero-notes"><div data-citation-items="${items}" data-schema-version="9"><h1>Annotations</h1><p><span class="highlight" data-annotation="${about}">“all resorts were open”</span> <span class="citation" data-citation="x">(<span class="citation-item">Zhang, 2020, p. 3</span>)</span> Says who?</p></div></div>`
    )
    expect(file.texts).toEqual([])
    const [own] = highlights(file)
    expect(own?.of).toEqual({ title: 'Snow report', doi: '10.1234/snow', source: '' })
    expect(own?.quotes.map(({ exact, memo, themes }) => [exact, memo, themes])).toEqual([
      ['all resorts were open', 'Says who?', []]
    ])
  })
})

describe('codebooks', () => {
  const codebook =
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="C1" name="Service" isCodable="true" color="#FF0000"><Description>What offices do.</Description><Code guid="C2" name="One visit" isCodable="true"/></Code></Codes><Sets><Set guid="S1" name="Formulae"><MemberCode targetGUID="C2"/></Set></Sets></CodeBook>'

  it('a codebook comes in by itself', async () => {
    const { brought, texts, sidecars } = await made.read('book.qdc', codebook)
    expect([texts, sidecars]).toEqual([[], []])
    expect(brought.codebook.map(({ path }) => path.join('/'))).toEqual(['Service', 'Service/One visit'])
    expect(brought.groups).toEqual([{ name: 'Formulae', themes: [['Service', 'One visit']] }])
  })
})
