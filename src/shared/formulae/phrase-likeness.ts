import { functionWords } from './function-words'
import { numberAgreement, numbersOf } from './numbers-in'
import { tokenLikeness } from './synonyms'

/** What a function word counts beside a word that says something. */
const smallWord = 0.3

/** The folded tokens of a phrase that say something. */
export function contentOf(tokens: readonly string[]): string[] {
  return tokens.filter((token) => token !== '.' && token !== '+' && !functionWords.has(token))
}

/**
 * How alike two phrases of one language are in their words, whatever the order, 0 to 1 (Dice over best partners); numbers that
 * contradict each other take it down.
 */
export function phraseLikeness(a: readonly string[], b: readonly string[]): number {
  if (contentOf(a).length === 0 || contentOf(b).length === 0) return 0
  const said = (all: readonly string[]) => all.filter((token) => token !== '.' && token !== '+')
  const [x, y] = [said(a), said(b)]
  const weightOf = (token: string) => (functionWords.has(token) ? smallWord : 1)
  const total = (all: readonly string[]) => all.reduce((sum, token) => sum + weightOf(token), 0)
  const taken = new Set<number>()
  let sum = 0
  for (const token of x) {
    let best = 0
    let at = -1
    y.forEach((other, index) => {
      const likeness = taken.has(index) ? 0 : tokenLikeness(token, other)
      if (likeness > best) {
        best = likeness
        at = index
      }
    })
    if (at >= 0) taken.add(at)
    sum += best * weightOf(token)
  }
  const agreement = numberAgreement(numbersOf(a), numbersOf(b))
  const dice = (2 * sum) / (total(x) + total(y))
  return agreement < 0 ? dice * (1 + 0.7 * agreement) : dice
}
