import { parentPort } from 'node:worker_threads'
import { type AlignOptions, align } from '../../shared/alignment/align'

/** The thread of long computations. It gets plain data and gives plain data back. */
export interface AlignJob {
  readonly id: number
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly options: AlignOptions
}

parentPort?.on('message', ({ id, a, b, options }: AlignJob) => {
  parentPort?.postMessage({ id, links: align(a, b, options) })
})
