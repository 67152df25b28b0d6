import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Debounce } from './debounce'

describe('what waits for a pause', () => {
  let runs = 0
  const debounce = new Debounce(() => runs++, 900, 5000)
  beforeEach(() => {
    runs = 0
    vi.useFakeTimers()
  })
  afterEach(() => {
    debounce.cancel()
    vi.useRealTimers()
  })

  it('runs once after the last key', () => {
    for (let key = 0; key < 5; key++) {
      debounce.touch()
      vi.advanceTimersByTime(500)
    }
    expect(runs).toBe(0)
    vi.advanceTimersByTime(400)
    expect(runs).toBe(1)
    vi.advanceTimersByTime(10_000)
    expect(runs).toBe(1)
  })

  it('runs every five seconds however long one types without a pause', () => {
    for (let passed = 0; passed < 30_000; passed += 100) {
      debounce.touch()
      vi.advanceTimersByTime(100)
    }
    expect(runs).toBeGreaterThanOrEqual(5)
    expect(runs).toBeLessThanOrEqual(6)
  })

  it('runs at once where it is asked to, and not again', () => {
    debounce.now()
    expect(runs).toBe(0)
    debounce.touch()
    debounce.now()
    vi.advanceTimersByTime(10_000)
    expect(runs).toBe(1)
  })
})
