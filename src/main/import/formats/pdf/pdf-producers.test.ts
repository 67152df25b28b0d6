import { describe, expect, it } from 'vitest'
import { linesOf } from './pdf-lines'
import { paragraphsOf } from './pdf-paragraphs'
import type { Piece } from './pdf-rows'
import { withCharacters } from './radicals'
import { areBracketsMirrored, withBracketsMirrored } from './right-to-left'

const size = 10
const [width, height] = [595, 842]

/** Words put down one after another from the left, each character as wide as a share of the type. */
function set(text: string, x: number, y: number, share = 0.5): Piece[] {
  return [{ text, x, y, width: text.length * size * share, size }]
}

/** Words of a line from right to left, the first at the right edge. */
function fromRight(words: readonly string[], right: number, y: number): Piece[] {
  let at = right
  return words.map((text) => {
    const own = { text, x: at - text.length * 5, y, width: text.length * 5, size }
    at = own.x - 3
    return own
  })
}

const texts = (...pages: readonly (readonly Piece[])[]) =>
  paragraphsOf(pages.map((pieces) => linesOf(pieces, width, height))).map(({ text }) => text)

describe('articles of a Chinese law', () => {
  it('are whole, though a wide space stands behind their numbers', () => {
    const article = (number: string, y: number) => [
      { text: `第${number}条`, x: 92, y, width: 30, size },
      {
        text: '下游水闸的管理人员应当在每年春季水位达到三十米以前开启闸门并在当',
        x: 142,
        y,
        width: 330,
        size
      },
      { text: '日向市水务局报告有关情况；船只应当在闸门下游等候。', x: 72, y: y + 16, width: 260, size }
    ]
    const read = texts([...article('五', 100), ...article('六', 140), ...article('七', 180)])
    expect(read).toHaveLength(3)
    for (const text of read) expect(text).toMatch(/^第[五六七]条 下游.*并在当日向市水务局.*等候。$/)
  })

  it('end before who signs and when, each at the right in a line of its own', () => {
    const read = texts([
      ...set('这是通知的最后一段，写满了一整行的文字，因此看起来没有结束的样子', 72, 100, 1),
      ...set('也写到了下一行。', 72, 116, 1),
      ...set('市水务局', 350, 132, 1),
      ...set('二〇一八年三月', 330, 148, 1)
    ])
    expect(read.slice(-2)).toEqual(['市水务局', '二〇一八年三月'])
  })
})

describe('verse on a page', () => {
  const stanza = (lines: readonly string[], y: number) =>
    lines.flatMap((text, at) => set(text, 72, y + at * 14))
  const lines = [
    'Grey is the weir in the morning light,',
    'And grey is the gate that was shut by night',
    'When nobody came, and the keeper, old,',
    'Went home by himself, and the water was cold.'
  ]

  it('stays in its lines', () => {
    expect(texts([...stanza(lines, 100), ...stanza(lines, 180)])).toEqual([...lines, ...lines])
  })

  it('is told from prose in small letters that is as narrow', () => {
    const prose = [
      'The keeper of the weir wrote down the',
      'levels of the river every morning, and',
      'nobody read them until spring.'
    ]
    expect(texts(stanza(prose, 100))).toEqual([prose.join(' ')])
  })
})

