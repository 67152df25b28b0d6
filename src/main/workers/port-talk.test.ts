import { describe, expect, it } from 'vitest'
import { type Answers, type Port, PortTalk } from './port-talk'

type Sums = { readonly double: { readonly input: number; readonly output: number } }
type Names = { readonly name: { readonly input: null; readonly output: string } }

/** Two ends of a channel; what is posted arrives a turn later, as a copy. */
function channel(): [Port, Port] {
  const listeners: ((message: unknown) => void)[] = []
  const end = (own: number, other: number): Port => ({
    post(message) {
      const copy: unknown = structuredClone(message)
      setImmediate(() => listeners[other]?.(copy))
    },
    onMessage(listener) {
      listeners[own] = listener
    }
  })
  return [end(0, 1), end(1, 0)]
}

function talks(sums: Answers<Sums>) {
  const [here, there] = channel()
  const asking = new PortTalk<Names, Sums>(here, { name: async () => 'window' })
  const answering = new PortTalk<Sums, Names>(there, sums)
  return { asking, answering }
}

describe('two threads that ask each other things', () => {
  it('are each answered what they asked, in whatever order answers come', async () => {
    const { asking, answering } = talks({
      double: async (value) => {
        for (let turn = 0; turn < 10 - value; turn++) await new Promise((next) => setImmediate(next))
        return 2 * value
      }
    })
    const answers = [1, 5, 9].map((value) => asking.ask('double', value))
    expect(await answering.ask('name', null)).toBe('window')
    expect(await Promise.all(answers)).toEqual([2, 10, 18])
  })

  it('hear why the other failed, and go on', async () => {
    const { asking } = talks({
      double: (value) => (value < 0 ? Promise.reject(new Error('below nothing')) : Promise.resolve(2 * value))
    })
    await expect(asking.ask('double', -1)).rejects.toThrow('below nothing')
    expect(await asking.ask('double', 2)).toBe(4)
  })

  it('hear how far an answer is, each asker of its own', async () => {
    const { asking } = talks({
      double: async (value, _, howFar) => {
        for (let done = 1; done <= value; done++) howFar(done, value)
        return 2 * value
      }
    })
    const heard: number[][] = [[], []]
    const ask = (value: number, at: number) =>
      asking.ask('double', value, undefined, (done, total) => heard[at]?.push(done / total))
    expect(await Promise.all([ask(2, 0), ask(4, 1)])).toEqual([4, 8])
    expect(heard).toEqual([
      [0.5, 1],
      [0.25, 0.5, 0.75, 1]
    ])
  })

  it('wait for nothing any more once the other is gone', async () => {
    const { asking } = talks({ double: () => new Promise(() => {}) })
    const waiting = [1, 2].map((value) => asking.ask('double', value))
    asking.end(new Error('the thread has ended'))
    for (const answer of waiting) await expect(answer).rejects.toThrow('has ended')
  })
})
