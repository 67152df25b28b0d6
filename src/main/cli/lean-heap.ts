import { setFlagsFromString } from 'node:v8'

/** From so many parts on memory is worth more than time: fewer are written before much of it is to be had back. */
const manyParts = 50_000
/** The heap may grow by so much, in percent, before it is swept; V8 lets it grow to several times its size. */
const growthPercent = 40

/**
 * Keeps the heap of this process near what it holds, where so many parts are written that each leaves something behind:
 * 200,000 excerpts as JSON take 370 MB so and 790 MB otherwise, and a fifth more of processor time
 * (`npm run bench -- export`). Does nothing in Electron's process, whose engine takes no such orders once it runs.
 */
export function keepHeapLean(parts: number): void {
  if (parts >= manyParts && process.versions.electron === undefined)
    setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
}
