import { describe, expect, it } from 'vitest'
import { Turns } from './act-queue'

/** A promise that is fulfilled by hand. */
function later() {
  let done: () => void = () => {}
  const promise = new Promise<void>((resolve) => {
    done = resolve
  })
  return { promise, done }
}

describe('keys in turn', () => {
  it('do at once what holds nobody up', () => {
    const turns = new Turns()
    const seen: string[] = []
    turns.take(() => void seen.push('one'))
    turns.take(() => void seen.push('two'))
    expect(seen).toEqual(['one', 'two'])
    expect(turns.isBusy).toBe(false)
  })

  it('wait for what the key before is still doing, in their order', async () => {
    const turns = new Turns()
    const first = later()
    const third = later()
    const seen: string[] = []
    turns.take(() => {
      seen.push('one')
      return first.promise
    })
    turns.take(() => void seen.push('two'))
    turns.take(() => {
      seen.push('three')
      return third.promise
    })
    turns.take(() => void seen.push('four'))
    expect(seen).toEqual(['one'])
    first.done()
    await expect.poll(() => seen).toEqual(['one', 'two', 'three'])
    third.done()
    await expect.poll(() => seen).toEqual(['one', 'two', 'three', 'four'])
    expect(turns.isBusy).toBe(false)
  })

  it('go on after one that failed, and after one that never ends', async () => {
    const turns = new Turns(5)
    const seen: string[] = []
    turns.take(() => Promise.reject(new Error('no disk')))
    turns.take(() => new Promise(() => {}))
    turns.take(() => void seen.push('on'))
    await expect.poll(() => seen).toEqual(['on'])
  })
})
