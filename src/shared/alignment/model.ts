/** The numbers of the model: some are fixed, some are estimated from the texts at hand after the first pass. */
export interface Model {
  /** The kinds of rendering a link may be, from literal to free: how likely, and the share of tokens that answer. */
  readonly kinds: readonly { readonly prior: number; readonly answered: number }[]
  /** How much of a token's evidence counts; tokens of one sentence do not speak independently. */
  readonly tempering: number
  /** Words of the language at large that are counted with those of a text, so that what a text repeats is not taken for common. */
  readonly background: number
  /** Length: log of letters of b for one of a, the spread of that log, and how much it counts. */
  readonly length: {
    readonly ratio: number
    readonly spread: number
    readonly noise: number
    readonly weight: number
  }
  /** Cost of a link by its shape, [m][n]. */
  readonly shapeCost: (m: number, n: number) => number
  /** Cost of a first left-out sentence and of each that follows it, on either side. */
  readonly gapOpen: number
  readonly gapMore: number
  /** What paragraphs say: gains where both sides begin one, where only one does, and inside a link. */
  readonly paragraphs: { readonly both: number; readonly one: number; readonly inside: number }
  /** A heading that is linked with running text. */
  readonly mixedHeading: number
  /** A sentence in brackets, such as a note, that is linked without one in brackets on the other side. */
  readonly lonelyBracket: number
}

/** The most sentences of one side in a link. */
export const longestLink = 64

export const defaults = {
  kinds: [
    { prior: 0.45, answered: 0.6 },
    { prior: 0.45, answered: 0.26 },
    { prior: 0.1, answered: 0.04 }
  ],
  silence: 0.6,
  kindPrior: 17,
  tempering: 0.5,
  background: 600,
  lengthSpread: 0.38,
  lengthNoise: 0.7,
  lengthWeight: 1.6,
  gapOpen: 3.5,
  gapMore: 1.15,
  paragraphs: { both: 0.9, one: -0.3, inside: -0.3 },
  mixedHeading: -3,
  lonelyBracket: -5,
  /** What leaving out a sentence within a link costs. */
  innerLeftOut: 5,
  /** What a link's shape costs before any text is known: 1–1, then by how many more. */
  oneToOne: 0.52,
  oneToTwo: 1.7,
  oneMore: 1.24,
  /** One sentence may answer forty, as in a genealogy: beyond so many more, each costs less. */
  usualMore: 8,
  oneFarMore: 0.6,
  manyToMany: 2.1,
  /** How many links what is expected of shapes counts for, beside those found. */
  shapePrior: 60,
  passes: 3,
  anchorMargin: 8,
  marginTwo: 10,
  marginThree: 6,
  marginLong: 4,
  movedCost: 3.1,
  movedNearCost: 2,
  movedGap: 0.42
} as const

export type Defaults = {
  [K in keyof typeof defaults]: (typeof defaults)[K] extends number ? number : (typeof defaults)[K]
}

/** The cost of a shape when nothing is known of the texts. */
export function shapeCostOf(d: Defaults): (m: number, n: number) => number {
  return (m, n) => {
    const few = Math.min(m, n)
    const more = Math.max(m, n) - few
    const furtherOf = (count: number) =>
      d.oneMore * Math.min(count, d.usualMore) + d.oneFarMore * Math.max(0, count - d.usualMore)
    if (few === 1) return more === 0 ? d.oneToOne : d.oneToTwo + furtherOf(more - 1)
    return d.oneToTwo + d.manyToMany * (few - 1) + furtherOf(more)
  }
}
