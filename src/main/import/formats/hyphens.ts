const brokenOff = /(\p{L}[\p{L}\p{M}’'-]*)[-\u2010]$/u
const rest = /^\p{Ll}[\p{L}\p{M}’']*/u
/** First parts of words that are mostly written with a hyphen. */
const keepsHyphen =
  /^(self|non|anti|pre|post|co|ex|semi|cross|well|half|all|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|two|three|four|five|six|seven|eight|nine|ten|[\p{L}’']+-[\p{L}’'-]+)$/iu

/** The words of a text as it is written, in lower case: by them a hyphen at the end of a line is told. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text.toLowerCase().match(/\p{L}[\p{L}\p{M}’']*(?:[-\u2010]\p{L}[\p{L}\p{M}’']*)*(?![-\u2010]?\s*$)/gmu) ??
    []
  return new Set(words.map((word) => word.replaceAll('\u2010', '-')))
}

/**
 * A line and the one before it where that ends within a word: a hyphen that was only set for the end of the line goes, one
 * of the word itself stays. Which it is, is told by how the text writes the word elsewhere, else by its first part. Null
 * where no word is broken.
 */
export function mendedWord(before: string, line: string, words: ReadonlySet<string>): string | null {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line
  const first = brokenOff.exec(before)?.[1]?.toLowerCase()
  const second = rest.exec(line)?.[0].toLowerCase()
  if (first === undefined || second === undefined) return null
  const isOwn = words.has(`${first}-${second}`) || (!words.has(first + second) && keepsHyphen.test(first))
  return isOwn ? before + line : before.slice(0, -1) + line
}
