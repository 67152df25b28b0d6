import type { Span } from '../model/offsets'

/** What stands for words of the text that are passed over between two stretches of it. */
const passedOver = ' … '

/**
 * What a text says at some spans of it, letter by letter: spans with nothing but white space between them are one slice,
 * from the first one's start to the last one's end, so that what stands between two sentences stays as it is.
 */
export function verbatim(text: string, spans: readonly Span[]): string {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    if (last && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join(passedOver)
}
