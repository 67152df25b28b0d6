import type { ExcerptRecord } from '../../shared/export/excerpt-record'
import { plainText, type RichText } from '../../shared/export/rich-text'
import type { References } from './format'
import { type Html, html } from './html/markup'
import { richHtml } from './html/rich-html'

/** What is put on the clipboard: the same twice, for programs that take styles and for those that do not. */
export interface ClipboardText {
  readonly html: string
  readonly text: string
}

/** What of an excerpt is pasted. */
type Quotation = Pick<
  ExcerptRecord,
  'document' | 'before' | 'quote' | 'after' | 'goesOnBefore' | 'goesOnAfter' | 'cited'
>

/**
 * Excerpts as they are pasted into a text: each quotation with its context and its citation, one after another. The highlighted
 * words are marked where context stands about them. `citations` as in the options of an export.
 */
export function excerptsForClipboard(
  excerpts: readonly Quotation[],
  { documents }: Pick<References, 'documents'>,
  citations: 'none' | 'notes' | 'text'
): ClipboardText {
  const citedAs = ({ cited }: Quotation) =>
    citations === 'none' ? [] : citations === 'text' ? cited.inText : cited.note
  return {
    html: excerpts
      .map((each) => quotationHtml(each, documents.get(each.document)?.language ?? '', citedAs(each)).markup)
      .join('\n'),
    text: excerpts
      .map((each) =>
        [passageOf(each).join(''), plainText(citedAs(each))].filter((line) => line !== '').join('\n')
      )
      .join('\n\n')
  }
}

/** What stands before the highlighted words, they, and what stands behind them; an ellipsis where the paragraph goes on. */
function passageOf({ before, quote, after, goesOnBefore, goesOnAfter }: Quotation): [string, string, string] {
  return [`${goesOnBefore ? '… ' : ''}${before}`, quote, `${after}${goesOnAfter ? ' …' : ''}`]
}

function quotationHtml(excerpt: Quotation, language: string, cited: RichText): Html {
  const [before, quote, after] = passageOf(excerpt).map(linesHtml)
  const isMarked = excerpt.before !== '' || excerpt.after !== ''
  const words = isMarked ? html`<mark>${quote}</mark>` : quote
  const citation = plainText(cited) === '' ? null : html`<p>${richHtml(cited)}</p>`
  return html`<blockquote lang="${language}" dir="auto"><p>${before}${words}${after}</p></blockquote>${citation}`
}

function linesHtml(text: string): Html {
  return html`${text.split('\n').map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}`
}
