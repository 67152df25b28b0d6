import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAnnotation } from '../testing/sample-records'
import { Annotation } from './annotation'
import { annotationOf, plainAnnotation } from './known-annotation'

/** What the schema makes of a value that was parsed from JSON: its very text, null where it refuses it. */
function bySchema(value: unknown): string | null {
  const read = Annotation.safeParse(structuredClone(value))
  return read.success ? JSON.stringify(read.data) : null
}

function told(value: unknown): string | null {
  const read = annotationOf(structuredClone(value))
  return read && JSON.stringify(read)
}

type Json = Record<string, unknown>

const hash = 'a'.repeat(64)
const date = fc.constantFrom(
  '2024-02-29T08:00:00.000Z',
  '2023-02-29T08:00:00Z',
  '2024-01-01T08:00:00+01:00',
  '2024-01-01T08:00:00',
  '2024-01-01',
  '2024-01-01T24:00:00Z'
)
const id = fc.constantFrom(
  't1',
  'k1',
  'con',
  'constructor',
  '__proto__',
  '',
  'a b',
  'x'.repeat(65),
  '会议',
  'a\n'
)
/** Values that one field or another may take, and hardly any other. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1,
    1.5,
    2 ** 53,
    0.5,
    Number.POSITIVE_INFINITY,
    '',
    [],
    {},
    hash,
    `${hash}\n`,
    'doubtful'
  ),
  id,
  date,
  fc.string({ unit: 'binary', maxLength: 70 }),
  fc.constant({ number: 2, of: 1 }),
  fc.constant({ number: 1, of: 2 }),
  fc.record({ revision: fc.constant(hash), start: fc.integer(), end: fc.nat(), confidence: fc.double() }),
  fc.array(fc.record({ theme: id, coder: id, created: date }), { maxLength: 3 }),
  fc.array(fc.constantFrom('doubtful', 'calque', 'none'), { maxLength: 3 })
)

const whole = fc
  .record({
    exact: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    start: fc.nat(),
    memo: fc.string({ unit: 'binary' }),
    occurrence: fc.constantFrom(undefined, { number: 1, of: 3 }),
    proposal: fc.constantFrom(null, { revision: hash, start: 1, end: 4, confidence: 0.7 }),
    parallel: fc.constantFrom(null, 'p1'),
    quality: fc.subarray(['doubtful', 'calque']),
    guid: fc.constantFrom(undefined, '0b5b1a5e-91e5-4c3b-8f2c-0123456789ab')
  })
  .map(({ exact, start, occurrence, guid, ...more }): Json => {
    const plain = makeAnnotation('a1', 'd1')
    const selector = { ...plain.selector, start, end: start + exact.length, exact }
    const made = { ...plain, ...more, selector: { ...selector, occurrence }, guid }
    return JSON.parse(JSON.stringify(Annotation.parse(JSON.parse(JSON.stringify(made))))) as Json
  })

describe('records of annotations are told without the schema', () => {
  test('as the schema reads them, sign for sign', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(told(value)).toBe(bySchema(value))
        expect(told(value)).toBe(JSON.stringify(value))
        expect(JSON.stringify(plainAnnotation(value))).toBe(JSON.stringify(value))
      })
    )
  })

  test('and refused as it refuses them, wherever a field holds something else, is missing or is one too many', () => {
    const path = fc.constantFrom(
      ...Object.keys(Annotation.shape).map((key) => [key]),
      ...['revision', 'start', 'end', 'exact', 'prefix', 'suffix', 'occurrence', 'other'].map((key) => [
        'selector',
        key
      ]),
      ['other'],
      ['codings', '0', 'theme'],
      ['codings', '0', 'other'],
      ['codings', '0', 'created']
    )
    const change = fc.oneof(
      odd.map((to) => ({ to })),
      fc.constant('remove'),
      fc.constant('last')
    )
    fc.assert(
      fc.property(whole, path, change, (record, keys, how) => {
        const value = structuredClone(record)
        value.codings = [{ theme: 't1', coder: 'k1', created: '2024-01-01T08:00:00Z' }]
        const last = keys.at(-1) ?? ''
        const holder = keys.slice(0, -1).reduce<Json>((own, key) => own[key] as Json, value)
        const before = holder[last]
        if (how === 'remove' || how === 'last') delete holder[last]
        else
          Object.defineProperty(holder, last, {
            value: how.to,
            enumerable: true,
            configurable: true,
            writable: true
          })
        if (how === 'last' && before !== undefined) holder[last] = before
        expect(told(value)).toBe(bySchema(value))
      }),
      { numRuns: 2000 }
    )
  })
})
