import { parentPort } from 'node:worker_threads'
import { type JobKind, type Jobs, jobs } from './jobs'

/** The thread of long computations. It gets plain data and gives plain data back. */
interface Message<K extends JobKind> {
  readonly id: number
  readonly kind: K
  readonly input: Jobs[K]['input']
}

async function answer<K extends JobKind>({ id, kind, input }: Message<K>): Promise<void> {
  try {
    const output = jobs[kind](input)
    parentPort?.postMessage({ id, output: output instanceof Promise ? await output : output })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
}

parentPort?.on('message', (message) => void answer(message))
