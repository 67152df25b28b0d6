import type { ExcerptRecord } from '../../shared/export/excerpt-record'
import { plainText, type RichText } from '../../shared/export/rich-text'
import type { References } from './format'
import { escapeHtml } from './html'

/** What is put on the clipboard: the same twice, for programs that take styles and for those that do not. */
export interface ClipboardText {
  readonly html: string
  readonly text: string
}

/**
 * Excerpts as they are pasted into a text: each quotation with its context and its citation, one after another. The highlighted
 * words are marked where context stands about them. `citations` as in the options of an export.
 */
export function excerptsForClipboard(
  excerpts: readonly ExcerptRecord[],
  { documents }: Pick<References, 'documents'>,
  citations: 'none' | 'notes' | 'text'
): ClipboardText {
  const citedAs = ({ cited }: ExcerptRecord) =>
    citations === 'none' ? [] : citations === 'text' ? cited.inText : cited.note
  return {
    html: excerpts
      .map((each) => quotationHtml(each, documents.get(each.document)?.language ?? '', citedAs(each)))
      .join('\n'),
    text: excerpts
      .map((each) =>
        [passageOf(each).join(''), plainText(citedAs(each))].filter((line) => line !== '').join('\n')
      )
      .join('\n\n')
  }
}

/** What stands before the highlighted words, they, and what stands behind them; an ellipsis where the paragraph goes on. */
function passageOf({
  before,
  quote,
  after,
  goesOnBefore,
  goesOnAfter
}: ExcerptRecord): [string, string, string] {
  return [`${goesOnBefore ? '… ' : ''}${before}`, quote, `${after}${goesOnAfter ? ' …' : ''}`]
}

function quotationHtml(excerpt: ExcerptRecord, language: string, cited: RichText): string {
  const [before, quote, after] = passageOf(excerpt).map(linesHtml)
  const isMarked = excerpt.before !== '' || excerpt.after !== ''
  const words = isMarked ? `<mark>${quote}</mark>` : quote
  const citation = plainText(cited) === '' ? '' : `<p>${richHtml(cited)}</p>`
  return `<blockquote lang="${escapeHtml(language)}" dir="auto"><p>${before}${words}${after}</p></blockquote>${citation}`
}

function linesHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}

const tags = { italic: 'i', bold: 'b', underline: 'u', superscript: 'sup', subscript: 'sub' } as const

function richHtml(rich: RichText): string {
  return rich
    .map((run) => {
      let made = escapeHtml(run.text)
      for (const style of Object.keys(tags) as (keyof typeof tags)[])
        if (run[style]) made = `<${tags[style]}>${made}</${tags[style]}>`
      if (run.smallCaps) made = `<span style="font-variant:small-caps">${made}</span>`
      return run.href && /^https?:/.test(run.href) ? `<a href="${escapeHtml(run.href)}">${made}</a>` : made
    })
    .join('')
}
