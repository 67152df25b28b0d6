import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { asChinese, countGarbled } from './garbled'
import { pageLabels } from './page-labels'
import { linesOf } from './pdf-lines'
import { paragraphsOf } from './pdf-paragraphs'
import type { Piece } from './pdf-rows'
import { isBackwards, turned } from './right-to-left'

const size = 10
const [width, height] = [595, 842]

/** A line as a writer puts it down: whole, or each character by itself. */
function set(text: string, x: number, y: number, apart: boolean): Piece[] {
  if (!apart) return [{ text, x, y, width: text.length * size, size }]
  return Array.from(text, (sign, at) => ({ text: sign, x: x + at * size, y, width: size, size }))
}

const words = fc
  .array(fc.constantFrom(...'会议强调要让群众最多跑一次各地抓紧落实工作长江西安风电'), {
    minLength: 14,
    maxLength: 22
  })
  .map((signs) => signs.join(''))
const page = fc.record({
  left: fc.array(words, { minLength: 6, maxLength: 30 }),
  right: fc.array(words, { minLength: 6, maxLength: 30 }),
  apart: fc.boolean(),
  /** How far the lines of the right column stand below those of the left. */
  shift: fc.integer({ min: -7, max: 7 }),
  heading: fc.option(words)
})

describe('a page in two columns', () => {
  it('is read down the left one, then down the right one, whatever lines stand beside each other', () => {
    fc.assert(
      fc.property(page, ({ left, right, apart, shift, heading }) => {
        const column = (lines: readonly string[], x: number, top: number) =>
          lines.flatMap((text, at) => set(text, x, top + at * 15, apart))
        const across = heading === null ? '' : heading.repeat(2).slice(0, 24)
        const pieces = [
          ...(across ? set(across, 170, 80, apart) : []),
          ...column(left, 60, 120),
          ...column(right, 310, 120 + shift)
        ]
        const read = linesOf(pieces, width, height).map(({ text }) => text)
        expect(read).toEqual([...(across ? [across] : []), ...left, ...right])
      })
    )
  })
})

describe('a page in one column', () => {
  it('is read line by line', () => {
    const line = words.map((text) => text.repeat(3).slice(0, 45))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.boolean(), (lines, apart) => {
        const pieces = lines.flatMap((text, at) => set(text, 60, 100 + at * 15, apart))
        expect(linesOf(pieces, width, height).map(({ text }) => text)).toEqual(lines)
      })
    )
  })
})

describe('a line with a raised figure', () => {
  it('goes on with its paragraph though the figure has pushed it down', () => {
    const full = '会议强调要让群众最多跑一次各地要抓紧落实这项工作'.repeat(2).slice(0, 47)
    const pieces = [
      ...[0, 1, 2].flatMap((at) => set(full, 60, 100 + at * 15, false)),
      ...set('建设任务', 60, 150, false),
      { text: '1', x: 100, y: 145, width: 5, size: 9.7 },
      ...set('。', 105, 150, false)
    ]
    const [block, ...others] = paragraphsOf([linesOf(pieces, width, height)])
    expect(others).toEqual([])
    expect(block?.text).toBe(`${full.repeat(3)}建设任务[1]。`)
  })
})

/** The lines of a page, one under another. */
const under = (texts: readonly string[], x: number, top: number, of = size): Piece[] =>
  texts.map((text, at) => ({ text, x, y: top + at * of * 1.4, width: text.length * of * 0.5, size: of }))

describe('a title above two columns', () => {
  it('is read first, though it has a gap on the white between them', () => {
    const column = (name: string, x: number) =>
      under(
        Array.from({ length: 12 }, (_, at) => `${name} line ${at} of the text goes on here`),
        x,
        150
      )
    const title: Piece[] = [
      { text: 'The', x: 240, y: 100, width: 40, size: 20 },
      { text: 'weir', x: 310, y: 100, width: 50, size: 20 }
    ]
    const lines = linesOf([...column('Left', 60), ...column('Right', 310), ...title], width, height)
    expect(lines.map(({ text }) => text)[0]).toBe('The weir')
    expect(lines.map(({ text }) => text.split(' ')[0])).toEqual([
      'The',
      ...Array.from({ length: 12 }, () => 'Left'),
      ...Array.from({ length: 12 }, () => 'Right')
    ])
  })
})

