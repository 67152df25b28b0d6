import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CslName } from '../../../shared/model/csl-record'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import { makeDocument } from '../../../shared/testing/sample-records'
import { parseJson } from '../../import/formats/json-files'
import { parseBibtex } from '../../import/formats/references/bibtex'
import { parseRis } from '../../import/formats/references/ris'
import { parseZoteroRdf } from '../../import/formats/zotero/zotero-rdf'
import type { RawFile, Source } from '../../import/parsed'
import { exportFormats, findFormat } from '../registry'
import { chinese, english, sampleExcerpt, sampleExcerpts } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { nameLine } from './fields'

const readers: Readonly<Record<string, (source: Source) => Promise<RawFile>>> = {
  bibtex: parseBibtex,
  ris: parseRis,
  'csl-json': parseJson,
  'zotero-rdf': parseZoteroRdf
}

async function written(id: string, documents: readonly VariorumDocument[]): Promise<string> {
  const format = findFormat('excerpts', id)
  if (!format) throw new Error(`no format ${id}`)
  const items = documents.map((document) => ({
    kind: 'excerpt' as const,
    excerpt: sampleExcerpt(english, 'handed in once', { document: document.id })
  }))
  const model = sampleExcerpts({ documents: new Map(documents.map((each) => [each.id, each])) }, items)
  return (await writeToMemory(format, model)).text
}

async function read(id: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  const file = await readers[id]?.({ bytes, name: `a.${id}`, text: () => text })
  return (file?.sidecars ?? []).flatMap((each) => (each.kind === 'reference' ? [each.facts] : []))
}

const words = fc.constantFrom(
  'harbour',
  '50% & more',
  'under_score',
  '#1',
  '$5',
  '{braces}',
  'back\\slash',
  'til~de',
  'cir^cum',
  '港务办公室',
  '𠮷野家',
  'naïve',
  '—',
  'A: b',
  '"quoted"',
  "it's",
  '<b',
  ']]>',
  'and',
  '👩‍🚀',
  '‮ltr‬',
  '@at',
  '2 > 1'
)
const text = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
const plain = fc.constantFrom('Harbour Gazette', '港报', 'Pier & Sons', 'Étude 100%', 'Quay_Books')
const name: fc.Arbitrary<CslName> = fc.oneof(
  fc.constantFrom<CslName>(
    { family: 'Clerk', given: 'Anna' },
    { family: 'Gogh', given: 'Maria', 'non-dropping-particle': 'van der' },
    { family: '李', given: '四' },
    { family: "O'Neil", given: 'J. R.' },
    { literal: 'Harbour Office' },
    { literal: '王五' }
  )
)
const names = fc.array(name, { minLength: 1, maxLength: 3 })
const day = fc.constantFrom('2019', '2019-05', '2019-05-21')
const documents: fc.Arbitrary<VariorumDocument> = fc
  .record({
    title: text,
    publisher: plain,
    language: fc.constantFrom('en', 'zh-CN', 'de'),
    published: fc.option(day),
    type: fc.constantFrom('book', 'chapter', 'webpage', 'report'),
    author: names,
    translator: fc.option(names, { nil: undefined }),
    editor: fc.option(names, { nil: undefined }),
    place: fc.option(plain, { nil: undefined }),
    volume: fc.option(fc.constantFrom('3', 'IV'), { nil: undefined })
  })
  .map(({ title, publisher, language, published, type, place, ...csl }) => {
    const known = Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined))
    const precision = published?.length === 4 ? 'year' : published?.length === 7 ? 'month' : 'day'
    return {
      ...makeDocument('d'),
      title,
      publisher,
      language,
      published: published === null ? null : ({ date: published, precision } as const),
      csl: {
        ...known,
        type,
        URL: 'https://example.org/a_b?c=1&d=%20#e~f',
        DOI: '10.1000/x_y.5',
        ...(place === undefined ? {} : { 'publisher-place': place })
      }
    }
  })
