import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../shared/model/annotation'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { makeAnnotation } from '../../../shared/testing/sample-records'
import { canonicalText } from '../../../shared/text/canonical'
import type { DocumentModel } from '../format'
import { documentHtml } from '../formats/document/html'
import { sampleDocument, sampleHighlights } from '../testing/sample-document'
import { english, englishBlocks } from '../testing/sample-models'
import { writeToMemory } from '../testing/write-to-memory'
import {
  attributeOf,
  elementsIn,
  languageOf,
  type Node,
  parsePage,
  textIn,
  withClass
} from './testing/parsed'

async function written(
  options: Parameters<typeof writeToMemory>[2] = {},
  facts: Partial<DocumentModel> = {}
): Promise<Node> {
  return parsePage((await writeToMemory(documentHtml, sampleDocument(facts), options)).text)
}

/** What each highlight covers, from the elements that carry it. */
function covered(page: Node): Map<string, string> {
  const found = new Map<string, string>()
  for (const mark of elementsIn(page, 'mark')) {
    const id = attributeOf(mark, 'data-a') ?? ''
    found.set(id, (found.get(id) ?? '') + textIn(mark))
  }
  return found
}

const blockTexts = (page: Node) => withClass(page, 'block').map(textIn)

describe('an annotated text as a page', () => {
  it('is the text letter by letter, with its language and paragraph numbers', async () => {
    const page = await written()
    expect(blockTexts(page)).toEqual(englishBlocks.map(({ text }) => text))
    expect(withClass(page, 'block').map((each) => attributeOf(each, 'data-n'))).toEqual([undefined, '1', '2'])
    expect(withClass(page, 'block').map(languageOf)).toEqual(['en', 'en', 'en'])
    expect(elementsIn(page, 'h2').map(textIn)).toContain('The harbour office')
  })

  it('marks exactly the words of each highlight, where they overlap too', async () => {
    const page = await written()
    for (const { id, selector } of sampleHighlights)
      expect(covered(page).get(id)).toBe(selector.exact.replaceAll('\n', ''))
  })

  it('marks exactly the words of any highlights in any blocks', async () => {
    const sizes = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 })
    const places = fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 90 })), { maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(sizes, places, async (lengths, marks) => {
        const blocks: Block[] = lengths.map((length, at) => ({
          kind: 'paragraph',
          number: at + 1,
          text: 'ab<&字'.repeat(10).slice(at, at + length),
          marks: length > 6 ? [{ kind: 'emphasis', start: 2, end: 5 }] : []
        }))
        const text = canonicalText(blocks)
        const annotations = marks.flatMap(([start, length], at): Annotation[] => {
          const exact = text.slice(start, start + length)
          const own = makeAnnotation(`a${at}`, english.id, ['t1'])
          const memo = at % 2 === 0 ? 'A note' : ''
          const selector = { ...own.selector, ...span(start, start + exact.length), exact }
          return exact === '' ? [] : [{ ...own, memo, selector }]
        })
        const page = await written({}, { text: { format: 1, blocks }, annotations })
        expect(blockTexts(page)).toEqual(blocks.map((each) => each.text))
        for (const { id, selector } of annotations)
          expect(covered(page).get(id) ?? '').toBe(selector.exact.replaceAll('\n', ''))
      }),
      { numRuns: 40 }
    )
  })

  it('has its notes at the end or beside, each led to and back', async () => {
    for (const [memos, place] of [
      ['text', 'end-note'],
      ['comments', 'side-note']
    ] as const) {
      const page = await written({ memos })
      const notes = withClass(page, place).filter((each) => attributeOf(each, 'id') !== undefined)
      expect(notes.map((each) => attributeOf(each, 'id')).toSorted()).toEqual(['note-1', 'note-2', 'note-3'])
      const references = withClass(page, 'ref')
      expect(references.map((each) => attributeOf(each, 'data-n'))).toEqual(['1', '2', '3'])
      const ids = elementsIn(page).flatMap((each) => attributeOf(each, 'id') ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      const links = elementsIn(page, 'a').flatMap((each) => attributeOf(each, 'href') ?? [])
      for (const link of links.filter((each) => each.startsWith('#'))) expect(ids).toContain(link.slice(1))
      const said = notes.map(textIn).join('\n')
      expect(said).toContain('Who waits?')
      expect(said).toContain('calque')
      expect(links).toContain('#note-2')
    }
    const none = await written({ memos: 'none' })
    expect(withClass(none, 'ref')).toEqual([])
    expect(textIn(none)).not.toContain('A memo.')
  })

  it('has the memos about the text, and no others', async () => {
    const page = await written()
    expect(textIn(page)).toContain('A memo.')
    expect(textIn(page)).not.toContain('Not about this text.')
  })

  it('has a bar for each theme beside each block that it touches, and says what the colours mean', async () => {
    const page = await written()
    const bars = withClass(page, 'block').map((each) =>
      withClass(each, 'bar-of-theme').map((bar) => attributeOf(bar, 'title'))
    )
    expect(bars.map((each) => each.length)).toEqual([0, 4, 1])
    expect(bars[2]).toEqual(['Service / windows'])
    const [legend] = withClass(page, 'legend')
    expect(legend && elementsIn(legend, 'li').map(textIn)).toEqual([
      'Service / windows 1',
      'Service / windows › One visit 1',
      '时间 2'
    ])
  })

  it('says what is known of the text, and nothing that was only proposed', async () => {
    const facts = (page: Node) => withClass(page, 'facts').map(textIn).join('')
    expect(facts(await written())).toContain('Official translation')
    expect(facts(await written())).toContain('Anna Clerk')
    const proposed = { ...english, proposed: ['rendering' as const, 'author' as const] }
    const guessed = facts(await written({}, { document: proposed }))
    expect(guessed).not.toContain('Official translation')
    expect(guessed).not.toContain('Anna Clerk')
  })

  it('counts the highlights that it cannot show', async () => {
    const { leftOut, text } = await writeToMemory(documentHtml, sampleDocument({ unsettled: 3 }))
    expect(leftOut.get('unsettled')).toBe(3)
    expect(text).toContain('is not sure: 3')
  })

  it('has tables, lists and quotations as what they are, and leaves furniture out on wish', async () => {
    const blocks: Block[] = [
      { kind: 'list-item', text: 'one', number: 1 },
      { kind: 'list-item', text: 'two', number: 2 },
      { kind: 'cell', text: 'a', table: 0, row: 0, column: 0, number: null },
      { kind: 'cell', text: 'b', table: 0, row: 0, column: 1, number: null },
      { kind: 'cell', text: 'c', table: 0, row: 1, column: 0, number: null },
      { kind: 'quotation', text: 'said', number: 3 },
      { kind: 'paragraph', text: 'Home · Contact', number: null }
    ]
    const document = { ...english, furniture: [6] }
    const facts = { text: { format: 1 as const, blocks }, annotations: [], document }
    const page = await written({}, facts)
    expect(elementsIn(page, 'tr').map((row) => elementsIn(row, 'td').map(textIn))).toEqual([
      ['a', 'b'],
      ['c']
    ])
    expect(withClass(page, 'list').flatMap((list) => elementsIn(list, 'li').map(textIn))).toEqual([
      'one',
      'two'
    ])
    expect(elementsIn(page, 'blockquote').map(textIn)).toEqual(['said'])
    expect(blockTexts(page)).toHaveLength(7)
    expect(blockTexts(await written({ furniture: false }, facts))).toEqual(
      blocks.slice(0, 6).map(({ text }) => text)
    )
  })
})
