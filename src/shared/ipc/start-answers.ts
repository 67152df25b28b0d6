export interface RecentProject {
  readonly folder: string
  readonly name: string
}

/** The Electron that runs is of an older major version than the one this build is made for. */
export interface OldEngine {
  /** Major versions. */
  readonly running: number
  readonly wanted: number
  /** Whether its makers still mend it, as far as the numbers tell. */
  readonly supported: boolean
  /** Whether `npm start` looks for the newer one. */
  readonly renews: boolean
}
