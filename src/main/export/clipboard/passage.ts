import type { RichText } from '../../../shared/export/rich-text'
import { text } from '../layout/blocks'
import { citedRuns } from '../layout/citation-run'
import { type ClipboardText, clipboardText } from './clipboard-text'
import type { Pasted } from './pasted'

/** A passage with its citation, in the language of that: what a reader copies out of a text. */
export function passageForClipboard(
  quote: string,
  language: string,
  cited: RichText,
  citedIn: 'en' | 'zh-CN'
): ClipboardText {
  const quoted = quote
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at): Pasted => ({ kind: 'quotation', goesOn: at > 0, language, runs: [text(line)] }))
  return clipboardText([
    ...quoted,
    { kind: 'citation', goesOn: false, language: citedIn, runs: citedRuns(cited, citedIn) }
  ])
}
