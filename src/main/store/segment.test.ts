import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTornAppend } from './segment'

const sectorBytes = 512
const lines = Array.from(
  { length: 6 },
  (_, at) => `{"sum":"0000000${at}","seq":${at},"x":"${'y'.repeat(300)}"}\n`
)
const append = Buffer.from(lines.join(''))

describe('a new segment of the journal without a sound line', () => {
  it('is a torn append where sectors of it never reached the disk', () => {
    const sectors = Math.ceil(append.length / sectorBytes)
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: sectors - 1 }), { minLength: 1 }), (missing) => {
        const left = Buffer.from(append)
        for (const at of missing)
          left.fill(0, at * sectorBytes, Math.min(left.length, (at + 1) * sectorBytes))
        expect(isTornAppend(left)).toBe(true)
      })
    )
  })

  it('is a torn append where the file ends within its first line', () => {
    for (let length = 0; length < (lines[0]?.length ?? 0); length++)
      expect(isTornAppend(append.subarray(0, length))).toBe(true)
  })

  it('is not ours to cut where another program wrote it', () => {
    expect(isTornAppend(Buffer.from('<html>\n<body>\n'))).toBe(false)
    expect(isTornAppend(Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00\n'))).toBe(
      false
    )
    expect(isTornAppend(Buffer.from(`{"sum":"00000000","seq":1}\n${'x'.repeat(2000)}\n`))).toBe(false)
  })
})
