import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spokenNames } from '../../shared/model/names'
import type { ParsedFile } from './parsed'
import { fixtures, MadeFiles, parse } from './testing/made-files'

const made = new MadeFiles()

const highlights = ({ sidecars }: ParsedFile) =>
  sidecars.flatMap((each) => (each.kind === 'highlights' ? [each] : []))
const references = ({ sidecars }: ParsedFile) =>
  sidecars.flatMap((each) => (each.kind === 'reference' ? [each.facts] : []))

describe('Zotero RDF', () => {
  it('gives items as references, and notes as memos or highlights', async () => {
    const about = encodeURIComponent(JSON.stringify({ color: '#ffd400' }))
    const note = (html: string) => html.replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    const file = await made.read(
      'zotero.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"><bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf><bib:Journal><dc:title>Winter</dc:title><prism:volume>3</prism:volume><dc:identifier>DOI 10.1234/snow</dc:identifier></bib:Journal></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Zhang</foaf:surname><foaf:givenName>Wei</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><dcterms:isReferencedBy rdf:resource="#item_2"/><dcterms:isReferencedBy rdf:resource="#item_3"/><dc:title>Snow report</dc:title><dc:date>2020-03-05</dc:date><z:language>en</z:language><dc:identifier><dcterms:URI><rdf:value>https://office.example/snow</rdf:value></dcterms:URI></dc:identifier></bib:Article><bib:Memo rdf:about="#item_2"><rdf:value>${note('<p>Read twice.</p>')}</rdf:value></bib:Memo><bib:Memo rdf:about="#item_3"><rdf:value>${note(`<p><span class="highlight" data-annotation="${about}">“snow fell”</span> <span class="citation">(Z)</span> When?</p>`)}</rdf:value></bib:Memo></rdf:RDF>`
    )
    expect(references(file)).toEqual([
      {
        title: 'Snow report',
        publisher: '',
        source: 'https://office.example/snow',
        language: 'en',
        published: '2020-03-05',
        csl: {
          type: 'article-journal',
          author: [{ family: 'Zhang', given: 'Wei' }],
          'container-title': 'Winter',
          volume: '3',
          DOI: '10.1234/snow',
          URL: 'https://office.example/snow'
        },
        attributes: {}
      }
    ])
    expect(highlights(file)[0]?.quotes.map(({ exact, memo }) => [exact, memo])).toEqual([
      ['', 'Read twice.'],
      ['snow fell', 'When?']
    ])
  })
})

describe('bibliographies', () => {
  const facts = {
    title: 'The Snow report',
    publisher: 'County Office',
    source: 'https://office.example/snow',
    language: 'en',
    published: '2020-03-05',
    csl: expect.objectContaining({
      type: 'article-journal',
      DOI: '10.1234/snow',
      'container-title': 'Winter'
    }),
    attributes: expect.any(Object)
  }

  it.each([
    [
      'refs.bib',
      '@string{off = "County Office"}\n@article{snow, title={The {Snow} report}, author={Zhang, Wei and 李四}, publisher=off, url={https://office.example/snow}, langid={english}, date={2020-03-05}, doi={10.1234/snow}, journaltitle={Winter}}\n'
    ],
    [
      'refs.ris',
      'TY  - JOUR\r\nTI  - The Snow\r\n report\r\nAU  - Zhang, Wei\r\nAU  - 李四\r\nPB  - County Office\r\nUR  - https://office.example/snow\r\nLA  - en\r\nPY  - 2020\r\nDA  - 2020/03/05/\r\nDO  - 10.1234/snow\r\nJO  - Winter\r\nER  - \r\n'
    ],
    [
      'refs.json',
      JSON.stringify([
        {
          id: 'snow',
          type: 'article-journal',
          title: 'The <i>Snow</i> report',
          author: [
            { family: 'Zhang', given: 'Wei' },
            { family: '李', given: '四' }
          ],
          publisher: 'County Office',
          URL: 'https://office.example/snow',
          language: 'en',
          issued: { 'date-parts': [[2020, 3, 5]] },
          DOI: '10.1234/snow',
          'container-title': 'Winter'
        }
      ])
    ]
  ])('%s says the same in its own way', async (name, content) => {
    const said = references(await made.read(name, content))
    expect(said).toEqual([facts])
    expect(spokenNames(said[0]?.csl.author)).toBe('Wei Zhang; 李四')
  })

  it.each([
    ['references.csl.json', 'The winter roads report', '2020-03-05', '10.1234/roads'],
    ['references.biblatex.bib', 'The Winter Roads Report', '2020-03-05', '10.1234/roads'],
    // Plain BibTeX has no place for the day and for identifiers.
    ['references.bibtex.bib', 'The Winter Roads Report', '2020-03', undefined]
  ])('%s, as other software writes it', async (name, title, published, doi) => {
    const [first, second] = references(await parse(join(fixtures, name)))
    expect([first?.title, first?.published, first?.csl.DOI]).toEqual([title, published, doi])
    expect([spokenNames(first?.csl.author), first?.publisher, spokenNames(first?.csl.translator)]).toEqual([
      'Anna Clerk; 李四',
      'County Office',
      'Min Zhao'
    ])
    expect(second?.title.toLowerCase()).toBe('on köln’s snow & salt')
    expect(second?.csl).toMatchObject({ 'container-title': 'Winter Studies', volume: '3', page: '1–15' })
  })

  it('bibutils.ris, as other software writes it', async () => {
    const said = references(await parse(join(fixtures, 'bibutils.ris')))
    expect(spokenNames(said[0]?.csl.author)).toBe('Anna Clerk; 李四')
    expect(said).toMatchObject([
      { title: 'The Winter Roads Report', published: '2020-03' },
      {
        title: 'On Köln’s Snow & Salt',
        csl: { 'container-title': 'Winter Studies', volume: '3', page: '1–15' }
      }
    ])
  })

  it('with a broken entry are read but for that entry, which is counted', async () => {
    const file = await made.read(
      'broken.bib',
      '@book{a, title={One}, year=2019}\n@book{b, title={Two\n@book{c, title={Three}}\n'
    )
    expect(references(file).map(({ title }) => title)).toContain('One')
    expect(file.warnings).toEqual([{ key: 'referencesLeftOut', count: expect.any(Number) }])
  })

  it('are refused where there is nothing in them that is known', async () => {
    expect(await made.refusal('settings.json', '{"a": 1}')).toBe('fileUnreadable')
    expect(await made.refusal('torn.json', '{"a": ')).toBe('fileUnreadable')
    expect(await made.refusal('none.ris', 'nothing here')).toBe('fileUnreadable')
    expect(await made.refusal('none.bib', 'nothing here')).toBe('fileWithoutText')
  })
})
