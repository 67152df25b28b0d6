import type { Pasted } from './pasted'

/** Paragraphs as plain text: a line each, an empty one before each quotation and heading. */
export function asText(paragraphs: readonly Pasted[]): string {
  return paragraphs
    .map(({ kind, goesOn, runs }, at) => {
      const begins = at > 0 && !goesOn && (kind === 'quotation' || kind === 'heading')
      return `${begins ? '\n' : ''}${runs.map(({ text }) => text).join('')}`
    })
    .join('\n')
}