describe('text from right to left', () => {
  const first = [
    'השומר',
    'פתח',
    'את',
    'השער',
    'התחתון',
    'בשנת',
    '2018',
    'כאשר',
    'המים',
    'עלו',
    'עד',
    'הקו',
    'העליון',
    'של'
  ]
  const second = ['האבן', 'הגדולה.']

  it('goes on from line to line, whichever edge its lines begin at', () => {
    const whole = [...first, ...second].join(' ')
    expect(
      texts([...fromRight(first, 400, 100), ...fromRight(second, 400, 115), ...fromRight(first, 400, 145)])
    ).toEqual([whole, first.join(' ')])
    const atLeft = (words: readonly string[], y: number) => {
      const pieces = fromRight(words, 0, y)
      const by = 60 - Math.min(...pieces.map(({ x }) => x))
      return pieces.map((piece) => ({ ...piece, x: piece.x + by }))
    }
    expect(texts([...atLeft(first, 100), ...atLeft(second, 115), ...atLeft(first, 145)])).toEqual([
      whole,
      first.join(' ')
    ])
  })

  it('keeps a bracket that begins before words of another script and ends behind them', () => {
    // From the right: ( ראו Water Office 12 ) ואז
    const pieces: Piece[] = [
      { text: 'ואז', x: 100, y: 100, width: 15, size },
      { text: ')', x: 118, y: 100, width: 3, size },
      { text: 'Water', x: 121, y: 100, width: 25, size },
      { text: 'Office', x: 149, y: 100, width: 30, size },
      { text: '12', x: 182, y: 100, width: 10, size },
      { text: 'ראו', x: 195, y: 100, width: 15, size },
      { text: '(', x: 210, y: 100, width: 3, size },
      { text: 'הסירות', x: 216, y: 100, width: 30, size },
      { text: 'חיכו', x: 249, y: 100, width: 20, size }
    ]
    expect(linesOf(pieces, width, height)[0]?.text).toBe('חיכו הסירות (ראו Water Office 12) ואז')
  })

  it('has its brackets as they are read where the file names them by their looks', () => {
    const looks = 'חיכו )ראו עמוד 12( ואז אמר «מחר»'.replace('«', '»').replace(/»$/, '«')
    expect(areBracketsMirrored([looks, 'A line (in English) of it'])).toBe(true)
    expect(withBracketsMirrored(looks)).toBe('חיכו (ראו עמוד 12) ואז אמר «מחר»')
    expect(areBracketsMirrored(['חיכו (ראו עמוד 12) ואז'])).toBe(false)
    expect(withBracketsMirrored('A line (in English) of it')).toBe('A line (in English) of it')
  })

  it('is in letters, not in the shapes that they take within words', () => {
    expect(withCharacters('ﺗﻘﺮﻳﺮ ﻋﻦ اﻟﻨﻬﺮ')).toBe('تقرير عن النهر')
    expect(withCharacters('ﻻ')).toBe('لا')
    expect(withCharacters('שׁלום').normalize('NFC')).toBe('שׁלום'.normalize('NFC'))
    expect(withCharacters('plain ⼀')).toBe('plain 一')
  })
})

it('a raised figure before a note is its mark', () => {
  const read = linesOf(
    [
      { text: '1', x: 60, y: 96.5, width: 3.5, size: 7 },
      { text: 'The keeper of the lower weir.', x: 65.5, y: 100, width: 120, size: 8 }
    ],
    width,
    height
  )
  expect(read.map(({ text }) => text)).toEqual(['[1] The keeper of the lower weir.'])
})

describe('notes at the foot of a page', () => {
  const [left, full] = [72, 450]
  const line = (text: string, x: number, y: number, of = 12, end = left + full): Piece => ({
    text,
    x,
    y,
    width: end - x,
    size: of
  })
  const note = (mark: string, text: string, rest: string, y: number): Piece[] => [
    { text: mark, x: left, y, width: 5, size: 10 },
    line(text, left + 17, y, 10),
    line(rest, left + 17, y + 12, 10, left + 200)
  ]
  const body = (from: number, y: number, words: readonly string[]) =>
    words.map((text, at) => line(text, at === 0 ? left + from : left, y + at * 15))

  it('are whole, though their lines hang from their marks, and apart from the text above them', () => {
    const lines = Array.from(
      { length: 6 },
      () => 'the keeper wrote the levels of the river and nobody read them,'
    )
    const read = paragraphsOf([
      linesOf(
        [
          ...body(0, 100, lines),
          ...note('1', 'A book of two hundred leaves, which was', 'kept in the tower.', 650),
          ...note('2', 'It was bound in leather in the year when', 'the weir was built.', 674)
        ],
        width,
        height
      )
    ])
    expect(read.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', lines.join(' ')],
      ['note', '1 A book of two hundred leaves, which was kept in the tower.'],
      ['note', '2 It was bound in leather in the year when the weir was built.']
    ])
  })

  it('do not part a paragraph whose sentence ends with the page, where paragraphs begin further in', () => {
    const paragraph = (name: string, y: number) => [
      ...body(14, y, [`${name} begins here, and goes on over its`, 'second line.']).map((each, at) =>
        at === 1 ? { ...each, width: 90 } : each
      )
    ]
    const first = [
      ...['One', 'Two', 'Three', 'Four', 'Five'].flatMap((name, at) => paragraph(name, 100 + at * 30)),
      ...body(14, 250, [
        'Six begins here and its first sentence is',
        'as long as the two lines of this page are.'
      ]),
      ...note('1', 'A note of two lines that stands between', 'the two pages.', 650)
    ]
    const second = [
      ...body(0, 100, ['It goes on here with another sentence.']).map((each) => ({ ...each, width: 200 })),
      ...paragraph('Seven', 115)
    ]
    const read = texts(first, second)
    expect(read).toContain(
      'Six begins here and its first sentence is as long as the two lines of this page are. It goes on here with another sentence.'
    )
    expect(read.at(-1)).toBe('Seven begins here, and goes on over its second line.')
  })
})
