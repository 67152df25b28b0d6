import { type Html, html } from '../html/markup'
import { richHtml } from '../html/rich-html'
import type { TextRun } from '../layout/blocks'
import { characterLooks } from '../layout/looks'
import type { Pasted } from './pasted'

/** Paragraphs as HTML that programs take when one pastes: plain elements, and no class or style sheet. */
export function asHtml(paragraphs: readonly Pasted[]): string {
  return paragraphs.map((each) => paragraphHtml(each).markup).join('\n')
}

function paragraphHtml({ kind, language, runs }: Pasted): Html {
  const words = runs.map(runHtml)
  switch (kind) {
    case 'heading':
      return html`<h2 lang="${language}">${words}</h2>`
    case 'quotation':
      return html`<blockquote lang="${language}" dir="auto"><p>${words}</p></blockquote>`
    default:
      return html`<p lang="${language}">${words}</p>`
  }
}

function runHtml(run: TextRun): Html {
  const lines = run.text.split('\n').map((line) => richHtml([{ ...run, text: line }]))
  const words = html`${lines.map((line, at) => (at === 0 ? line : html`<br>${line}`))}`
  switch (run.style) {
    case 'highlighted':
      return html`<mark style="background-color: ${characterLooks.highlighted.shade ?? ''}">${words}</mark>`
    case 'difference':
      return html`<u>${words}</u>`
    case 'leftOut':
      return html`<i>${words}</i>`
    default:
      return words
  }
}
