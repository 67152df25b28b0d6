import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { countedState } from '../../shared/operations/counted-state'
import { blankState, makeTheme } from '../../shared/testing/sample-records'
import { CheckpointWriter } from './checkpoint'
import { realFiles } from './files'
import { Snapshots } from './snapshots'

let folder: string
let seq: number
let snapshots: Snapshots
/** How often the files were begun to be written, and the first change that was covered by them. */
let begun: number
let covered: Promise<number>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-snapshots-'))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  seq = 0
  begun = 0
  const state = countedState(blankState())
  covered = new Promise((resolve, reject) => {
    snapshots = new Snapshots(folder, realFiles, new CheckpointWriter(folder, realFiles, {}), {
      current: () => {
        begun++
        return { standing: state, seq }
      },
      guard: () => {},
      closedSegments: () => ({}),
      covered: resolve,
      failed: reject
    })
  })
})

afterEach(async () => {
  snapshots.stop()
  vi.useRealTimers()
  await rm(folder, { recursive: true, force: true })
})

/** Makes changes, so long after one another. */
async function change(times: number, everyMilliseconds: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    seq++
    snapshots.touch({ type: 'theme.add', theme: makeTheme(`t${seq}`), index: 0 })
    await vi.advanceTimersByTimeAsync(everyMilliseconds)
  }
}

describe('snapshot files', () => {
  it('are not written while one change follows another, and once it is quiet', async () => {
    await change(9, 900)
    expect(begun).toBe(0)
    await vi.advanceTimersByTimeAsync(100)
    expect(begun).toBe(1)
    expect(await covered).toBe(9)
  })

  it('are written after ten seconds though changes go on', async () => {
    await change(20, 900)
    expect(begun).toBe(1)
    expect(await covered).toBe(12)
  })
})
