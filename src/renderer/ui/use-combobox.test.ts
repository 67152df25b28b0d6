import { describe, expect, it } from 'vitest'
import { nextOption } from './use-combobox'

describe('the arrows in a list of options', () => {
  it.each([
    { key: 'ArrowDown', at: 0, count: 3, wrap: 1, stop: 1 },
    { key: 'ArrowDown', at: 2, count: 3, wrap: 0, stop: 2 },
    { key: 'ArrowUp', at: 0, count: 3, wrap: 2, stop: 0 },
    { key: 'ArrowUp', at: 2, count: 3, wrap: 1, stop: 1 },
    { key: 'ArrowDown', at: 0, count: 1, wrap: 0, stop: 0 },
    { key: 'ArrowUp', at: 0, count: 0, wrap: 0, stop: 0 }
  ])('$key from $at of $count', ({ key, at, count, wrap, stop }) => {
    expect(nextOption(key, at, count, 'wrap')).toBe(wrap)
    expect(nextOption(key, at, count, 'stop')).toBe(stop)
  })

  it('are no other keys', () => {
    for (const key of ['Enter', 'Home', 'a', 'ArrowLeft']) expect(nextOption(key, 1, 3, 'wrap')).toBeNull()
  })
})
