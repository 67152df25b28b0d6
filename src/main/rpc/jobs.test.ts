import { describe, expect, it } from 'vitest'
import { OpenJobs } from './jobs'
import { HeardClient } from './testing/make-host'

/** Work that goes on until it is told to stop. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))

describe('long work of windows', () => {
  it('is stopped by its name, in the window that asked for it alone', async () => {
    const jobs = new OpenJobs()
    const [one, other] = [new HeardClient(), new HeardClient()]
    const own = jobs.run(one, 'find', ({ signal }) => untilAborted(signal))
    let isStopped = false
    const theirs = jobs
      .run(other, 'find', ({ signal }) => untilAborted(signal))
      .then(() => {
        isStopped = true
      })
    jobs.cancel(one, 'find')
    expect(await own).toBe('stopped')
    expect(isStopped).toBe(false)
    jobs.leave(other)
    await theirs
  })

  it('is stopped by what is asked anew under its name, which goes on', async () => {
    const jobs = new OpenJobs()
    const client = new HeardClient()
    const first = jobs.run(client, 'find', ({ signal }) => untilAborted(signal))
    const second = jobs.run(client, 'find', ({ signal }) => untilAborted(signal))
    expect(await first).toBe('stopped')
    jobs.cancel(client, 'find')
    expect(await second).toBe('stopped')
  })

  it('without a name is stopped with its window, and tells no progress', async () => {
    const jobs = new OpenJobs()
    const client = new HeardClient()
    const work = jobs.run(client, null, ({ signal, progress }) => {
      progress(1, 2)
      return untilAborted(signal)
    })
    jobs.leave(client)
    expect(await work).toBe('stopped')
    expect(client.heard).toEqual([])
  })

  it('that fails says so, and its name is free again', async () => {
    const jobs = new OpenJobs()
    const client = new HeardClient()
    await expect(jobs.run(client, 'find', () => Promise.reject(new Error('no disk')))).rejects.toThrow(
      'no disk'
    )
    jobs.cancel(client, 'find')
    expect(await jobs.run(client, 'find', () => Promise.resolve(1))).toBe(1)
  })
})
