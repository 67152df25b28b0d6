import { setFlagsFromString } from 'node:v8'

/** So many bytes of code a function runs before V8 compiles it anew: its own measure, and that of a run of a second. */
const usualBudget = 66 * 1024
const shortRunBudget = 1_000_000

/**
 * Has V8 compile anew only what runs for long. Of the processor time of a command that is over in a second, a fifth went
 * into compiling what was hardly run any more: 5,000 excerpts as CSV take 880 ms so and 1,080 otherwise. Does nothing in
 * Electron's process, whose engine takes no such orders once it runs.
 */
export function expectShortRun(): void {
  if (process.versions.electron === undefined) setFlagsFromString(`--interrupt-budget=${shortRunBudget}`)
}

/** From so many parts on memory is worth more than time: fewer are written before much of it is to be had back. */
const manyParts = 50_000
/** The heap may grow by so much, in percent, before it is swept; V8 lets it grow to several times its size. */
const growthPercent = 40

/**
 * Keeps the heap of this process near what it holds, where so many parts are written that each leaves something behind:
 * 200,000 excerpts as JSON take 370 MB so and 790 MB otherwise, and a fifth more of processor time
 * (`npm run bench -- export`). Such a run is no short one.
 */
export function expectManyParts(parts: number): void {
  if (parts < manyParts || process.versions.electron !== undefined) return
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
  setFlagsFromString(`--interrupt-budget=${usualBudget}`)
}
