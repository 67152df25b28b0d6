import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWritten, otherLineEnds } from './line-ends'

const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n\0\uFEFF]/g, ''))
const text = fc.array(line, { minLength: 2 }).map((lines) => `${lines.join('\n')}\n`)

describe('line ends that another program has changed', () => {
  it('are what they were, whichever of them were changed, and with a byte order mark before them', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.boolean()), fc.boolean(), (written, changed, mark) => {
        const given = written.replaceAll('\n', () => (changed.next().value ? '\r\n' : '\n'))
        expect(asWritten(mark ? `\uFEFF${given}` : given)).toBe(written)
      })
    )
  })

  it('of a file that was imported are found again, whatever they were', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (words, windows) => {
        const imported = Buffer.from(windows ? words.replaceAll('\n', '\r\n') : words)
        const changed = Buffer.from(windows ? words : words.replaceAll('\n', '\r\n'))
        expect(otherLineEnds(changed).some((each) => each.equals(imported))).toBe(true)
      })
    )
  })

  it('are not looked for in what is no text', () => {
    expect(otherLineEnds(Buffer.from([0x50, 0x4b, 0x0d, 0x0a, 0x00, 0x0a]))).toEqual([])
  })
})
