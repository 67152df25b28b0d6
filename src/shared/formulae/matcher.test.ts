import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormulaId, RenderingId } from '../model/ids'
import { FormulaMatcher, type FormulaPattern } from './matcher'
import { phraseKey } from './phrase-key'

const pattern = (formula: string, words: string): FormulaPattern => ({
  formula: formula as FormulaId,
  rendering: words as RenderingId,
  words
})
const foundIn = (text: string, ...words: string[]) =>
  new FormulaMatcher(words.map((each) => pattern('f', each)))
    .find(text)
    .map(({ start, end }) => text.slice(start, end))

describe('a rendering is found however it is written', () => {
  it.each([
    ['one main and six pairs', 'the "One Main, Six Pairs" strategy', ['One Main, Six Pairs']],
    ['one main and six pairs', 'the ‘1 main & 6 pairs’ layout', ['1 main & 6 pairs']],
    ['running only once', 'People run only once.', ['run only once']],
    ['dual-channels', 'a double channel to the sea', ['double channel']],
    ['one core two wings', '"one core" "two wings" "three circles"', ['one core" "two wings']],
    ['modernise the service', 'modernizing services', ['modernizing services']],
    ['1 + 20', 'the "1+20 major project"', ['1+20']],
    ['最多跑一次', '審批“最多跑一次”改革', ['最多跑一次']],
    ['一网一门一次', '“一网、门”“一网、一门、一次”改革', ['一网、一门、一次']],
    ['放管服', '深化「放管服」改革', ['放管服']],
    ['four projects', 'there were four. Projects began', []],
    ['Run. Never again', 'Run once. Run. Never again!', ['Run. Never again']],
    ['党', '党和人民', ['党']]
  ])('%s in %s', (words, text, expected) => {
    expect(foundIn(text, words)).toEqual(expected)
  })
})

it('a longer rendering of the same formula hides one within it, another formula does not', () => {
  const matcher = new FormulaMatcher([
    pattern('road', '一带一路'),
    pattern('road', '“一带一路”倡议'),
    pattern('forum', '一带一路国际合作高峰论坛')
  ])
  const names = (text: string) => matcher.find(text).map((match) => matcher.patterns[match.pattern]?.words)
  expect(names('“一带一路”倡议')).toEqual(['“一带一路”倡议'])
  expect(names('“一带一路”国际合作高峰论坛')).toEqual(['一带一路国际合作高峰论坛', '一带一路'])
})

it('of renderings that fold alike the one that is written so is found', () => {
  const matcher = new FormulaMatcher([
    pattern('f', 'one main and six pairs'),
    pattern('f', 'one main six pairs')
  ])
  const [match] = matcher.find('the “one main six pairs” plan')
  expect(matcher.patterns[match?.pattern ?? -1]?.words).toBe('one main six pairs')
})

const word = fc.constantFrom(
  'one',
  '1',
  'visit',
  'visits',
  'at',
  'most',
  'and',
  'the',
  '四',
  '个',
  '意',
  '識',
  '.',
  '"',
  '-'
)
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))

it('occurrences of a formula are the union of those of its renderings, less what lies in a longer one', () => {
  fc.assert(
    fc.property(
      phrase,
      phrase,
      fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
      (a, b, text) => {
        const both = new FormulaMatcher([pattern('f', a), pattern('f', b)]).find(text)
        const single = [a, b].flatMap((each) => new FormulaMatcher([pattern('f', each)]).find(text))
        for (const { start, end } of single)
          expect(both.some((each) => each.start <= start && each.end >= end)).toBe(true)
        for (const { start, end } of both)
          expect(single.some((each) => each.start === start && each.end === end)).toBe(true)
      }
    ),
    { numRuns: 60 }
  )
})

it('a phrase and the words it is found as have the same key', () => {
  fc.assert(
    fc.property(phrase, (words) => {
      for (const found of foundIn(`so ${words}`, words)) expect(phraseKey(found)).toBe(phraseKey(words))
    }),
    { numRuns: 60 }
  )
})
