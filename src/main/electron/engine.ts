import type { OldEngine } from '../../shared/ipc/start-answers'

/** Electron's makers mend the newest three major versions. */
const supportedMajors = 3

/**
 * What a window warns of where the running Electron is of an older major version than the one this build is made for.
 *
 * @param running the version that runs, as `33.2.1`
 * @param wanted the version that was fixed when this was built
 * @param renews whether the next start may find a newer one by itself
 */
export function oldEngine(running: string, wanted: string, renews: boolean): OldEngine | null {
  const [runs, wants] = [running, wanted].map((version) => Number.parseInt(version, 10))
  if (runs === undefined || wants === undefined || !(runs < wants)) return null
  return { running: runs, wanted: wants, supported: wants - runs < supportedMajors, renews }
}
