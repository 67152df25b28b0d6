import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { Selector } from '../model/annotation'
import type { ContentHash } from '../model/ids'
import { span } from '../model/span'
import { anchorAll } from './anchor'
import { describe } from './describe'
import { Occurrences } from './occurrences'
import { reanchor } from './reanchor'

const revision = 'c'.repeat(64) as ContentHash

/** The selector of the k-th (from 0) place of a phrase. */
function kth(text: string, phrase: string, k: number): Selector {
  let start = text.indexOf(phrase)
  for (let at = 0; at < k; at++) start = text.indexOf(phrase, start + 1)
  const selector = describe(text, span(start, start + phrase.length), revision)
  if (!selector) throw new Error('nothing to describe')
  return selector
}

const found = (now: string, selector: Selector) => {
  const [at] = anchorAll(now, [selector])
  return at && { status: at.status, start: at.start }
}

group('which of several equal passages one is', () => {
  it('is kept in the selector', () => {
    const text = 'One visit at most. No queue. One visit at most.'
    expect(kth(text, 'One visit at most', 1).occurrence).toEqual({ number: 2, of: 2 })
    expect(kth(text, 'No queue', 0).occurrence).toEqual({ number: 1, of: 1 })
  })

  it('is told alike by scanning and by the index', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '办', '事'), maxLength: 200 }),
        fc.nat(200),
        fc.integer({ min: 1, max: 12 }),
        (text, from, length) => {
          const exact = text.slice(from, from + length)
          if (exact === '') return
          const many = new Occurrences(text)
          for (let ask = 0; ask < 60; ask++) many.starts(`${exact}${ask}`)
          const every = [...text].flatMap((_, at) => (text.startsWith(exact, at) ? [at] : []))
          expect(new Occurrences(text).starts(exact)).toEqual(every)
          expect(many.starts(exact)).toEqual(every)
        }
      )
    )
  })

  it('fits the selector’s schema, which refuses the fourth of three', () => {
    const selector = kth('abc abc', 'abc', 1)
    expect(Selector.parse(selector)).toEqual(selector)
    const { occurrence: _, ...earlier } = selector
    expect(Selector.parse(earlier)).toEqual(earlier)
    expect(Selector.safeParse({ ...selector, occurrence: { number: 4, of: 3 } }).success).toBe(false)
  })
})

group('a passage that stands several times, in a text whose earlier state is not at hand', () => {
  const item = (n: number) =>
    `Applicants shall present the original document at the window in person.\nCopies are kept.\nSection ${n} ends.`
  const phrase = 'present the original document'
  const text = ['a', 'b', 'c', 'd'].map((_, at) => item(at)).join('\n')

  it('is found by its number where nothing else tells', () => {
    const now = `A preface was put in.\n${text}\nAn annex follows.`
    for (const k of [0, 1, 2, 3])
      expect(found(now, kth(text, phrase, k))).toEqual({
        status: 'exact',
        start: kth(now, phrase, k).start
      })
  })

  it('is asked about where one of them has gone, or the selector does not say which it was', () => {
    const fewer = text.replace(phrase, 'bring a copy')
    expect(found(fewer, kth(text, phrase, 2))?.status).toBe('confirm')
    const { occurrence: _, ...earlier } = kth(text, phrase, 2)
    expect(found(`A preface.\n${text}`, earlier)?.status).toBe('confirm')
  })

  it('goes with its surroundings, not by its number, where paragraphs were moved', () => {
    const parts = [
      'At the ferry present the original document to the clerk with the bell.',
      'Traders in the market hall present the original document on Mondays.',
      'Parents present the original document when the school year begins.'
    ]
    const old = parts.join('\n')
    const now = [parts[2], parts[0], parts[1]].join('\n')
    for (const k of [0, 1, 2]) {
      expect(found(now, kth(old, phrase, k))?.start).toBe(kth(now, phrase, (k + 1) % 3).start)
    }
  })

  it('is found by its number after the text was set anew in full width', () => {
    const wide = text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
    const [at] = anchorAll(wide, [kth(text, phrase, 2)])
    expect(at?.status).toBe('exact')
    expect(at?.start).toBe(kth(text, phrase, 2).start)
  })
})

group('a passage that waits, of a still earlier text than the one at hand', () => {
  it('is not taken for another copy where it stands in that text', () => {
    const first = 'The clerk opens the window at eight.\nThe bell rings twice at noon.\nNobody waits long.'
    const before = 'Nobody waits long.\nOn market days the bell rings twice before the clerk goes home.'
    const now = before.replace('Nobody waits long.', 'Few have to wait.')
    const [at] = reanchor(before, now, [kth(first, 'bell rings twice', 0)])
    expect(at?.status).not.toBe('orphan')
    expect(now.slice(at?.start, at?.end)).toBe('bell rings twice')
  })
})
