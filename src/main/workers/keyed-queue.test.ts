import { expect, it } from 'vitest'
import { KeyedQueue } from './keyed-queue'

/** Work that ends when it is told to. */
function heldWork() {
  let end = () => {}
  let fail = (_: Error) => {}
  const held = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { held, end, fail }
}

const turn = () => new Promise((next) => setImmediate(next))

it('work on one thing waits for the one before; work on another does not', async () => {
  const queue = new KeyedQueue()
  const order: string[] = []
  const first = heldWork()
  const work = (name: string, held?: Promise<void>) => async () => {
    order.push(`${name} begins`)
    await held
    order.push(`${name} ends`)
    return name
  }
  const done = [
    queue.run('a', work('a1', first.held)),
    queue.run('a', work('a2')),
    queue.run('b', work('b1'))
  ]
  await turn()
  expect(order).toEqual(['a1 begins', 'b1 begins', 'b1 ends'])
  first.end()
  expect(await Promise.all(done)).toEqual(['a1', 'a2', 'b1'])
  expect(order.slice(-3)).toEqual(['a1 ends', 'a2 begins', 'a2 ends'])
})

it('work that fails keeps nothing from going on, and tells whoever gave it', async () => {
  const queue = new KeyedQueue()
  const first = heldWork()
  const failing = queue.run('a', () => first.held)
  const next = queue.run('a', () => Promise.resolve('next'))
  first.fail(new Error('broken'))
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
  expect(await queue.run('a', () => Promise.resolve('later'))).toBe('later')
})
