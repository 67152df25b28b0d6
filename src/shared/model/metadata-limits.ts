/** How long the fields of a text's metadata may be, in UTF-16 code units. Windows need them too, and have no zod. */
export const metadataLimits = {
  title: 2000,
  /** The line that names are typed in. */
  author: 20_000,
  publisher: 1000,
  source: 2000,
  credit: 1000,
  notes: 100_000,
  attributeName: 200,
  attributeValue: 5000
} as const

/** The grammar of a language tag (BCP 47, RFC 5646): a language and subtags of one to eight letters or digits. */
export const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/
