import { describe, expect, it } from 'vitest'
import { anchorQuotes, type Quote } from './quotes'

/** A protocol in which one line comes back: only a position tells its copies apart. */
const text = [
  'Protocol of the choir 🎻🎻🎻🎻🎻🎻🎻',
  'The conductor, Ms Ferrow, spoke of the new hall.',
  'All rose and sang: Long live the ferry! And the bell rang twice.',
  'All rose and sang: Long live the ferry! And the bell rang twice.',
  'All rose and sang: Long live the ferry! And the bell rang twice.',
  'All rose and sang: Long live the ferry! And the bell rang twice.',
  'Nobody stayed for the tea of 🎂 and bread.'
].join('\n')

const words = 'Long live the ferry!'
const copies = [...text.matchAll(/Long live the ferry!/g)].map(({ index }) => index)
const prefix = 'the bell rang twice.\nAll rose and sang: '
const suffix = ' And the bell rang twice.\nAll rose '

const codePoints = (at: number) => Array.from(text.slice(0, at)).length
const linesBefore = (at: number) => text.slice(0, at).split('\n').length - 1

const quoted = (start: number | null, more: Partial<Quote> = {}): Quote => ({
  exact: words,
  prefix,
  suffix,
  start,
  ...more
})

const placesOf = (quotes: readonly Quote[], of = text) =>
  anchorQuotes(of, quotes).map(({ status, start }) => [status, start])

describe('of several equal places the right one is taken', () => {
  it.each([
    ['code points', codePoints],
    ['UTF-16 code units', (at: number) => at],
    ['UTF-16 code units, CRLF as two', (at: number) => at + linesBefore(at)],
    ['code points, CRLF as two', (at: number) => codePoints(at) + linesBefore(at)],
    ['code points, a blank line between', (at: number) => codePoints(at) + linesBefore(at)]
  ])('where its position was counted in %s', (_, count) => {
    const [, second = 0, third = 0] = copies
    expect(placesOf([quoted(count(second)), quoted(count(third))])).toEqual([
      ['exact', second],
      ['exact', third]
    ])
  })

  it('where it lies between two that stand once, however far the text has drifted', () => {
    const [, second = 0] = copies
    const once = (exact: string): Quote => ({
      exact,
      prefix: '',
      suffix: '',
      start: text.indexOf(exact) + 1007
    })
    const quotes = [
      once('Ms Ferrow, spoke of the new hall'),
      quoted(second + 1007),
      once('Nobody stayed for the tea')
    ]
    expect(placesOf(quotes)[1]).toEqual(['exact', second])
  })

  it('where each of them is quoted, each at a place of its own', () => {
    const far = copies.map((at) => quoted(at * 2 + 9000))
    expect(placesOf(far)).toEqual(copies.map((at) => ['exact', at]))
  })

  it('where what is said to stand around it stands around one alone', () => {
    const place = text.lastIndexOf('rang twice')
    const own = { exact: 'rang twice', prefix: 'bell ', suffix: '.\nNobody stayed', start: null }
    expect(placesOf([own])).toEqual([['exact', place]])
  })
})

describe('it is asked about', () => {
  it('where nothing tells equal places apart: no position, or one that no way of counting explains', () => {
    expect(placesOf([quoted(null)])[0]?.[0]).toBe('confirm')
    expect(placesOf([quoted(61)])[0]?.[0]).toBe('confirm')
  })

  it('where two ways of counting both have it on the words', () => {
    // Sixteen code units a line, and eight signs of two code units before: one way is a line off, and fits as well.
    const lines = `🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻🎻\n${'All sang: Long!\n'.repeat(6)}End`
    const at = lines.indexOf('Long', 60)
    const sung = { exact: 'Long', prefix: 'All sang: ', suffix: '!\nAll', start: at }
    const [found] = anchorQuotes(lines, [sung, { ...sung, start: at + 16 }])
    expect(found?.status).toBe('confirm')
  })

  it('where the only place with the words has another word beside it', () => {
    const own = { exact: 'spoke of the new hall', prefix: 'The warden, Mr Oakes, ', suffix: '.', start: null }
    expect(placesOf([own])[0]?.[0]).toBe('confirm')
  })
})

describe('a position without words', () => {
  const bare = (start: number, end: number): Quote => ({ exact: '', prefix: '', suffix: '', start, end })
  const hall = text.indexOf('new hall')

  it('is placed where quotes prove how positions were counted', () => {
    const [, second = 0, third = 0] = copies
    const proof = [second, third].map((at) => quoted(codePoints(at)))
    const found = placesOf([...proof, bare(codePoints(hall), codePoints(hall) + 8)])
    expect(found[2]).toEqual(['exact', hall])
  })

  it('is placed where several fall on whole words in one way of counting alone', () => {
    const spans = ['Ferrow', 'new hall', 'bell'].map((each) => text.indexOf(each))
    const found = placesOf(
      spans.map((at, rank) => bare(codePoints(at), codePoints(at) + ([6, 8, 4][rank] ?? 0)))
    )
    expect(found).toEqual(spans.map((at) => ['exact', at]))
  })

  it('is asked about where nothing proves it, counted as the standard says', () => {
    expect(placesOf([bare(codePoints(hall), codePoints(hall) + 8)])).toEqual([['confirm', hall]])
  })

  it('is never moved into the text where it lies beyond it', () => {
    expect(placesOf([bare(10, 90_000)])[0]?.[0]).toBe('orphan')
    expect(placesOf([bare(80_000, 90_000)])[0]?.[0]).toBe('orphan')
  })

  it('in bytes is found by the bytes', () => {
    const bytes = (at: number) => new TextEncoder().encode(text.slice(0, at)).length
    const spans = ['Ferrow', 'tea'].map((each) => text.indexOf(each))
    const quotes = spans.map((at, rank) => ({
      ...bare(bytes(at), bytes(at) + ([6, 3][rank] ?? 0)),
      inBytes: true
    }))
    expect(placesOf(quotes)).toEqual(spans.map((at) => ['exact', at]))
  })
})

it('a range from some words to others ends before the latter', () => {
  const range: Quote = {
    exact: 'The conductor',
    prefix: '',
    suffix: '',
    start: null,
    until: { exact: 'of the new hall', prefix: '', suffix: '' }
  }
  const [found] = anchorQuotes(text, [range])
  expect(found?.status).toBe('exact')
  expect(found && text.slice(found.start, found.end)).toBe('The conductor, Ms Ferrow, spoke')
})
