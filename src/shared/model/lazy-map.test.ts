import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LazyMap, recordOf } from './lazy-map'

const key = fc.constantFrom('a', 'b', 'c', 'dd', 'é', '中', 'toString', '__proto__')
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key, value: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), key, value: fc.nat() })
)

describe('a table', () => {
  it('holds what a map would, and leaves every earlier state as it was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let table = LazyMap.empty<string, number>()
        const map = new Map<string, number>()
        const earlier: [LazyMap<string, number>, [string, number][]][] = []
        for (const each of steps) {
          earlier.push([table, [...map]])
          if (each.do === 'set') {
            table = table.set(each.key, each.value)
            map.set(each.key, each.value)
          } else {
            table = table.delete(each.key)
            map.delete(each.key)
          }
          expect(table.size).toBe(map.size)
          expect(table.get(each.key)).toBe(map.get(each.key))
          expect(table.has(each.key)).toBe(map.has(each.key))
        }
        const sorted = (entries: Iterable<[string, number]>) =>
          [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(table.entries())).toEqual(sorted(map))
        for (const [before, entries] of earlier) expect(sorted(before.entries())).toEqual(sorted(entries))
      })
    )
  })

  it('loads an entry when it is first read, once, and tries again where loading failed', () => {
    let loads = 0
    let broken = true
    const table = LazyMap.lazy([
      ['a', () => ++loads],
      [
        'b',
        () => {
          if (broken) throw new Error('cannot be read now')
          return 7
        }
      ]
    ])
    expect([...table.unread()].sort()).toEqual(['a', 'b'])
    expect([table.get('a'), table.get('a'), loads]).toEqual([1, 1, 1])
    expect(() => table.get('b')).toThrow('cannot be read now')
    broken = false
    expect(table.get('b')).toBe(7)
    expect([...table.unread()]).toEqual([])
    expect(recordOf(table)).toBe(recordOf(table))
  })
})
