import type { RichText, Run } from '../../../shared/export/rich-text'
import { markdownLine } from './blocks'

const tags = {
  italic: 'i',
  bold: 'b',
  underline: 'u',
  superscript: 'sup',
  subscript: 'sub'
} as const satisfies Partial<Record<keyof Run, string>>

/**
 * A citation or an entry of a bibliography as one line of Markdown: italics by stars where readers see them as marks there,
 * else, as every other style, by tags that all of them know. Small capitals have none and stay as they are.
 */
export function richMarkdown(rich: RichText): string {
  return rich
    .map((run, at) => runMarkdown(run, rich[at - 1]?.text ?? '', rich[at + 1]?.text ?? '', at === 0))
    .join('')
}

function runMarkdown(run: Run, previous: string, next: string, beginsLine: boolean): string {
  const [blanksBefore = ''] = /^\s*/.exec(run.text) ?? []
  const words = run.text.trim()
  if (words === '') return run.text
  const blanksAfter = run.text.slice(blanksBefore.length + words.length)
  const styles = (Object.keys(tags) as (keyof typeof tags)[]).filter((style) => run[style])
  const isStarred =
    styles.length === 1 &&
    styles[0] === 'italic' &&
    isEdge(words, `${previous}${blanksBefore}`.at(-1) ?? '', `${blanksAfter}${next}`.charAt(0)) &&
    !/[*_]/.test(words)
  let made = linked(run, words, beginsLine)
  if (isStarred) made = `*${made}*`
  else for (const style of styles) made = `<${tags[style]}>${made}</${tags[style]}>`
  return `${blanksBefore}${made}${blanksAfter}`
}

/** Whether a star at each end of these words opens and closes there. */
function isEdge(words: string, previous: string, next: string): boolean {
  const isFree = (sign: string) => sign === '' || /[\s\p{P}]/u.test(sign)
  const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign)
  return (
    (isLetter(words.charAt(0)) || isFree(previous)) &&
    (isLetter(words.charAt(words.length - 1)) || isFree(next))
  )
}

/** Words that lead to an address other than what they say. One with signs that would end it is left out. */
function linked({ href }: Run, words: string, beginsLine: boolean): string {
  const line = markdownLine(words, { beginsLine })
  const isUsable =
    href !== undefined && href !== words && /^https?:[^\s<>]+$/.test(href) && !/[[\]]/.test(words)
  return isUsable ? `[${line}](<${href}>)` : line
}
