import type { SeededRandom } from './seeded-random'

/** Names that lead elsewhere, or mean something to JavaScript or to an operating system. */
export function oddNames(outside: string): readonly string[] {
  return [
    '../outside/diary.txt',
    '../outside/made.json',
    'library/../../outside/diary.txt',
    'library/$(touch made)/../../../outside/diary.txt',
    'annotations/../../outside/folder/a1.json',
    'annotations/../../../../../../../../../../../../tmp/made.json',
    `${outside}/diary.txt`,
    `library/${outside}/diary.txt`,
    'library\\..\\..\\outside\\diary.txt',
    '__proto__',
    'constructor',
    'toString',
    'annotations/__proto__.json',
    'annotations/constructor.json',
    'alignments/hasOwnProperty.json',
    'annotations/CON.json',
    'annotations/nul.json',
    'annotations/a\u0000b.json',
    'annotations/.json',
    'annotations/..json',
    'annotations/%2e%2e%2fdiary.json',
    `annotations/${'a'.repeat(300)}.json`,
    'annotations/\u00e9.json',
    'annotations/e\u0301.json',
    'annotations/\u{20000}.json',
    'annotations/\u202e.json',
    'library/g.json',
    'library/00.json',
    'journal/000001.jsonl',
    'backups/texts/x.json',
    '.lock',
    '.gitattributes',
    'checkpoint.json',
    ''
  ]
}

/** A value that may stand where another is expected. */
export function oddValue(random: SeededRandom): unknown {
  return random.pick<() => unknown>([
    () => '',
    () => '__proto__',
    () => 'constructor',
    () => '../../outside/diary.txt',
    () => 'a\u0000b',
    () => '\ud800',
    () => 'x'.repeat(100_000),
    () => '9999-99-99',
    () => '+010000-01-01T00:00:00.000Z',
    () => 0,
    () => -1,
    () => 0.5,
    () => 1e308,
    () => 2 ** 53,
    () => 999_999_999_999_999,
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => nested(3000),
    () => ownProto({ polluted: 'yes' })
  ])()
}

/** Arrays in arrays, so many levels deep. */
function nested(levels: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

/** An object with a property of its own that is called `__proto__`, as JSON.parse makes it. */
export function ownProto(value: unknown): unknown {
  return withKey({}, '__proto__', value)
}

/** Puts a property into an object under any name at all. */
export function withKey<T extends object>(record: T, key: string, value: unknown): T {
  return Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Puts something odd at a random place of a JSON value, in keys too. Answers where. */
export function makeOdd(
  value: object,
  random: SeededRandom,
  odd: () => unknown = () => oddValue(random)
): string {
  let at: Record<string, unknown> = value as Record<string, unknown>
  const trail: string[] = []
  for (;;) {
    const keys = Object.keys(at)
    if (keys.length === 0) break
    const key = random.pick(keys)
    trail.push(key)
    const below = at[key]
    if (typeof below === 'object' && below !== null && random.chance(0.8)) {
      at = below as Record<string, unknown>
      continue
    }
    if (random.chance(0.25)) {
      withKey(at, random.pick(['__proto__', 'constructor', 'CON', '', 'x/../y', 'toString']), below)
      if (random.chance(0.5)) delete at[key]
      return `${trail.join('.')}: its key`
    }
    withKey(at, key, odd())
    return trail.join('.')
  }
  withKey(at, 'odd', odd())
  return `${trail.join('.')}.odd`
}
