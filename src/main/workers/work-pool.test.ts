import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { plainPattern } from '../../shared/search/find-in-text'
import { Finder } from './text-finder'
import { JobTooSlow, type RunOptions, WorkPool } from './work-pool'

const script = join(import.meta.dirname, 'testing/obedient-thread.mjs')
let pool = new WorkPool(script)

afterEach(() => pool.close())

/** Has a thread do what it is told. */
function tell(what: string, options: RunOptions = {}) {
  const input = { text: what, blocks: [], pattern: { query: '', ...plainPattern }, language: 'en' }
  return pool.run('find', input, options)
}

const thread = async (what: string, options: RunOptions = {}) => (await tell(what, options))[0]?.start

describe('the pool of threads', () => {
  it('does as many jobs at a time as it has threads', async () => {
    pool = new WorkPool(script, 2)
    const used = await Promise.all([thread('wait 100'), thread('wait 100'), thread('go')])
    expect(new Set(used).size).toBe(2)
  })

  it('does first what a hand waits for, then what a view shows, then what goes on behind', async () => {
    pool = new WorkPool(script, 1)
    const done: string[] = []
    const told = (name: string, options: RunOptions) => tell('go', options).then(() => done.push(name))
    const first = tell('wait 100')
    await Promise.all([
      first,
      told('behind', { priority: 'background' }),
      told('view', {}),
      told('hand', { priority: 'hand' })
    ])
    expect(done).toEqual(['hand', 'view', 'behind'])
  })

  it('never gives the last thread to what goes on behind', async () => {
    pool = new WorkPool(script, 2)
    const end = new AbortController()
    const behind = [1, 2, 3].map(() => tell('spin', { priority: 'background', signal: end.signal }))
    expect(await thread('go', { priority: 'hand' })).toBeGreaterThan(0)
    end.abort(new Error('enough'))
    for (const each of behind) await expect(each).rejects.toThrow('enough')
  })

  it('ends the one job that is aborted, whether it waits or runs, and no other', async () => {
    pool = new WorkPool(script, 1)
    const running = new AbortController()
    const waiting = new AbortController()
    const spins = tell('spin', { signal: running.signal })
    const waits = tell('go', { signal: waiting.signal })
    const other = thread('go')
    waiting.abort(new Error('no longer wanted'))
    await expect(waits).rejects.toThrow('no longer wanted')
    running.abort(new Error('nor this'))
    await expect(spins).rejects.toThrow('nor this')
    expect(await other).toBeGreaterThan(0)
    await expect(tell('go', { signal: running.signal })).rejects.toThrow('nor this')
  })

  it('ends a job that takes too long; the time that it waits does not count', async () => {
    pool = new WorkPool(script, 1)
    const before = tell('wait 300')
    const quick = thread('go', { patienceMs: 200 })
    await before
    expect(await quick).toBeGreaterThan(0)
    await expect(tell('spin', { patienceMs: 100 })).rejects.toBeInstanceOf(JobTooSlow)
    expect(await thread('go')).toBeGreaterThan(0)
  })

  it('goes on after a job that throws, and after a thread that dies', async () => {
    pool = new WorkPool(script, 1)
    await expect(tell('throw')).rejects.toThrow('as it was told')
    const after = thread('go')
    await expect(tell('die')).rejects.toThrow('the thread ended')
    expect(await after).toBeGreaterThan(0)
    expect(await thread('go')).toBeGreaterThan(0)
  })

  it('rejects what waits and what runs when it is closed', async () => {
    pool = new WorkPool(script, 1)
    const jobs = [tell('spin'), tell('go')]
    const ended = Promise.allSettled(jobs)
    await pool.close()
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('finding a pattern', () => {
  const regex = { query: '(a+)+b', ...plainPattern, regex: true }

  it('does not make the next, right one wrong when one needs for ever', async () => {
    pool = new WorkPool(script, 1)
    const finder = new Finder(pool, 500)
    const [slow, right] = await Promise.all([
      finder.find('spin', [], regex, 'en'),
      finder.find('go', [], regex, 'en')
    ])
    expect(slow.ok || slow.error.key).toBe('patternTooSlow')
    expect(right.ok).toBe(true)
  })

  it('says what is wrong with a pattern, and rejects where it is given up', async () => {
    pool = new WorkPool(script, 1)
    const finder = new Finder(pool, 2000)
    const wrong = await finder.find('throw', [], regex, 'en')
    expect(wrong.ok || wrong.error.key).toBe('patternWrong')
    const controller = new AbortController()
    const given = finder.find('spin', [], regex, 'en', { signal: controller.signal })
    controller.abort(new Error('given up'))
    await expect(given).rejects.toThrow('given up')
  })
})
