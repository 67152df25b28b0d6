import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { InlineMark } from '../../../shared/model/inline-mark'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { coder, hash, makeAnnotation, makeDocument, makeMemo } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import { MadeFiles } from '../../import/testing/made-files'
import type { AlignedRow, AlignedWork } from '../aligned/aligned-work'
import type { DocumentModel, WorkModel } from '../format'
import { documentTei } from '../formats/document/tei'
import { workTei } from '../formats/work/tei'
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

/** Words with whatever may trouble a writer; what importers clean away is not among it. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'b.',
      ' ',
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '&amp;',
      '&lt;',
      '字',
      '𠮷',
      '😀',
      '\u202e',
      '\u00a0',
      '[1]',
      '-'
    ),
    { minLength: 1, maxLength: 14 }
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')

const marks = (text: string): fc.Arbitrary<InlineMark[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('emphasis' as const, 'strong' as const, 'link' as const),
        from: fc.nat(text.length),
        to: fc.nat(text.length)
      }),
      { maxLength: 3 }
    )
    .map((all) =>
      all.flatMap(({ kind, from, to }): InlineMark[] => {
        const place = { start: Math.min(from, to), end: Math.max(from, to) }
        if (place.end === place.start || [from, to].some((at) => isWithinPair(text, at))) return []
        return [kind === 'link' ? { kind, ...place, href: 'https://example.org/x?y&z' } : { kind, ...place }]
      })
    )

function isWithinPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, at))
}

const kinds = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constantFrom(
      'paragraph' as const,
      'list-item' as const,
      'quotation' as const,
      'note' as const,
      'caption' as const
    )
  })
)
const block: fc.Arbitrary<Block> = fc
  .tuple(kinds, words)
  .chain(([kind, text]) =>
    marks(text).map((own): Block => ({ ...kind, number: null, text, ...(own.length > 0 && { marks: own }) }))
  )

const documentOf = (id: string, language: string): VariorumDocument => ({
  ...makeDocument(id, 'w1'),
  language,
  title: `Text ${id}`
})

/** Two versions whose blocks are one sentence each, and rows that join some of them. */
const aligned = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 6 }),
    fc.array(block, { minLength: 1, maxLength: 6 }),
    fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), byHand: fc.boolean() }), {
      minLength: 6,
      maxLength: 6
    }),
    fc.integer({ min: 0, max: 6 })
  )
  .map(([one, other, links, joined]): AlignedWork => {
    const versions = [documentOf('d1', 'en'), documentOf('d2', 'zh')]
    const blocks = [one, other]
    const places = blocks.map((own) => {
      let at = 0
      return own.map(({ text }) => {
        const start = at
        at += text.length + 1
        return { text, start }
      })
    })
    const row = (a: number | null, b: number | null, at = 0): AlignedRow => {
      const cells = [a, b].map((index, version) => (index === null ? undefined : places[version]?.[index]))
      return {
        sentences: cells.map((cell) => (cell ? [cell.text] : [])),
        starts: cells.map((cell) => (cell ? [cell.start] : [])),
        texts: cells.map((cell) => cell?.text ?? ''),
        confidence: [null, links[at]?.confidence ?? 1],
        byHand: [false, links[at]?.byHand ?? false],
        moved: [false, false],
        findings: [null, null]
      }
    }
    const both = Math.min(joined, one.length, other.length)
    const rows = [
      // The other way round, so that links cross.
      ...Array.from({ length: both }, (_, at) => row(at, both - 1 - at, at)),
      ...one.slice(both).map((_, at) => row(both + at, null)),
      ...other.slice(both).map((_, at) => row(null, both + at))
    ]
    return { title: 'A work & more', versions, blocks, rows, from: 0 }
  })

/** Marks as importers put them: those that touch are one. What crosses is cut, and put together again on reading. */
function normal(blocks: readonly Block[]): unknown[] {
  return blocks.map(({ marks: own, number: _, ...rest }) => ({
    ...rest,
    covered: coveredBy(own ?? [], rest.text)
  }))
}

/** For each kind of mark the letters that it covers, white space aside. */
function coveredBy(own: readonly InlineMark[], text: string): string[] {
  return (['emphasis', 'strong', 'link'] as const).map((kind) =>
    Array.from({ length: text.length }, (_, at) => {
      const isWithin = own.some((mark) => mark.kind === kind && mark.start <= at && at < mark.end)
      return /\s/.test(text[at] ?? '') ? ' ' : isWithin ? 'x' : '.'
    }).join('')
  )
}

/** Whole blocks in bold or italics are a style to importers, and no emphasis. */
function withoutStyles(blocks: readonly Block[]): Block[] {
  return blocks.map((each) => {
    const covered = coveredBy(each.marks ?? [], each.text)
    const kept = (each.marks ?? []).filter(
      ({ kind }) => kind === 'link' || covered[kind === 'emphasis' ? 0 : 1]?.includes('.')
    )
    return { ...each, marks: kept }
  })
}

describe('an aligned work in TEI', () => {
  it('comes back through our importer letter by letter: versions, blocks, links', async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(aligned, async (work) => {
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
          expect(normal(withoutStyles(back))).toEqual(normal(withoutStyles(blocks)))
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
      const works = [...fc.sample(aligned, { numRuns: 12, seed: 7 }), ...without]
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

function blockAt(blocks: readonly Block[] | undefined, start: number): number {
  return (
    canonicalText(blocks ?? [])
      .slice(0, start)
      .split('\n').length - 1
  )
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
