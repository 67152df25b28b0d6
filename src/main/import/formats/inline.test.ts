import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type InlineMark, prefixed, reworded, sliceMarked } from '../../../shared/model/inline-mark'
import { MadeFiles } from '../testing/made-files'
import { apart, bare, marked } from './inline'

const made = new MadeFiles()

/** What is set apart, as its words. */
const told = ({ text, marks = [] }: { text: string; marks?: InlineMark[] | undefined }) =>
  marks.map((mark) => [
    mark.kind,
    text.slice(mark.start, mark.end),
    ...(mark.kind === 'link' ? [mark.href] : [])
  ])

describe('what is set apart in a line', () => {
  const href = 'https://office.example/minutes'
  const emphasis = ['emphasis', 'very early']
  const strong = ['strong', 'in spring']
  const link = ['link', 'the minutes', href]
  const words = 'The office met very early in spring, say the minutes of it.'

  it.each([
    [
      'page.html',
      `<html><body><h1>Snow</h1><p>The office met <em>very
      early</em> <b>in spring</b>, say <a href="${href}">the minutes</a> of <a href="javascript:x()">it</a>.</p></body></html>`,
      [emphasis, strong, link]
    ],
    [
      'styled.html',
      `<html><body><h1>Snow</h1><p>The office met <span style="font-style: italic">very early</span> <span style="font-weight: 700">in spring</span>, say <a href="${href}">the minutes</a> of it.</p></body></html>`,
      [emphasis, strong, link]
    ],
    [
      'note.md',
      `# Snow\n\nThe office met *very early* **in spring**, say [the minutes](${href}) of it.\n`,
      [emphasis, strong, link]
    ],
    [
      'edition.xml',
      `<TEI><text><body><head>Snow</head><p>The office met <emph>very early</emph> <hi rend="bold">in spring</hi>, say <ref target="${href}">the minutes</ref> of it.</p></body></text></TEI>`,
      [emphasis, strong, link]
    ],
    [
      'letter.rtf',
      String.raw`{\rtf1\ansi{\pard\outlinelevel0 Snow\par}{\pard The office met {\i very early} \b in spring\b0 , say the minutes of it.\par}}`,
      [emphasis, strong]
    ]
  ])(
    '%s: emphasis, bold and links are marks on the words, which stay as they are',
    async (name, content, expected) => {
      const { texts } = await made.read(name, content)
      const block = texts[0]?.blocks.find(({ text }) => text.startsWith('The office'))
      expect(block?.text).toBe(words)
      expect(block && told(block)).toEqual(expected)
    }
  )

  it('is left out where it is the style of a whole block', () => {
    expect(marked(apart('strong', 'Snow report')).marks).toBeUndefined()
  })

  it('never changes a word, however it is nested', () => {
    const piece = fc.constantFrom('snow', ' ', '  ', '雪', '.', '\n', '')
    const tree = fc.letrec<{ words: string }>((tie) => ({
      words: fc.oneof(
        { maxDepth: 4 },
        piece,
        fc.array(tie('words'), { maxLength: 4 }).map((all) => all.join('')),
        tie('words').map((inner) => apart('emphasis', inner)),
        tie('words').map((inner) => apart('strong', inner)),
        tie('words').map((inner) => apart('link', inner, 'https://a.example/b'))
      )
    }))
    fc.assert(
      fc.property(tree.words, (raw) => {
        const { text, marks = [] } = marked(raw)
        // Where a line was broken between ideographs nothing stands.
        const lines = bare(raw).replace(/(?<=雪)\s+(?=雪)/g, (gap) => (gap.includes('\n') ? '' : gap))
        expect(text).toBe(lines.replace(/\s+/g, ' ').trim())
        for (const { start, end } of marks) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        }
      })
    )
  })
})

describe('marks of a block', () => {
  const block = fc.tuple(fc.string({ maxLength: 12 }), fc.nat(12), fc.nat(12)).map(([text, a, b]) => {
    const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
    const mark: InlineMark = { kind: 'emphasis', start, end }
    return { text, ...(end > start ? { marks: [mark] } : {}) }
  })
  const within = ({ text, marks = [] }: { text: string; marks?: InlineMark[] | undefined }) =>
    marks.every(({ start, end }) => start >= 0 && start < end && end <= text.length)

  it('move along when words are put before, and come back when they are taken away', () => {
    fc.assert(
      fc.property(block, fc.string({ minLength: 1, maxLength: 5 }), (own, prefix) => {
        expect(told(prefixed(own, prefix))).toEqual(told(own))
        expect(sliceMarked(prefixed(own, prefix), prefix.length)).toEqual(own)
      })
    )
  })

  it('lie within the block whatever is cut or corrected', () => {
    fc.assert(
      fc.property(block, fc.nat(12), fc.nat(12), fc.string({ maxLength: 14 }), (own, a, b, text) => {
        expect(within(sliceMarked(own, Math.min(a, b), Math.max(a, b)))).toBe(true)
        expect(within(reworded(own, text))).toBe(true)
        expect(reworded(own, own.text)).toEqual(own)
      })
    )
  })
})
