import type { LineFacts, SideWords } from './line-facts'

/**
 * How typical the context of each line is: the mean, over the words beside it, of the logarithm of how many lines have that
 * word beside them. A line without words has 0.
 */
export function typicality(facts: LineFacts): (line: number) => number {
  const lines = facts.document.length
  const sides = [facts.left, facts.right]
  const counts = new Map<string, number>()
  for (let line = 0; line < lines; line++)
    for (const word of new Set(sides.flatMap((side) => wordsOf(side, line))))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return (line) => {
    const words = sides.flatMap((side) => wordsOf(side, line))
    const sum = words.reduce((total, word) => total + Math.log(counts.get(word) ?? 1), 0)
    return words.length === 0 ? 0 : sum / words.length
  }
}

function wordsOf({ size, table, numbers }: SideWords, line: number): string[] {
  const words: string[] = []
  for (let at = line * size; at < (line + 1) * size; at++) {
    const word = table.words[numbers[at] ?? -1]
    if (word !== undefined) words.push(word)
  }
  return words
}
