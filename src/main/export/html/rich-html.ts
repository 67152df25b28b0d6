import type { RichText, Run } from '../../../shared/export/rich-text'
import { type Html, html } from './markup'

/** A citation or entry as HTML, its styles as elements. */
export function richHtml(rich: RichText): Html {
  return html`${rich.map(runHtml)}`
}

function runHtml(run: Run): Html {
  let made = html`${run.text}`
  if (run.smallCaps) made = html`<span style="font-variant-caps:small-caps">${made}</span>`
  if (run.underline) made = html`<u>${made}</u>`
  if (run.superscript) made = html`<sup>${made}</sup>`
  if (run.subscript) made = html`<sub>${made}</sub>`
  if (run.bold) made = html`<b>${made}</b>`
  if (run.italic) made = html`<i>${made}</i>`
  const address = run.href === undefined ? null : safeAddress(run.href)
  return address === null ? made : html`<a href="${address}">${made}</a>`
}

/** An address that a page may lead to: of the network, or of a person; null for any other (`javascript:` and the like). */
export function safeAddress(address: string): string | null {
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(address) ? address : null
}
