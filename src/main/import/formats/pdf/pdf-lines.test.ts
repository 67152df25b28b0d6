import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './pdf-lines'
import { paragraphsOf } from './pdf-paragraphs'
import type { Piece } from './pdf-rows'

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
