import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laidOut } from './laid-out'

const line = fc.oneof(
  fc.constantFrom('', ' ', '\t', '会场九时开放', '，观众', '𝒳'),
  fc.stringMatching(/^ {0,2}[a-z ]{20,40}$/),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ''))
)
const content = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 12 })
  .map((all) => all.flat().join(''))

/** A text, and what is laid out of it between two of its places. */
const stretch = fc.tuple(content, fc.nat(), fc.nat()).map(([text, one, other]) => {
  const [from = 0, to = 0] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b)
  const own = laidOut(text)
  return { said: text.slice(from, to), slice: own.text.slice(own.startAt(from), own.endAt(to)) }
})

describe('a text of a project', () => {
  it('says between any two of its places what lies between them, white space aside', () => {
    fc.assert(
      fc.property(stretch, ({ said, slice }) => {
        expect(slice.replace(/\s+/g, '')).toBe(said.replace(/\s+/g, ''))
      })
    )
  })

  it('gives no passage the end of a line before or behind it', () => {
    fc.assert(
      fc.property(stretch, ({ slice }) => {
        expect(slice).not.toMatch(/^\n|\n$/)
      })
    )
  })
})
