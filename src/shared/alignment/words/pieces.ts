import type { Span } from '../../model/offsets'
import { span } from '../../model/span'
import { isChinese } from '../evidence/language'
import { headwordLength } from '../evidence/tokens'
import type { Lexicon } from '../lexicon'
import { wordsOf } from './words'

/** The words of a text in any language: headwords of the dictionary in Chinese, words between spaces elsewhere. */
export function pieces(text: string, language: string, lexicon: Lexicon): Span[] {
  if (!isChinese(language)) return wordsOf(text)
  const found: Span[] = []
  for (const match of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const [run] = match
    if (!/^\p{Script=Han}/u.test(run)) {
      found.push(span(match.index, match.index + run.length))
      continue
    }
    for (let at = 0; at < run.length; ) {
      const length = headwordLength(run, at, lexicon)
      found.push(span(match.index + at, match.index + at + length))
      at += length
    }
  }
  return found
}
