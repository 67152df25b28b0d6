/** How a stretch parts from another version: words that only this one has, other words, words that stand elsewhere, figures, names. */
export const stretchKinds = ['alone', 'substituted', 'moved', 'figure', 'name'] as const
export type StretchKind = (typeof stretchKinds)[number]

/**
 * For each row in which two versions part, stretches one after another as four numbers: 0 for the first of the two, 1 for the
 * second; start and end in its text (UTF-16); the kind's place in `stretchKinds`.
 */
export type PairDifferences = Readonly<Record<number, readonly number[]>>

/** What the page says; `{n}` and `{m}` are numbers. */
export interface EditionWords {
  readonly leftOut: string
  readonly row: string
  readonly rows: string
  readonly rowOf: string
  readonly rowsShown: string
  readonly hitOf: string
  readonly noHits: string
  readonly elsewhere: string
  readonly doubtful: string
  readonly version: string
  readonly auto: string
  readonly light: string
  readonly dark: string
  readonly kinds: Readonly<Record<StretchKind | 'leftOut', string>>
}

/** What the page's script is given beside the texts, which stand in the page itself. */
export interface EditionData {
  readonly rows: number
  readonly versions: readonly { readonly name: string; readonly title: string; readonly language: string }[]
  /** Cells whose link is doubtful, and whose words stand elsewhere in their text: row × number of versions + version. */
  readonly doubtful: readonly number[]
  readonly moved: readonly number[]
  readonly themes: readonly string[]
  /** By pair, `0-2`: the lower number first. */
  readonly differences: Readonly<Record<string, PairDifferences>>
  readonly words: EditionWords
}
