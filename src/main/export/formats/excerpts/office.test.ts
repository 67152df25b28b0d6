import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import { ExportOptions } from '../../../../shared/export/export-options'
import type { CoderId, DocumentId } from '../../../../shared/model/ids'
import { span } from '../../../../shared/model/span'
import { canonicalText } from '../../../../shared/text/canonical'
import { parseDocx } from '../../../import/formats/docx'
import { parseOdt } from '../../../import/formats/odt'
import type { ExcerptItem, ExportSink } from '../../format'
import { asSource, partsOf } from '../../testing/office-files'
import { chinese, english, sampleExcerpt, sampleExcerpts, sampleItems } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { exportWords } from '../../words'
import { excerptsAsDocx } from './docx'
import { excerptsAsOdt } from './odt'

const formats = [
  { id: 'docx', format: excerptsAsDocx, parse: parseDocx, body: 'word/document.xml' },
  { id: 'odt', format: excerptsAsOdt, parse: parseOdt, body: 'content.xml' }
] as const

const excerptOf = (facts: Partial<ExcerptRecord>): ExcerptItem => ({
  kind: 'excerpt',
  excerpt: sampleExcerpt(english, 'handed in once', facts)
})

describe.each(formats)('excerpts as $id', ({ id, format, parse, body }) => {
  /** The text and the comments that our own importer finds in what was written. */
  async function readBack(
    items: readonly ExcerptItem[] = sampleItems,
    options: Parameters<typeof writeToMemory>[2] = {},
    facts: Parameters<typeof sampleExcerpts>[0] = {}
  ) {
    const written = await writeToMemory(format, sampleExcerpts(facts, items), options)
    const [read] = await parse(asSource(written.bytes, `excerpts.${id}`))
    if (!read) throw new Error('nothing was read')
    return { ...written, read, words: canonicalText(read.blocks) }
  }

  it('says of itself what chose it, when it was made and from which state', async () => {
    const { words } = await readBack()
    expect(words).toContain('Harbour study – excerpts')
    expect(words).toContain('All passages')
    expect(words).toContain('2 March 2026, 10:00 UTC')
    expect(words).toContain('change 42')
  })

  it('quotes each passage within its context, word for word', async () => {
    const { words, read } = await readBack()
    expect(words).toContain('Forms *are* handed in once. Nobody waits <an hour> & nobody asks why.')
    expect(words).toContain('=SUM(1) was the first line; "1. The rest" followed.')
    expect(words).toContain('表格只交一次。没有人等一个小时，也没有人问为什么。𠮷。')
    expect(read.blocks.filter(({ kind }) => kind === 'quotation')).toHaveLength(3)
    expect(read.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Service / windows › One visit', '时间', 'Works cited'])
    )
  })

  it('keeps any quotation whole, whatever signs stand in it', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((each) => /^\S+$/u.test(each))
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
    const passages = fc.array(fc.tuple(sentence, sentence, sentence), { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(passages, async (all) => {
        const items = all.map(([before, quote, after]) =>
          excerptOf({ before: `${before} `, quote, after: ` ${after}` })
        )
        const { words } = await readBack(items, { citations: 'none' })
        for (const parts of all) expect(words).toContain(parts.join(' '))
      }),
      { numRuns: 8 }
    )
  })

  it('makes a paragraph of each line of a passage that goes over several', async () => {
    const { read } = await readBack([excerptOf({ quote: 'one\ntwo', before: 'zero ', after: ' three' })])
    const quoted = read.blocks.filter(({ kind }) => kind === 'quotation').map(({ text }) => text)
    expect(quoted[0]).toBe('zero one')
    expect(quoted[1]).toMatch(/^two three/)
  })

  it('puts an ellipsis only where the paragraph goes on', async () => {
    const { words: whole } = await readBack()
    expect(whole).not.toContain('…')
    const { words } = await readBack([excerptOf({ goesOnBefore: true, before: 'are ', after: '.' })])
    expect(words).toContain('[…] are handed in once.')
    expect(words).not.toContain('once. […]')
  })

  it('cites in footnotes, in the text, or not at all', async () => {
    const { read } = await readBack()
    const notes = read.blocks.filter(({ kind }) => kind === 'note').map(({ text }) => text)
    expect(notes).toEqual([
      '[1] Clerk, The Harbour Office Opens, ¶ 1.',
      '[2] Clerk, The Harbour Office Opens, ¶ 1.',
      '[3] 李四，《港务办公室开门》，2019。'
    ])
    const inText = await readBack(sampleItems, { citations: 'text' })
    expect(inText.words).toContain('nobody asks why. (Clerk 2019)')
    expect(inText.words).toContain('𠮷。（李四 2019）')
    expect(inText.read.blocks.some(({ kind }) => kind === 'note')).toBe(false)
    const none = await readBack(sampleItems, { citations: 'none', bibliography: false })
    expect(none.words).not.toContain('Clerk')
  })

  it('writes memos as paragraphs, as comments with author and date, or not at all', async () => {
    expect((await readBack()).words).toContain('Memo: Compare the source.\nTwice?')
    const { read, words, bytes } = await readBack(sampleItems, { memos: 'comments' })
    expect(words).not.toContain('Twice?')
    expect(read.passages).toHaveLength(1)
    const [passage] = read.passages ?? []
    expect(words.slice(passage?.start, passage?.end)).toBe('handed in once')
    expect(passage?.memo).toBe('Coder: Compare the source.\n\nTwice?')
    expect(passage?.created).toBe('2026-01-02T03:04:05.000Z')
    expect([...partsOf(bytes).values()].join()).toMatch(/initials(="|>)C["<]/)
    expect((await readBack(sampleItems, { memos: 'none' })).words).not.toContain('Compare')
  })

  it('sets renderings below, with what a version leaves out said', async () => {
    const rendering = { document: chinese.id, text: '', highlighted: null, differences: [] }
    const { words } = await readBack([...sampleItems, excerptOf({ renderings: [rendering] })])
    expect(words).toContain('Source, Chinese: 表格只交一次。')
    expect(words).toContain('Source, Chinese: left out')
  })

  it('sets renderings in columns', async () => {
    const { read } = await readBack(sampleItems, { renderings: 'columns' })
    const cells = read.blocks.filter(({ kind }) => kind === 'cell').map(({ text }) => text)
    expect(cells).toEqual([
      'Official translation, English, Harbour Gazette',
      'Source, Chinese',
      expect.stringContaining('handed in once'),
      '表格只交一次。'
    ])
  })

  it('does not call a version what was only proposed', async () => {
    const documents = new Map<DocumentId, typeof chinese>([
      [english.id, english],
      [chinese.id, { ...chinese, proposed: ['rendering'] }]
    ])
    const { words } = await readBack(sampleItems, {}, { documents })
    expect(words).not.toContain('Source')
    expect(words).toContain('Chinese: 表格只交一次。')
  })

  it('marks highlighted words and words that differ, also where they overlap', async () => {
    const differences = [span(0, 4), span(6, 7)]
    const rendering = { document: chinese.id, text: '表格只交一次。', highlighted: span(2, 6), differences }
    const { bytes, words } = await readBack([excerptOf({ renderings: [rendering] })])
    expect(words).toContain('Chinese: 表格只交一次。')
    const source = partsOf(bytes).get(body) ?? ''
    expect(source).toMatch(/Differing_20_Words|DifferingWords/)
    expect(source).toMatch(/Highlighted_20_Words|HighlightedWords/)
  })

  it('names marks of the wording, and an earlier state of the text', async () => {
    const item = excerptOf({ quality: ['doubtful'], earlier: '2026-01-05' })
    const { words } = await readBack([item])
    expect(words).toContain('Wording: doubtful')
    expect(words).toContain('earlier state of the text, 2026-01-05')
    expect((await readBack([item], { quality: false })).words).not.toContain('Wording')
    const undated = await readBack([excerptOf({ earlier: '' })])
    expect(undated.words).toMatch(/earlier state of the text$/m)
  })

  it('says whose passage it is where there are several coders, and that it is boilerplate', async () => {
    const { info } = sampleExcerpts()
    const other = { id: 'c2' as CoderId, name: '王五', colour: '#2f7a82' }
    const coders = { ...info.coders, [other.id]: other }
    const items = [excerptOf({ coder: other.id, furniture: true })]
    const { words } = await readBack(items, {}, { info: { ...info, coders } })
    expect(words).toMatch(/Coder: 王五\s+boilerplate/u)
    expect((await readBack()).words).not.toContain('Coder')
  })

  it('lists the works cited', async () => {
    expect((await readBack()).words).toContain('Works cited\nClerk, Anna. The Harbour Office Opens.')
    expect((await readBack(sampleItems, { bibliography: false })).words).not.toContain('Works cited')
    expect((await readBack([], {}, { bibliography: () => [] })).words).not.toContain('Works cited')
  })

  it('has a table of contents where that is asked for', async () => {
    const { words } = await readBack(sampleItems, { contents: true })
    expect(words.match(/Service \/ windows › One visit/g)?.length).toBeGreaterThan(2)
    expect((await readBack()).words).not.toContain('Contents')
    expect((await readBack([], { contents: true })).words).toContain('Contents')
  })

  it('speaks Chinese', async () => {
    const { words } = await readBack(sampleItems, {}, { language: 'zh-CN', words: exportWords('zh-CN') })
    expect(words).toContain('选取范围：All passages')
    expect(words).toContain('2026年3月2日 10:00（UTC）')
    expect(words).toContain('参考文献')
  })

  it('survives bad input, and counts the signs that it cannot carry', async () => {
    const title = `${'A long title / with slashes '.repeat(8)}]]> <b> \u202eabc\u202c`
    const quote = ']]>\u0001\ud800 & <w:p/> \u202eright to left\u202c 𠮷👩‍👩‍👧'
    const { words, leftOut } = await readBack(
      [
        { kind: 'heading', level: 9, text: title, theme: null, document: null },
        excerptOf({ quote, memo: 'memo \u0002', plainMemo: 'memo \u0002', before: '', after: '' })
      ],
      {},
      { page: { ...sampleExcerpts().page, title } }
    )
    expect(words).toContain(title.replace(/\s+/g, ' '))
    expect(words).toContain(']]>\ufffd\ufffd & <w:p/> \u202eright to left\u202c 𠮷👩‍👩‍👧')
    expect(leftOut.get('charactersReplaced')).toBe(3)
  })

  it('stops where it is cancelled', async () => {
    const cancel = new AbortController()
    const model = sampleExcerpts({
      async *items() {
        yield* sampleItems
        cancel.abort(new Error('cancelled'))
        yield* sampleItems
      }
    })
    const pieces: unknown[] = []
    const sink: ExportSink = {
      signal: cancel.signal,
      write: async (piece) => void pieces.push(piece),
      file: () => Promise.reject(new Error('it is one file')),
      print: null,
      leftOut: () => undefined
    }
    await expect(format.write(model, ExportOptions.parse({}), sink)).rejects.toThrow('cancelled')
    expect(pieces).toEqual([])
  })

  it('writes the same bytes from the same state', async () => {
    const [one, two] = await Promise.all([readBack(), readBack()])
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  it('writes 5,000 excerpts', async () => {
    const items = Array.from({ length: 5000 }, (_, n) => excerptOf({ quote: `passage ${n}` }))
    const { bytes } = await writeToMemory(format, sampleExcerpts({}, items), { memos: 'comments' })
    const source = partsOf(bytes).get(body) ?? ''
    expect(source).toContain('passage 0')
    expect(source).toContain('passage 4999')
  })
})
