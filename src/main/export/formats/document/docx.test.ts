import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../../shared/model/text-content'
import { canonicalText } from '../../../../shared/text/canonical'
import { parseDocx } from '../../../import/formats/docx'
import type { DocumentModel } from '../../format'
import { tint } from '../../layout/tint'
import { asSource, elementsOf, partsOf, treeOf } from '../../testing/office-files'
import { highlight, sampleDocument } from '../../testing/sample-document'
import { english } from '../../testing/sample-models'
import { writeToMemory } from '../../testing/write-to-memory'
import { documentAsDocx } from './docx'

async function written(
  options: Parameters<typeof writeToMemory>[2] = {},
  facts: Partial<DocumentModel> = {}
) {
  const { bytes, leftOut } = await writeToMemory(documentAsDocx, sampleDocument(facts), options)
  const [read] = await parseDocx(asSource(bytes, 'document.docx'))
  if (!read) throw new Error('nothing was read')
  return { read, words: canonicalText(read.blocks), parts: partsOf(bytes), leftOut, bytes }
}

const textOf = (...blocks: Block[]): Pick<DocumentModel, 'text'> => ({ text: { format: 1, blocks } })

describe('an annotated text as a Word document', () => {
  it('holds the text word for word, with the numbers of its paragraphs', async () => {
    const { words } = await written({ memos: 'none' })
    expect(words).toMatch(/1\s+Forms \*are\* handed in once\. Nobody waits <an hour> & nobody asks why\./)
    expect(words).toMatch(/2\s+=SUM\(1\) was the first line; "1\. The rest" followed\./)
  })

  it('shades each highlight in the colour of its theme, the shortest on top, with a line for the next', async () => {
    const { parts } = await written()
    const runs = elementsOf(treeOf(parts, 'word/document.xml'), 'w:r').map((run) => ({
      text: run.textContent,
      shade: elementsOf(run, 'w:shd')[0]?.getAttribute('w:fill'),
      line: elementsOf(run, 'w:u')[0]?.getAttribute('w:color')
    }))
    const shade = (colour: string) => tint(colour).slice(1).toUpperCase()
    expect(runs).toContainEqual({ text: 'waits', shade: shade('#2f7a82'), line: 'A2392B' })
    expect(runs).toContainEqual({ text: 'handed in once. ', shade: shade('#a2392b'), line: '2F7A82' })
    expect(runs).toContainEqual({ text: '=SUM(1)', shade: shade('#2f7a82'), line: undefined })
    expect(runs).toContainEqual({ text: 'Forms *are* ', shade: undefined, line: undefined })
  })

  it('says themes, marks and memos in comments on the very words, with coder and time', async () => {
    const { read, words } = await written({ memos: 'comments' })
    const comments = (read.passages ?? []).map(({ start, end, memo, created }) => ({
      on: words.slice(start, end),
      memo,
      created
    }))
    expect(comments).toContainEqual({
      on: 'handed in once. Nobody waits <an hour>',
      memo: 'Coder: Themes: Service / windows › One visit; 时间\n\nWho waits?',
      created: '2026-01-02T03:04:05.000Z'
    })
    expect(comments.find(({ on }) => on === 'waits')?.memo).toBe('Coder: Themes: 时间\n\nSee the form.')
    const across = comments.find(({ on }) => on.startsWith('Nobody waits') && on.endsWith('=SUM(1)'))
    expect(across?.memo).toBe('Coder: Themes: Service / windows\n\nWording: calque')
  })

  it('writes memos below their paragraph where they are wanted in the text', async () => {
    const { words } = await written({ memos: 'text' })
    expect(words).toContain('“waits”: See the form.')
    expect(words).toContain('A memo.')
    expect(words).not.toContain('Not about this text')
    expect((await written({ memos: 'none' })).words).not.toContain('See the form')
  })

  it('names the colours of its themes, and what was left out', async () => {
    const { words, leftOut } = await written({}, { unsettled: 2 })
    expect(words).toContain('Service / windows › One visit (1)')
    expect(words).toContain('时间 (2)')
    expect(words).toContain('not found for sure in this state of the text: 2')
    expect(leftOut.get('unsettled')).toBe(2)
  })

  it('closes a comment whose end is in furniture that is left out', async () => {
    const facts = { document: { ...english, furniture: [2] } }
    const { words, parts, read } = await written({ furniture: false }, facts)
    expect(words).not.toContain('=SUM')
    const source = parts.get('word/document.xml') ?? ''
    expect(source.match(/<w:commentRangeStart/g)).toHaveLength(3)
    expect(source.match(/<w:commentRangeEnd/g)).toHaveLength(3)
    expect(read.passages).toHaveLength(3)
  })

  it('has lists, quotations, notes and tables as what they are', async () => {
    const cell = (row: number, column: number, text: string): Block => ({
      kind: 'cell',
      table: 0,
      row,
      column,
      number: null,
      text
    })
    const { read } = await written(
      {},
      {
        annotations: [],
        ...textOf(
          { kind: 'list-item', text: 'A thing', number: 1 },
          {
            kind: 'quotation',
            text: 'Said so',
            number: null,
            marks: [{ kind: 'link', start: 0, end: 4, href: 'https://example.org/' }]
          },
          cell(0, 0, 'Year'),
          cell(0, 1, 'Forms'),
          cell(1, 1, '12'),
          { kind: 'note', text: 'A note', number: null }
        )
      }
    )
    const of = (kind: string) => read.blocks.filter((block) => block.kind === kind).map(({ text }) => text)
    expect(of('list-item').map((text) => text.replace(/^.*?(?=A thing)/u, ''))).toEqual(['A thing'])
    expect(of('quotation')).toEqual(['Said so'])
    expect(of('cell')).toEqual(['Year', 'Forms', '', '12'])
    expect(read.blocks.find(({ kind }) => kind === 'quotation')?.marks).toContainEqual({
      kind: 'link',
      start: 0,
      end: 4,
      href: 'https://example.org/'
    })
  })

  it('cuts no word wherever highlights lie', async () => {
    const words = 'Forms are handed in once and nobody waits 𠮷 for an hour.'
    const place = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: words.length }))
    const block: Block = { kind: 'paragraph', text: words, number: 1 }
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 6 }), async (places) => {
        const annotations = places.map(([from, length], at) => {
          const edge = (offset: number) => (/[\udc00-\udfff]/.test(words[offset] ?? '') ? offset + 1 : offset)
          const quote = words.slice(edge(from), edge(Math.min(words.length, from + length))).trim() || '.'
          return highlight(`a${at}`, quote, at % 2 ? ['t1'] : [], { memo: 'm' }, [block])
        })
        const result = await written({ memos: 'comments' }, { annotations, ...textOf(block) })
        expect(result.words).toContain(words)
        expect(result.read.passages).toHaveLength(annotations.length)
      }),
      { numRuns: 15 }
    )
  })
})
