/** The displays that tests may use, one for each worker: windows on one would take the focus from each other. */
export const displays: readonly (string | undefined)[] = process.env.VARIORUM_TEST_DISPLAYS?.split(' ') ?? [
  process.env.DISPLAY
]

/** The display of this worker. */
export function ownDisplay(): string | undefined {
  return displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
}
