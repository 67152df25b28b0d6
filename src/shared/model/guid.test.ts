import { describe, expect, it } from 'vitest'
import { Guid, guidFrom } from './guid'

describe('a GUID', () => {
  it('is the same however another program wrote it', () => {
    const written = [
      'F47AC10B-58CC-4372-A567-0E02B2C3D479',
      '{f47ac10b-58cc-4372-a567-0e02b2c3d479}',
      'f47ac10b58cc4372a5670e02b2c3d479',
      'urn:uuid:f47ac10b-58cc-4372-a567-0e02b2c3d479'
    ]
    for (const each of written) expect(guidFrom(each)).toBe('f47ac10b-58cc-4372-a567-0e02b2c3d479')
    expect(Guid.safeParse(guidFrom(written[0] ?? '')).success).toBe(true)
  })

  it('is none where it is something else', () => {
    for (const each of ['', '17', 'f47ac10b-58cc-4372-a567-0e02b2c3d47', 'code-1'])
      expect(guidFrom(each)).toBeNull()
  })
})
