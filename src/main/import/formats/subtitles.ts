import { normaliseLineEnds } from '../../../shared/text/canonical'
import type { ParsedBlock, RawText, Source } from '../parsed'

const timing =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}(?:\s.*)?$/

/** Subtitles in SubRip or WebVTT: each cue is a paragraph that knows its time. Marks of voice and style are left out. */
export async function parseSubtitles(source: Source): Promise<RawText[]> {
  const blocks: ParsedBlock[] = []
  for (const cue of normaliseLineEnds(source.text()).split(/\n{2,}/)) {
    const lines = cue.split('\n')
    const at = lines.findIndex((line) => timing.test(line.trim()))
    if (at < 0) continue
    const [, hours = '0', minutes = '0', seconds = '00'] = timing.exec(lines[at]?.trim() ?? '') ?? []
    const text = plain(lines.slice(at + 1).join(' '))
    const time = `${Number(hours)}:${minutes.padStart(2, '0')}:${seconds}`
    if (text !== '') blocks.push({ kind: 'paragraph', text, time, furniture: false })
  }
  return [{ blocks, stated: {}, bare: true }]
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
