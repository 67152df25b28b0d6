import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChange, mergedList, withListChange } from './list-changes'

const element = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')
const list = fc.uniqueArray(element, { maxLength: 7 })
const sorted = (elements: readonly string[]) => [...elements].sort()

describe('changes of a list', () => {
  it('give the same elements in whichever order two of them come, where they are about different ones', () => {
    fc.assert(
      fc.property(list, list, list, list, (start, add, remove, other) => {
        const mine = { add: add.filter((each) => !other.includes(each)), remove: [] }
        const theirs = { add: other.filter((each) => !remove.includes(each)), remove: [] }
        const losing = {
          add: [],
          remove: remove.filter((each) => !add.includes(each) && !other.includes(each))
        }
        const one = [mine, theirs, losing].reduce(withListChange, start)
        const another = [losing, theirs, mine].reduce(withListChange, start)
        expect(sorted(one)).toEqual(sorted(another))
        for (const each of [...mine.add, ...theirs.add]) expect(one).toContain(each)
        for (const each of losing.remove) expect(one).not.toContain(each)
      })
    )
  })

  it('lead from one list to another', () => {
    fc.assert(
      fc.property(list, list, (from, to) => {
        expect(sorted(withListChange(from, listChange(from, to)))).toEqual(sorted(to))
      })
    )
  })
})

describe('a list that two have changed', () => {
  it('has what either put in, and nothing that either took out', () => {
    fc.assert(
      fc.property(list, list, list, (seen, wanted, now) => {
        const merged = mergedList(seen, wanted, now)
        expect(new Set(merged).size).toBe(merged.length)
        const [mine, theirs] = [listChange(seen, wanted), listChange(seen, now)]
        for (const each of [...mine.add, ...theirs.add]) expect(merged).toContain(each)
        for (const each of seen)
          expect(merged.includes(each)).toBe(wanted.includes(each) && now.includes(each))
      })
    )
  })

  it('is what one of them wants, in its order, where the other changed nothing', () => {
    fc.assert(
      fc.property(list, list, (seen, wanted) => {
        expect(mergedList(seen, wanted, seen)).toEqual(wanted)
        expect(mergedList(seen, seen, wanted)).toEqual(wanted)
      })
    )
  })

  it.each([
    ['a new one stays behind the one that it was put behind', 'abc', 'axbc', 'cba', 'cbax'],
    ['an order by hand holds with what came meanwhile', 'abc', 'cab', 'abxc', 'cabx'],
    ['what was taken out elsewhere does not come back', 'abc', 'cba', 'ac', 'ca']
  ])('%s', (_, seen, wanted, now, merged) => {
    expect(mergedList([...seen], [...wanted], [...now]).join('')).toBe(merged)
  })
})
