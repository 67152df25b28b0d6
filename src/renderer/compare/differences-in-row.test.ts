import { describe, expect, it } from 'vitest'
import type { Row } from '../../shared/alignment/versions'
import { span } from '../../shared/model/span'
import { p, type TaggedText, tag } from '../../shared/testing/tagged-text'
import { type ColumnText, differencesInRow } from './differences-in-row'

const column = ({ text }: TaggedText, language = 'en', source = false): ColumnText => ({
  name: language,
  text,
  language,
  source
})
const row = (...cells: readonly (readonly [TaggedText, ...(readonly [string, string])[]])[]): Row => ({
  cells: cells.map(([text, ...ends]) => ends.map(([a, b]) => span(tag(text, a), tag(text, b)))),
  confidence: cells.map((_, at) => (at === 0 ? null : 0.9)),
  byHand: cells.map(() => false),
  moved: cells.map(() => false)
})

describe('what is marked in a row of a comparison', () => {
  it('is what a version says otherwise, at its place in the whole text', () => {
    const base = p('Before. <s>The bridge was opened in spring.<e>')
    const other = p('Something else stands before. <s>The bridge was <x>closed<y> in spring.<e>')
    const [left, right] = differencesInRow(
      row([base, ['s', 'e']], [other, ['s', 'e']]),
      [column(base), column(other)],
      0
    )
    expect(left).toEqual([])
    expect(right?.map(({ kind, start, end }) => [kind, other.text.slice(start, end)])).toEqual([
      ['substituted', 'closed']
    ])
    expect(right?.[0]?.start).toBe(tag(other, 'x'))
  })

  it('is marked in each of several sentences that answer one, never in the text between them', () => {
    const base = p('<s>The bridge was opened and the road was mended.<e>')
    const other = p('<s>The bridge was opened.<e> [12] <t>The road was painted.<f>')
    const columns = [column(base), column(other)]
    const [, right] = differencesInRow(row([base, ['s', 'e']], [other, ['s', 'e'], ['t', 'f']]), columns, 0)
    const marked = right?.map(({ start, end }) => other.text.slice(start, end)) ?? []
    expect(marked.join(' ')).toContain('painted')
    for (const words of marked) expect(words).not.toContain('[')
  })

  it('is a figure that the source has otherwise, with what stands there, also from a version to another', () => {
    const source = p('<s>全市有 35 所学校。<e>')
    const good = p('<s>The city has 35 schools.<e>')
    const wrong = p('<s>The city has <x>53<y> schools.<e>')
    const columns = [column(source, 'zh', true), column(good), column(wrong)]
    const whole = row([source, ['s', 'e']], [good, ['s', 'e']], [wrong, ['s', 'e']])
    for (const from of [0, 1]) {
      const [inSource, inGood, inWrong] = differencesInRow(whole, columns, from)
      const figures = inWrong?.filter(({ kind }) => kind === 'figure') ?? []
      expect(figures.some(({ atOdds }) => atOdds?.column === 0 && atOdds.others.includes('35'))).toBe(true)
      expect(inGood?.filter(({ kind, atOdds }) => kind === 'figure' && atOdds?.column === 0)).toEqual([])
      expect(inSource?.some(({ kind, atOdds }) => kind === 'figure' && atOdds?.column === 2)).toBe(true)
    }
  })

  it('is nothing where a version leaves the row out, and nothing that says nothing', () => {
    const base = p('<s>The bridge was opened.<e>')
    const other = p('<s>A bridge was opened.<e>')
    const columns = [column(base), column(other)]
    expect(differencesInRow(row([base, ['s', 'e']], [other]), columns, 0)).toEqual([[], []])
    expect(differencesInRow(row([base, ['s', 'e']], [other, ['s', 'e']]), columns, 0)).toEqual([[], []])
  })
})