describe('a paragraph over two pages', () => {
  it('goes on behind the notes at the foot of the first, and the notes keep their place', () => {
    const full = 'the keeper writes the level of the river into his book every morning'
    const pageOf = (pieces: readonly Piece[]) => linesOf(pieces, width, height)
    const first = pageOf([
      ...under([full, full, full, full, full], 60, 100),
      ...under(['[1] Of stone, and later of wood.'], 60, 760, 8)
    ])
    const second = pageOf(under([`${full} and`, 'in the evening.', `Then ${full}`, `${full}.`], 60, 100))
    const blocks = paragraphsOf([first, second])
    expect(blocks.map(({ kind, text, page }) => [kind, page, text.slice(-15)])).toEqual([
      ['paragraph', 1, 'in the evening.'],
      ['note', 1, 'later of wood.'.padStart(15)],
      ['paragraph', 2, 'every morning.'.padStart(15)]
    ])
  })
})

describe('lines from right to left', () => {
  const word = (text: string, x: number): Piece => ({ text, x, y: 100, width: 40, size })
  it('are read from the right, numbers and Latin words among them as they stand', () => {
    const [line] = linesOf(
      [
        word('שלום', 400),
        word('עולם', 350),
        word('2020', 300),
        word('The', 200),
        word('weir', 250),
        word('סוף', 150)
      ],
      width,
      height
    )
    expect(line?.text).toBe('שלום עולם 2020 The weir סוף'.replace('2020 The weir', 'The weir 2020'))
  })
  it('are told when they came out backwards', () => {
    const right = ['שלום', 'אדם', 'מים', 'ימין']
    expect(isBackwards(right)).toBe(false)
    expect(isBackwards(right.map(turned))).toBe(true)
    expect(right.map(turned).map(turned)).toEqual(right)
    expect(turned('2020 םולש')).toBe('שלום 2020')
    expect(turned('plain')).toBe('plain')
  })
})

describe('what pages are called', () => {
  const page = (foot: string) =>
    linesOf([...under(['The text of a page.'], 60, 100), ...under([foot], 290, 800)], width, height)
  it('is told by consecutive numbers at their feet', () => {
    expect(pageLabels(null, ['365', '366', '', '368'].map(page))).toEqual(['365', '366', '367', '368'])
    expect(pageLabels(null, ['i', 'ii', 'iii', '1', '2', '3', '4'].map(page))).toEqual([
      'i',
      'ii',
      'iii',
      '1',
      '2',
      '3',
      '4'
    ])
    expect(pageLabels(null, ['1', '2', '3'].map(page))).toEqual([null, null, null])
    expect(pageLabels(null, ['7', '99', '13'].map(page))).toEqual([null, null, null])
  })
  it('is what the file says', () => {
    expect(pageLabels(['A-1', 'A-2'], ['365', '366'].map(page))).toEqual(['A-1', 'A-2'])
    expect(pageLabels(['1', '2', '3'], ['365', '366', '367'].map(page))).toEqual(['365', '366', '367'])
  })
})

describe('fonts that do not say what their signs mean', () => {
  it('are read as Chinese where their signs are its bytes, else counted', () => {
    const bytes = iconv.decode(iconv.encode('水位每天登记', 'gbk'), 'windows-1252')
    expect(asChinese(bytes)).toBe('水位每天登记')
    expect(asChinese('Größe und Übermaß')).toBeNull()
    expect(asChinese('«Où?»')).toBeNull()
    expect(countGarbled('¿Où est la forêt? Größe – Öl “Weir…”')).toBe(0)
    expect(countGarbled('ÊÂÎñÁ× \uE123\uE124')).toBeGreaterThan(5)
  })
})

describe('paragraphs of a page', () => {
  it('begin where an item or an article does, though all lines are short and equally far apart', () => {
    const said = [
      '现将有关事项通知如下，请认真执行。',
      '第九条 本条例自公布之日起施行。',
      '① 负责人应当签字。',
      'b) 用墨水。',
      '第十条 违反前条的，处以罚款。'
    ]
    const pieces = said.flatMap((text, at) => set(text, 60, 100 + at * 15, false))
    expect(paragraphsOf([linesOf(pieces, width, height)]).map(({ text }) => text)).toEqual(said)
  })
})
