import { hardBreak, TokenFolder } from './tokens'

const folder = new TokenFolder()
const han = /\p{Script=Han}/u

/** The folded tokens of a phrase, sentence ends left out. */
export function phraseTokens(words: string): string[] {
  const { ids } = folder.tokens(words)
  return Array.from(ids).flatMap((id) => (id === hardBreak ? [] : [folder.name(id)]))
}

/**
 * What a phrase is known by whatever way it is written: its script and folded tokens. Empty where it has none.
 * Two renderings with the same key are one.
 */
export function phraseKey(words: string): string {
  return keyOfTokens(words, phraseTokens(words))
}

/** The same where the folded tokens of the words are known. */
export function keyOfTokens(words: string, tokens: readonly string[]): string {
  if (tokens.length === 0) return ''
  const chinese = han.test(words)
  return `${chinese ? 'zh' : 'en'}:${tokens.join(chinese ? '' : ' ')}`.slice(0, 300)
}
