import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { coder, hash, makeAnnotation, makeMemo } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import { MadeFiles } from '../../import/testing/made-files'
import type { AlignedWork } from '../aligned/aligned-work'
import type { DocumentModel, WorkModel } from '../format'
import { documentTei } from '../formats/document/tei'
import { workTei } from '../formats/work/tei'
import { anyAlignedWork } from '../testing/any-aligned-work'
import { normalBlocks, withoutStyles } from '../testing/compared-blocks'
import { hasProgram, publishedSchema, run } from '../testing/other-software'
import { chinese, english, englishBlocks, samplePage, sampleReferences } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import { exportWords } from '../words'

const made = new MadeFiles()
const common = {
  ...sampleReferences,
  page: samplePage,
  words: exportWords('en'),
  language: 'en' as const,
  contents: { text: () => Promise.reject(new Error('no text')), original: async () => null }
}

function documentModel(blocks: readonly Block[], facts: Partial<DocumentModel> = {}): DocumentModel {
  return {
    ...common,
    document: english,
    text: { format: 1, blocks: [...blocks] },
    annotations: [],
    unsettled: 0,
    memos: [],
    ...facts
  }
}

function workModel(work: AlignedWork, facts: Partial<WorkModel> = {}): WorkModel {
  return { ...common, work, annotations: new Map(), alignments: [], ...facts }
}

/** A highlight of the words, which stand in the text once. */
function highlight(id: string, text: string, words: string, facts: Partial<Annotation> = {}): Annotation {
  const at = text.indexOf(words)
  const place = span(at, at + words.length)
  return {
    ...makeAnnotation(id, 'd1', ['t1', 't2']),
    selector: { revision: hash, ...place, exact: words, prefix: '', suffix: '' },
    ...facts
  }
}

const everyKind: Block[] = [
  { kind: 'note', text: 'Printed above the text.', number: 1 },
  { kind: 'heading', level: 2, text: 'A deep heading', number: null },
  { kind: 'heading', level: 1, text: 'Another', number: null },
  { kind: 'caption', text: 'A picture', number: 2, page: 3, pageLabel: 'iii' },
  { kind: 'paragraph', text: ' two  spaces\u00a0', number: 3, page: 3, pageLabel: 'iii', time: '0:01:02' },
  { kind: 'list-item', text: 'One', number: 4, page: 3, pageLabel: 'iii' },
  { kind: 'list-item', text: 'Two & <three> ]]> &amp;', number: 5, page: 4 },
  { kind: 'caption', text: 'A table', number: 6, page: 4 },
  { kind: 'cell', table: 0, row: 0, column: 1, text: 'Right', number: 7, page: 4 },
  { kind: 'cell', table: 0, row: 2, column: 0, text: '', number: 8, page: 4 },
  { kind: 'quotation', text: '“Quoted”', number: 9, page: 5 },
  {
    kind: 'paragraph',
    text: 'Some bold and slanted words, linked.',
    number: 10,
    page: 5,
    marks: [
      { kind: 'strong', start: 5, end: 21 },
      { kind: 'emphasis', start: 14, end: 27 },
      { kind: 'link', start: 22, end: 36, href: 'https://example.org/?a=1&b="2"' }
    ]
  },
  { kind: 'note', text: '[1] Below.', number: 11, page: 5 }
]

const hasJing = hasProgram('jing')
const teiAll = publishedSchema('xml/tei_all.rng')
const whatJingSays = async (name: string, xml: string) =>
  run('jing', [teiAll ?? '', await made.write(name, xml)])

/** A block as an importer says it. */
function asRead({ number: _, ...block }: Block, furniture = false) {
  return { ...block, furniture }
}

