import { readFile } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/**
 * What all processes of the app have in memory together, in MB, and each by itself. On Linux a page that several
 * processes share counts for each by its part (PSS); elsewhere it counts for every one of them (working set).
 */
export async function memoryOf(app: ElectronApplication): Promise<string> {
  const sizes = await sizesOf(app)
  const each = sizes.map(({ type, megabytes }) => `${type} ${megabytes.toFixed(0)}`).join(', ')
  return `${whole(sizes).toFixed(0)} MB (${each})`
}

/** Looks at the memory of the whole app every so often, until `stop`, which gives the highest sum that was seen. */
export function watchMemory(app: ElectronApplication): { stop: () => string } {
  const intervalMs = 500
  let highest = 0
  let looks = 0
  const look = setInterval(async () => {
    highest = Math.max(highest, whole(await sizesOf(app).catch(() => [])))
    looks++
  }, intervalMs)
  return {
    stop: () => {
      clearInterval(look)
      return `${highest.toFixed(0)} MB in ${looks} looks, one each ${intervalMs} ms`
    }
  }
}

interface ProcessSize {
  readonly type: string
  readonly megabytes: number
}

const whole = (sizes: readonly ProcessSize[]): number =>
  sizes.reduce((sum, { megabytes }) => sum + megabytes, 0)

async function sizesOf(app: ElectronApplication): Promise<ProcessSize[]> {
  const processes = await app.evaluate(({ app: own }) =>
    own.getAppMetrics().map(({ pid, type, memory }) => ({ pid, type, kilobytes: memory.workingSetSize }))
  )
  return await Promise.all(
    processes.map(async ({ pid, type, kilobytes }) => ({
      type,
      megabytes: ((await proportionalSetSize(pid)) ?? kilobytes) / 1024
    }))
  )
}

/** In kilobytes, as the kernel tells it; undefined where it does not. */
async function proportionalSetSize(pid: number): Promise<number | undefined> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const found = /^Pss:\s+(\d+) kB$/m.exec(rollup)
  return found?.[1] === undefined ? undefined : Number(found[1])
}
