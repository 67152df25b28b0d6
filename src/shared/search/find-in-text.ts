import type { Span } from '../model/offsets'
import { span } from '../model/span'
import { findFolded, fold } from '../text/fold'
import { snapToGraphemes, WordEdges } from '../text/words'
import type { Pattern } from './pattern'

export const plainPattern: Omit<Pattern, 'query'> = {
  regex: false,
  wholeWord: false,
  matchCase: false,
  matchWidth: false
}

/**
 * Every place where a pattern stands in a text, in order, never across a block and never within a grapheme.
 * A regular expression has JavaScript's syntax, is tried block by block (`^` and `$` are a block's ends), and its
 * empty matches are passed over. Throws a SyntaxError for one that is none.
 */
export function findInText(
  text: string,
  blocks: readonly Span[],
  pattern: Pattern,
  language: string
): Span[] {
  const found = pattern.regex ? byExpression(text, blocks, pattern) : byWords(text, blocks, pattern)
  const edges = new WordEdges(text, language)
  const whole = pattern.wholeWord
    ? found.filter(({ start, end }) => edges.has(start) && edges.has(end))
    : found
  return apart(whole.map((each) => snapToGraphemes(text, each)))
}

/** Without those that lie in one before: two matches within one grapheme are one. */
function apart(found: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  return kept
}

function byExpression(text: string, blocks: readonly Span[], { query, matchCase }: Pattern): Span[] {
  if (query === '') return []
  const expression = new RegExp(query, matchCase ? 'gu' : 'giu')
  const found: Span[] = []
  for (const block of blocks)
    for (const match of text.slice(block.start, block.end).matchAll(expression))
      if (match[0] !== '')
        found.push(span(block.start + match.index, block.start + match.index + match[0].length))
  return found
}

function byWords(text: string, blocks: readonly Span[], pattern: Pattern): Span[] {
  const how = { caseless: !pattern.matchCase, widths: !pattern.matchWidth }
  const needle = fold(pattern.query.trim(), how).text
  const found: Span[] = []
  let block = 0
  for (const [start, end] of findFolded(fold(text, how), needle)) {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) < start) block++
    if (end <= (blocks[block]?.end ?? 0)) found.push(span(start, end))
  }
  return found
}
