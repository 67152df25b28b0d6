import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutAtDirectionMarks } from './direction-marks'

it('cuts a text at its marks of direction without losing any of it', () => {
  const piece = fc.constantFrom('\u202E', '\u2066', '\u200F', 'a', ' ', '会', '\u{1D4B3}')
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const pieces = cutAtDirectionMarks(parts.join(''))
      expect(pieces.map(({ text }) => text).join('')).toBe(parts.join(''))
      for (const { text, isMark } of pieces) expect(/^[\u200F\u202E\u2066]+$/.test(text)).toBe(isMark)
    })
  )
})
