import type { LinkTarget } from '../../../shared/memos/links'
import { memoLinks } from '../../../shared/memos/links'
import { markdownLine } from './blocks'

/**
 * A memo as lines of Markdown: as it was typed, its links to things of the project as their words (or as `write` has them).
 * Names that it gives to addresses or notes would hold for the whole file, its notes mix with ours: they are text here.
 */
export function memoMarkdown(
  memo: string,
  write: (target: LinkTarget, label: string) => string = (_, label) => markdownLine(label)
): string[] {
  let typed = ''
  let at = 0
  for (const { start, end, target, label } of memoLinks(memo)) {
    typed += withoutNames(memo.slice(at, start)) + write(target, label)
    at = end
  }
  return (typed + withoutNames(memo.slice(at)))
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line))
}

/** Brackets of definitions and of footnotes, escaped unless they are. */
function withoutNames(memo: string): string {
  return memo.replace(/(?<!\\)\[(?=\^|[^[\]\n]{1,1000}\]:)/g, '\\[')
}