describe('a text in TEI', () => {
  it('comes back through our importer in every kind of block', async () => {
    const document = { ...english, furniture: [1] }
    const { text } = await writeToMemory(documentTei, documentModel(everyKind, { document }))
    const { texts } = await made.read('kinds.xml', text)
    expect(texts[0]?.blocks).toEqual(everyKind.map((block, at) => asRead(block, at === 1)))
    expect(texts[0]).toMatchObject({
      title: english.title,
      language: 'en',
      author: 'Clerk, Anna',
      publisher: 'Harbour Gazette',
      published: english.published
    })
  })

  it.skipIf(!hasJing || !teiAll)('is valid against TEI All with all that can be said of it', async () => {
    const text = canonicalText(everyKind)
    const annotations = [
      highlight('9', text, 'deep heading\nAnother\nA pic', {
        memo: 'A *memo*\u0000 & more',
        quality: ['doubtful']
      }),
      highlight('a2', text, 'bold and', { modified: '2026-02-03T00:00:00.000Z' }),
      highlight('a3', text, 'and slanted')
    ]
    const document: VariorumDocument = {
      ...english,
      furniture: [0],
      event: { date: '2018', precision: 'year' },
      credit: 'Photo: <nobody>',
      notes: 'Two\nlines',
      csl: {
        ...english.csl,
        editor: [{ family: 'Beck', given: 'B.', 'non-dropping-particle': 'von', suffix: 'Jr.' }],
        'original-author': [{ literal: '李四' }],
        'original-title': '港务',
        'original-date': { 'date-parts': [[1998, 2], [2001]] },
        'container-title': 'Gazette',
        'publisher-place': 'Port',
        volume: '3',
        page: '4–5',
        DOI: '10.1000/<x>',
        genre: 'report',
        archive: 'Town'
      },
      proposed: ['author', 'title', 'published', 'rendering']
    }
    const memos = [
      makeMemo('m1', { kind: 'document', id: document.id }),
      makeMemo('m2', { kind: 'project' }),
      makeMemo('m3', { kind: 'formula', phrase: 'one "visit"' })
    ]
    const written = await writeToMemory(
      documentTei,
      documentModel(everyKind, { document, annotations, memos, unsettled: 2 })
    )
    expect(await whatJingSays('whole.xml', written.text)).toBe('')
    expect(Object.fromEntries(written.leftOut)).toEqual({ unsettledPassages: 2, charactersReplaced: 1 })
    expect(written.text).toContain(`<anchor xml:id="passage-9.begin"/>deep heading`)
    expect(written.text).toContain(`who="#coder-${coder.id}"`)
    expect(written.text).not.toContain('licence')
  })

  it.skipIf(!hasJing || !teiAll)(
    'is valid with one block of any kind, and with text before and behind headings',
    async () => {
      const texts: readonly (readonly Block[])[] = [
        [{ kind: 'heading', level: 6, text: 'Alone', number: null }],
        [{ kind: 'note', text: 'Alone', number: 1 }],
        [{ kind: 'caption', text: 'Alone', number: 1 }],
        [{ kind: 'paragraph', text: '', number: 1 }],
        [{ kind: 'cell', table: 3, row: 4, column: 5, text: 'Alone', number: 1 }],
        [...englishBlocks.slice(1), ...englishBlocks, ...englishBlocks.slice(0, 1)]
      ]
      const files: string[] = []
      for (const [at, blocks] of texts.entries())
        files.push(
          await made.write(`one-${at}.xml`, (await writeToMemory(documentTei, documentModel(blocks))).text)
        )
      expect(run('jing', [teiAll ?? '', ...files])).toBe('')
    }
  )
})

describe('an aligned work in TEI', () => {
  it('comes back through our importer letter by letter: versions, blocks, links', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(anyAlignedWork, async (work) => {
        const { text, leftOut } = await writeToMemory(workTei, workModel(work))
        expect(leftOut.size).toBe(0)
        const hasLinks = work.rows.some((row) => row.texts.every((each) => each !== ''))
        if (!hasLinks) return
        const { texts } = await made.read(`work-${++number}.xml`, text)
        expect(texts.map(({ title, aligned: group }) => [title, group])).toEqual([
          ['Text d1', 'A work & more'],
          ['Text d2', 'A work & more']
        ])
        for (const [at, blocks] of work.blocks.entries()) {
          const back = (texts[at]?.blocks ?? []).map(
            ({ furniture: _, ...rest }): Block => ({ ...rest, number: null })
          )
          expect(normalBlocks(withoutStyles(back))).toEqual(normalBlocks(withoutStyles(blocks)))
        }
        const linksBack = (texts[1]?.rows ?? []).flatMap(({ row, block: own, confidence, origin }) =>
          (texts[0]?.rows ?? [])
            .filter((each) => each.row === row)
            .map((each) => [each.block, own, confidence, origin])
        )
        const links = work.rows.flatMap((row) => {
          const [a, b] = [row.starts[0]?.[0], row.starts[1]?.[0]]
          if (a === undefined || b === undefined) return []
          return [
            [
              blockAt(work.blocks[0], a),
              blockAt(work.blocks[1], b),
              row.confidence[1],
              row.byHand[1] ? 'hand' : 'auto'
            ]
          ]
        })
        expect(linksBack.sort(byFirst)).toEqual(links.sort(byFirst))
      }),
      { numRuns: 60 }
    )
  })

  it.skipIf(!hasJing || !teiAll)(
    'is valid against TEI All, also without links and with versions that say nothing',
    async () => {
      const files: string[] = []
      const works = [...fc.sample(anyAlignedWork, { numRuns: 12, seed: 7 }), ...without]
      for (const [at, work] of works.entries())
        files.push(await made.write(`valid-${at}.xml`, (await writeToMemory(workTei, workModel(work))).text))
      expect(run('jing', [teiAll ?? '', ...files])).toBe('')
    }
  )

  it('counts what XML cannot carry, and keeps offsets', async () => {
    const blocks: Block[] = [{ kind: 'paragraph', text: 'a\u0001b\ud800c\u000bd\uffffe', number: 1 }]
    const { text, leftOut } = await writeToMemory(documentTei, documentModel(blocks))
    expect(leftOut.get('charactersReplaced')).toBe(4)
    expect(text).toContain('a\ufffdb\ufffdc d\ufffde')
  })
})

const without: AlignedWork[] = [
  { title: 'None', versions: [english, chinese], blocks: [[], []], rows: [], from: 0 },
  { title: 'Some', versions: [english, chinese], blocks: [[...englishBlocks], []], rows: [], from: -1 }
]

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

function blockAt(blocks: readonly Block[] | undefined, start: number): number {
  return (
    canonicalText(blocks ?? [])
      .slice(0, start)
      .split('\n').length - 1
  )
}
