import type { Span } from '../model/offsets'
import { span } from '../model/span'

/** What stands for words of the text that are passed over between two stretches of it. */
const passedOver = ' … '

/**
 * What a text says at some spans of it, letter by letter: spans with nothing but white space between them are one slice,
 * from the first one's start to the last one's end, so that what stands between two sentences stays as it is.
 */
export function verbatim(text: string, spans: readonly Span[]): string {
  return runsOf(text, spans)
    .map(({ start, end }) => text.slice(start, end))
    .join(passedOver)
}

/** Where a stretch of a text (UTF-16) stands in what `verbatim` makes of some spans; null where it is in none of them. */
export function withinVerbatim(text: string, spans: readonly Span[], { start, end }: Span): Span | null {
  let at = 0
  for (const run of runsOf(text, spans)) {
    if (start < run.end && end > run.start)
      return span(at + Math.max(start, run.start) - run.start, at + Math.min(end, run.end) - run.start)
    at += run.end - run.start + passedOver.length
  }
  return null
}

function runsOf(text: string, spans: readonly Span[]): { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    if (last && (start <= last.end || text.slice(last.end, start).trim() === ''))
      last.end = Math.max(last.end, end)
    else runs.push({ start, end })
  }
  return runs
}
