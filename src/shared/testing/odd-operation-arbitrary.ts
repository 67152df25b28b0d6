import fc from 'fast-check'
import type { Operation } from '../operations/operation'
import { operationArbitrary } from './operation-arbitrary'

/** Lengths at and about the limits that the schemas set. */
const limits = [0, 1, 10, 40, 64, 200, 300, 500, 1000, 2000, 5000, 20_000, 100_000, 200_000]

const atLimit = fc
  .record({
    limit: fc.constantFrom(...limits),
    beyond: fc.constantFrom(-1, 0, 0, 1),
    letter: fc.constantFrom('x', '字', '\ud800', '\u{1f30a}', '\n', '"')
  })
  .map(({ limit, beyond, letter }) =>
    letter
      .repeat(Math.max(0, Math.ceil((limit + beyond) / letter.length)))
      .slice(0, Math.max(0, limit + beyond))
  )

const oddTexts = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'CON',
  'nul',
  '-',
  '_',
  '00',
  '../x',
  'a/b',
  '\u0000',
  '\u0001\u001f\u007f\u0085',
  '\ud800',
  '\udc00\ud800',
  '\ufeffx',
  '\ufffe\uffff',
  '\u2028\u2029',
  '\u202etxt.exe',
  'one\r\ntwo\rthree\n',
  '{"sum":"00000000","seq":1}',
  '"}\n{"',
  '2026-01-02T03:04:05Z',
  '2026-01-02T03:04:05.123456789Z',
  '2026-02-30T00:00:00Z',
  '2026-01-02T03:04:05+01:00',
  '9999-12-31T23:59:59.999Z',
  '+010000-01-01T00:00:00.000Z',
  '10000-01-01T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '0000-01-01T00:00:00Z',
  '2018',
  '9999-99',
  'en-abcdefghijkl',
  '#12345G',
  'f'.repeat(64)
]

const oddText = fc.oneof(
  fc.constantFrom(...oddTexts),
  atLimit,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 20
  })
)

const oddNumber = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  0.1,
  1e-7,
  5e-324,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  1e21,
  1e308
)

/** Where something odd is put: the places of a value in order, counted round and round. */
interface Oddity {
  readonly place: number
  readonly text: string
  readonly number: number
  readonly how: number
}

const oddity: fc.Arbitrary<Oddity> = fc.record({
  place: fc.nat(10_000),
  text: oddText,
  number: oddNumber,
  how: fc.nat(99)
})

/** A place in a JSON value: where it lies, and under what name. */
interface Place {
  readonly within: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places
  const within = value as Record<string, unknown>
  for (const key of Object.keys(within)) {
    // What an operation is stays, so that it is judged by its own schema.
    if (key !== 'type') places.push({ within, key })
    placesIn(within[key], places)
  }
  return places
}

function put({ within, key }: Place, value: unknown): void {
  Object.defineProperty(within, key, { value, enumerable: true, configurable: true, writable: true })
}

function makeOdd(operation: object, { place, text, number, how }: Oddity): void {
  const places = placesIn(operation)
  const at = places[place % Math.max(1, places.length)]
  if (!at) return
  const value = at.within[at.key]
  if (how < 4) put(at, null)
  else if (how < 6) put(at, undefined)
  else if (how < 8) delete at.within[at.key]
  else if (how < 12) put({ within: at.within, key: text }, value)
  else if (typeof value === 'string') put(at, text)
  else if (typeof value === 'number') put(at, number)
  else if (Array.isArray(value))
    put(at, how < 50 ? [...value, ...value] : [...value, how < 75 ? text : number])
  else if (typeof value === 'object' && value !== null)
    put({ within: value as Record<string, unknown>, key: text }, text)
  else put(at, how < 50 ? text : number)
}

/**
 * Operations as no window of ours makes them, and some as it does: with texts at and over each limit, of control
 * characters, halves of characters and all planes of Unicode, with names that every object has, numbers that JSON
 * cannot hold, things that stand twice, fields that are missing. What their schema refuses must be refused; what it takes must
 * be kept. So they are not what their type says, on purpose.
 */
export const oddOperationArbitrary: fc.Arbitrary<Operation> = fc
  .record({ operation: operationArbitrary, oddities: fc.array(oddity, { minLength: 0, maxLength: 2 }) })
  .map(({ operation, oddities }) => {
    const copy = structuredClone(operation)
    for (const each of oddities) makeOdd(copy, each)
    return copy
  })