const collections = fc
  .array(documents, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((each, index) => ({ ...each, id: `d${index}` as DocumentId })))

const lines = (all: readonly CslName[] | undefined) => (all ?? []).map(nameLine)

describe('references that are exported', () => {
  it.each(Object.keys(readers))('come back as they were: %s', async (id) => {
    await fc.assert(
      fc.asyncProperty(collections, async (all) => {
        const facts = await read(id, await written(id, all))
        expect(facts.map((each) => each.title)).toEqual(all.map(({ title }) => title))
        for (const [index, own] of all.entries()) {
          const back = facts[index]
          expect(lines(back?.csl.author)).toEqual(lines(own.csl.author))
          expect(lines(back?.csl.translator)).toEqual(lines(own.csl.translator))
          expect(lines(back?.csl.editor)).toEqual(lines(own.csl.editor))
          expect(back?.published ?? '').toBe(own.published?.date ?? '')
          expect([back?.publisher, back?.language, back?.source, back?.csl.DOI, back?.csl.type]).toEqual([
            own.publisher,
            own.language,
            own.csl.URL,
            own.csl.DOI,
            own.csl.type
          ])
          if (id !== 'zotero-rdf') expect(back?.csl['publisher-place']).toBe(own.csl['publisher-place'])
        }
      }),
      { numRuns: 40 }
    )
  })

  it.each(Object.keys(readers))('say nothing that was only proposed: %s', async (id) => {
    const document: VariorumDocument = {
      ...makeDocument('d1'),
      title: 'Notice',
      language: 'fr',
      rendering: 'machine',
      publisher: 'Guessed Press',
      published: { date: '2018-12', precision: 'month' },
      csl: { author: [{ literal: 'Guessed Person' }] },
      proposed: ['author', 'publisher', 'rendering', 'published', 'language']
    }
    const whole = await written(id, [document])
    expect(whole).not.toMatch(/Guessed|achine|\bfr\b/)
    const [facts] = await read(id, whole)
    expect(facts).toMatchObject({ title: 'Notice', publisher: '', published: '', language: '' })
  })

  it('have keys of ASCII, each once', async () => {
    const twins = ['a', 'b', 'c'].map((id) => ({ ...english, id: id as DocumentId }))
    const found = [...(await written('bibtex', [...twins, chinese])).matchAll(/^@\w+\{([^,]+),/gm)].map(
      ([, key]) => key
    )
    expect(found).toEqual(['clerk2019harbour', 'clerk2019harbour-2', 'clerk2019harbour-3', 'ref2019'])
  })

  it('are of the works cited, each once, in the order in which they are', async () => {
    const all = JSON.parse(await written('csl-json', [chinese, english, chinese])) as { id: string }[]
    expect(all.map(({ id }) => id)).toEqual([chinese.id, english.id])
  })

  it('keep what they have no field for in a note', async () => {
    const csl = {
      type: 'book',
      'original-title': 'O funcionário',
      'original-date': { 'date-parts': [[1974]] }
    }
    const document = {
      ...makeDocument('d1'),
      csl,
      published: { date: '2018', precision: 'year' as const },
      proposed: ['published' as const]
    }
    expect(await written('ris', [document])).toContain(
      'N1  - original-title: O funcionário\r\nN1  - original-date: 1974'
    )
    expect(await written('ris', [document])).toContain('N1  - Date not confirmed: 2018')
    expect(await written('zotero-rdf', [document])).toContain('original-title: O funcionário')
    expect(await written('bibtex', [document])).toContain('origdate = {1974}')
  })

  it('are offered for excerpts and for the project alike', () => {
    const ids = (of: 'excerpts' | 'project') => exportFormats[of].map(({ id }) => id)
    expect(ids('excerpts')).toEqual(expect.arrayContaining(Object.keys(readers)))
    expect(ids('project')).toEqual(expect.arrayContaining(Object.keys(readers)))
  })
})
