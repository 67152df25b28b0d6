import { asHtml } from './as-html'
import { asRtf } from './as-rtf'
import { asText } from './as-text'
import type { Pasted } from './pasted'

/** What is put on the clipboard: the same thrice, for programs that take one or another. */
export interface ClipboardText {
  readonly html: string
  readonly rtf: string
  readonly text: string
}

/** The three forms of the same paragraphs. */
export function clipboardText(paragraphs: readonly Pasted[]): ClipboardText {
  return { html: asHtml(paragraphs), rtf: asRtf(paragraphs), text: asText(paragraphs) }
}
