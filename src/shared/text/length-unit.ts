/** Languages that are written without spaces between words, so that a text's length is told in characters (`countWords` counts each). */
const byCharacter = /^(zh|yue|wuu|lzh|ja)\b/i

/** Whether what `countWords` has counted of a text are characters for the most part, by its language tag. */
export function countsCharacters(language: string): boolean {
  return byCharacter.test(language)
}
