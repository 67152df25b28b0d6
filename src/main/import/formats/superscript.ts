const plain = '0123456789+-−'
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻'
const aboveOf = new Map(Array.from(plain, (sign, at) => [sign, above[at] ?? sign]))
const plainOf = new Map(Array.from(above, (sign, at) => [sign, plain[at] ?? sign]))

/**
 * Raised figures with the signs that they have for themselves: 10⁶, m², 2020¹. Set down as they are they would be digits of
 * the number before them. Other words that are raised stay as they are.
 */
export function raised(words: string): string {
  return /^\s*[+\-−]?\d{1,4}\s*$/.test(words)
    ? Array.from(words.trim(), (sign) => aboveOf.get(sign) ?? sign).join('')
    : words
}

/** The same with plain figures, letter for letter. */
export function lowered(words: string): string {
  return words.replace(/[⁰¹²³⁴-⁹⁺⁻]/g, (sign) => plainOf.get(sign) ?? sign)
}
