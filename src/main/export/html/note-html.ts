import { themesOf } from '../../../shared/model/codings'
import type { AnnotationId } from '../../../shared/model/ids'
import type { References } from '../format'
import type { ExportWords } from '../words'
import type { TextMark } from './marked-text'
import { type Html, html } from './markup'
import { memoHtml } from './memo-html'
import type { PageWords } from './page-words'
import { chips } from './reference-html'

interface Noted extends Pick<References, 'info' | 'themes'> {
  readonly words: ExportWords
  /** The text that the highlight stands in, and its language. */
  readonly text: string
  readonly language: string
  /** Whether marks of the wording are shown. */
  readonly quality: boolean
}

/**
 * What a note says: which words it is about, its memo, themes and marks of the wording, and whose it is where several
 * people have coded.
 *
 * @param targetOf where on the page another highlight's note stands
 */
export function noteHtml(
  { annotation, note, start, end }: TextMark,
  { info, themes, words, text, language, quality }: Noted,
  say: PageWords,
  targetOf: (id: AnnotationId) => string | undefined
): Html {
  const name = Object.keys(info.coders).length > 1 ? info.coders[annotation.coder]?.name : undefined
  const memo =
    annotation.memo.trim() !== '' &&
    memoHtml(annotation.memo, (target) => (target.kind === 'passage' ? (targetOf(target.id) ?? null) : null))
  return html`<p class="note-head"><a class="back" href="#ref-${note}" aria-label="${say('back')} (${note})">${note}</a> <span class="note-quote" lang="${language}" dir="auto">${shortened(text.slice(start, end))}</span></p>${memo}${chips(
    { themes },
    themesOf(annotation),
    quality ? annotation.quality : [],
    words
  )}${name !== undefined && html`<p class="remarks">${name}</p>`}`
}

const longestQuote = 60

/** The beginning and end of a passage, for a reader who wants to know which is meant. */
function shortened(text: string): string {
  const signs = [...text.replaceAll('\n', ' ')]
  if (signs.length <= longestQuote) return signs.join('')
  return `${signs
    .slice(0, longestQuote / 2)
    .join('')
    .trimEnd()} … ${signs
    .slice(-longestQuote / 3)
    .join('')
    .trimStart()}`
}
