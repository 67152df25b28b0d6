import type { Selector } from '../../../shared/model/annotation'
import { utf16 } from '../../../shared/model/span'
import type { TextContent } from '../../../shared/model/text-content'
import { textFile } from '../../store/content-store'
import { quotedWords } from '../fit/fit-sidecar'
import type { ParsedQuote } from '../parsed-sidecars'

/** What is kept of a passage's surroundings, as an annotation keeps it; UTF-16 code units. */
const context = 64

/**
 * What is known of a text by the passages that are quoted of it: a block for each, with what stands before and after it.
 * Passages that are not found in the text itself keep their words in it, whatever becomes of the text.
 */
export function quotedText(quotes: readonly ParsedQuote[]): { content: TextContent; selectors: Selector[] } {
  const pieces = quotes.map(({ prefix, exact, suffix }) => {
    const own = quotedWords(exact)
    return { before: endOf(oneLine(prefix)), exact: own, after: startOf(oneLine(suffix)) }
  })
  const content: TextContent = {
    format: 1,
    blocks: pieces.map(({ before, exact, after }) => ({
      kind: 'quotation',
      text: `${before}${exact}${after}`,
      number: null
    }))
  }
  const { hash } = textFile(content)
  let at = 0
  const selectors = pieces.map(({ before, exact, after }) => {
    const start = at + before.length
    at = start + exact.length + after.length + 1
    return {
      revision: hash,
      start: utf16(start),
      end: utf16(start + exact.length),
      exact,
      prefix: before,
      suffix: after
    }
  })
  return { content, selectors }
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
}

/** The last characters of a text, no half of one among them. */
function endOf(text: string): string {
  return text.slice(-context).replace(/^[\uDC00-\uDFFF]/, '')
}

function startOf(text: string): string {
  return text.slice(0, context).replace(/[\uD800-\uDBFF]$/, '')
}
