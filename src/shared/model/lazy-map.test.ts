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
      ['a', { load: () => ++loads }],
      [
        'b',
        {
          load: () => {
            if (broken) throw new Error('cannot be read now')
            return 7
          }
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
  it('loads an entry in slices, unless it is read or changed meanwhile; what cannot be is left to be read', async () => {
    let done: (value: number | null) => void = () => {}
    const loader = {
      load: () => 1,
      inSlices: () => new Promise<number | null>((resolve) => (done = resolve))
    }
    const prepared = async (
      act: (table: LazyMap<string, number>) => LazyMap<string, number>,
      value: number | null
    ) => {
      const table = LazyMap.lazy([['a', loader]])
      const preparing = table.prepare('a')
      const after = act(table)
      done(value)
      await preparing
      return [[...after.unread()].length, after.get('a')]
    }
    expect(await prepared((table) => table, 2)).toEqual([0, 2])
    expect(await prepared((table) => table, null)).toEqual([1, 1])
    const read = (table: LazyMap<string, number>) => {
      table.get('a')
      return table
    }
    expect(await prepared(read, 2)).toEqual([0, 1])
    expect(await prepared((table) => table.set('a', 3), 2)).toEqual([0, 3])
    await LazyMap.from({ a: 4 }).prepare('a')
  })
})
