import { normaliseLineEnds } from '../../../shared/text/canonical'
import type { ParsedBlock, RawText, Source } from '../parsed'

const timing =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,:]\d{1,3})?\s*-+>\s*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,:]\d{1,3})?(?:\s.*)?$/
/** What a line of times looks like that cannot be read. */
const badTiming = /-+>/
const notCues = /^(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/

/**
 * Subtitles in SubRip or WebVTT: each cue is a paragraph that knows its time. Marks of voice and style are left out. A
 * cue whose time cannot be read keeps its words, and is counted.
 */
export async function parseSubtitles(source: Source): Promise<RawText[]> {
  const blocks: ParsedBlock[] = []
  let timeless = 0
  for (const group of normaliseLineEnds(source.text())
    .replace(/^\uFEFF/, '')
    .split(/\n[^\S\n]*\n+/)) {
    if (notCues.test(group.trim())) continue
    for (const cue of cuesIn(group.split('\n').map((line) => line.trim()))) {
      const text = plain(cue.words.join('\n'))
      if (text === '') continue
      if (cue.time === null) timeless++
      const place = cue.time === null ? {} : { time: cue.time }
      blocks.push({ kind: 'paragraph', text, ...place, furniture: false })
    }
  }
  return [
    {
      blocks,
      stated: {},
      warnings: timeless > 0 ? [{ key: 'cuesWithoutTime', count: timeless }] : [],
      bare: true
    }
  ]
}

interface Cue {
  /** As h:mm:ss; null where it cannot be read. */
  readonly time: string | null
  readonly words: readonly string[]
}

/** The cues of a group of lines: mostly one, more where the blank line between them is missing. */
function cuesIn(lines: readonly string[]): Cue[] {
  const starts = lines.flatMap((line, at) => (badTiming.test(line) && /\d/.test(line) ? [at] : []))
  if (starts.length === 0) return [{ time: null, words: lines.filter((line) => line !== '') }]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    const words = lines.slice(start + 1, next)
    // The number or name of the next cue stands above its time.
    if (next !== undefined && /^\d+$/.test(words.at(-1) ?? '')) words.pop()
    return { time: timeIn(lines[start] ?? ''), words }
  })
}

function timeIn(line: string): string | null {
  const found = timing.exec(line)
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '00'] = found
  return Number(minutes) < 60 && Number(seconds) < 60
    ? `${Number(hours)}:${minutes.padStart(2, '0')}:${seconds}`
    : null
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

function plain(text: string): string {
  return text
    .replace(/<v(?:\.[^\s>]*)?\s+([^>]*)>/g, '$1: ')
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
