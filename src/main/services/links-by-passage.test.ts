import { describe, expect, it } from 'vitest'
import type { Link } from '../../shared/model/alignment'
import { span } from '../../shared/model/span'
import { p, type TaggedText, tag } from '../../shared/testing/tagged-text'
import { withOrigin } from './link-origin'
import { answersTo } from './links-by-passage'

const own = p('<a>One.<b> <c>Two.<d> <e>Three.<f> <g>Four.<h>')
const other = p('<a>Eins.<b> <c>Zwei.<d> <e>Drei.<f>')
const placed = (text: TaggedText, names: string) =>
  names === ''
    ? []
    : names.split(' ').map((each) => span(tag(text, each.charAt(0)), tag(text, each.charAt(1))))
const link = (a: string, b: string): Link => ({
  a: placed(own, a),
  b: placed(other, b),
  confidence: 1,
  origin: 'auto'
})
/** The first two sentences have changed places, the third stands for two, the last is left out. */
const links = [link('ab', 'cd'), link('cd', 'ab'), link('ef', 'ef'), link('gh', '')]
const answers = (start: string, end: string) =>
  answersTo(links, span(tag(own, start), tag(own, end))).answers.map(({ start: from, end: to }) =>
    other.text.slice(from, to)
  )

describe('what stands across from a passage', () => {
  it('is what each sentence that it touches is linked with, in the order of the other text', () => {
    expect(answers('a', 'b')).toEqual(['Zwei.'])
    expect(answers('a', 'd')).toEqual(['Eins.', 'Zwei.'])
    expect(answersTo(links, span(tag(own, 'd') - 1, tag(own, 'e') + 1)).answers).toEqual(
      placed(other, 'ab ef')
    )
  })

  it('is nothing for what is left out, and for the white between two sentences', () => {
    expect(answers('g', 'h')).toEqual([])
    expect(answers('b', 'c')).toEqual([])
  })

  it('is told once for a sentence that answers two', () => {
    const joined = [link('ab cd', 'ab'), link('ef', 'cd')]
    expect(answersTo(joined, span(0, own.text.length)).answers).toEqual(placed(other, 'ab cd'))
  })
})

describe('links that are made around those of a hand', () => {
  const made = (a: readonly number[], b: readonly number[]) => ({ a, b, confidence: 0.5, worth: 1 })

  it('are by hand where the hand made them, and nowhere else', () => {
    const links = withOrigin([made([0], [0]), made([1, 2], [1])], [{ a: [1, 2], b: [1] }])
    expect(links.map(({ origin }) => origin)).toEqual(['auto', 'hand'])
  })

  it('keep what a hand has left out by hand, though it comes back sentence by sentence', () => {
    const links = withOrigin([made([0], []), made([1], []), made([], [0])], [{ a: [0, 1], b: [] }])
    expect(links.map(({ origin }) => origin)).toEqual(['hand', 'hand', 'auto'])
  })
})
