/** The longest texts that records take, in UTF-16 code units: for the schemas, and for the fields that say so at once. */
export const textLimits = {
  memo: 200_000,
  memoTitle: 500,
  phrase: 500,
  themeName: 200,
  themeProse: 20_000,
  coderName: 200
} as const
