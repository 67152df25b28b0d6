import { normaliseLineEnds } from '../../../shared/text/canonical'
import type { ParsedBlock, RawText } from '../parsed'

/** Plain text: a line or a group of hard-wrapped lines is a paragraph; blank lines part groups. */
export function parsePlainText(text: string): RawText {
  const groups = normaliseLineEnds(text)
    .split(/\n[^\S\n]*\n/)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    )
  const paragraphs = groups.flatMap((lines) => (isHardWrapped(lines) ? [lines.reduce(joined)] : lines))
  return { blocks: paragraphs.map(asParagraph), stated: {} }
}

function asParagraph(text: string): ParsedBlock {
  return { kind: 'paragraph', text, furniture: false }
}

/** Lines of nearly one length, none of them long, most of which end inside a sentence. */
export function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.length < 3) return false
  const longest = Math.max(...lines.map((line) => line.length))
  if (longest > 100 || longest < 24) return false
  const inner = lines.slice(0, -1)
  const full = inner.filter((line) => line.length >= longest * 0.7)
  const open = inner.filter((line) => !/[.!?。！？:：;；]["”’)]?$/.test(line))
  return full.length >= inner.length * 0.8 && open.length >= inner.length * 0.6
}

/** Joins a wrapped line to those before it with a space, except between Chinese characters, which take none. */
export function joined(before: string, line: string): string {
  const seam = `${before.slice(-1)}${line.charAt(0)}`
  const isChinese = /^[\p{Script=Han}\p{P}][\p{Script=Han}]|[\p{Script=Han}][\p{P}]$/u.test(seam)
  return isChinese ? before + line : `${before} ${line}`
}
