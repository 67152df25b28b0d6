import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Events } from '../../shared/ipc/answers'
import { SessionMonitor } from './session-monitor'
import { withProgress } from './with-progress'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A project and its backups that count how often they were looked at. */
function counted(look: () => Promise<void> = () => Promise.resolve()) {
  const times = { probed: 0, looked: 0, stopped: 0 }
  const session = {
    probe: () => {
      times.probed++
      return Promise.resolve()
    }
  }
  const backups = {
    look: () => {
      times.looked++
      return look()
    },
    stop: () => {
      times.stopped++
      return Promise.resolve()
    }
  }
  return { times, monitor: new SessionMonitor(session, backups) }
}

const hourMs = 60 * 60 * 1000

describe('an open project', () => {
  it('is looked after all day: its folder every three seconds, its backups soon and each hour', async () => {
    const { times, monitor } = counted()
    await vi.advanceTimersByTimeAsync(3000)
    expect(times).toEqual({ probed: 1, looked: 1, stopped: 0 })
    await vi.advanceTimersByTimeAsync(24 * hourMs)
    expect(times.looked).toBe(25)
    expect(times.probed).toBe(1 + (24 * hourMs) / 3000)
    await monitor.stop()
  })

  it('has its next backup though one failed', async () => {
    const { times, monitor } = counted(() => Promise.reject(new Error('the drive is away')))
    await vi.advanceTimersByTimeAsync(2 * hourMs)
    expect(times.looked).toBe(3)
    await monitor.stop()
  })

  it('is left alone once it is closed', async () => {
    const { times, monitor } = counted()
    await monitor.stop()
    await vi.advanceTimersByTimeAsync(2 * hourMs)
    expect(times).toEqual({ probed: 0, looked: 0, stopped: 1 })
  })
})

describe('work that may take long', () => {
  /** What windows hear while a tenth of the work is done every so many milliseconds. */
  async function heard(stepMs: number, failing = false) {
    const told: Events['progress'][] = []
    const audience = { broadcast: (_: 'progress', payload: Events['progress']) => void told.push(payload) }
    const work = withProgress(audience, async (progress) => {
      for (let done = 1; done <= 10; done++) {
        await vi.advanceTimersByTimeAsync(stepMs)
        progress(done, 10)
      }
      if (failing) throw new Error('no disk')
      return 'done'
    })
    return { told, end: await work.catch((error: Error) => error.message) }
  }

  it('says nothing where it is done at once', async () => {
    expect(await heard(20)).toEqual({ told: [], end: 'done' })
  })

  it('says how far it is after a while, no more than ten times a second, and when it is over', async () => {
    const { told } = await heard(60)
    expect(told[0]).toEqual({ done: 5, total: 10 })
    expect(told.length).toBeLessThanOrEqual(5)
    expect(told.at(-1)).toBeNull()
  })

  it('leaves no bar behind where it fails', async () => {
    const { told, end } = await heard(100, true)
    expect(end).toBe('no disk')
    expect(told.at(-1)).toBeNull()
  })
})
