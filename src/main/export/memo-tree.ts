import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type MemoLink, memoLinks } from '../../shared/memos/links'

/** A memo as a tree of Markdown. Where a link to a thing of the project stood, its text has a sign for it; see `linkedParts`. */
export interface MemoTree {
  readonly tree: Root
  readonly links: readonly MemoLink[]
}

/** Private-use characters stand in for the links while Markdown is parsed: their brackets mean something there too. */
const sign = /\uE000(\d+)\uE001/g

export function memoTree(memo: string): MemoTree {
  const links = memoLinks(memo)
  let source = ''
  let at = 0
  links.forEach(({ start, end }, index) => {
    source += `${memo.slice(at, start)}\uE000${index}\uE001`
    at = end
  })
  source += memo.slice(at)
  const tree = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  return { tree, links }
}

/** A text of the tree in parts: words, and the links that stand between them. */
export function linkedParts(text: string, links: readonly MemoLink[]): (string | MemoLink)[] {
  const parts: (string | MemoLink)[] = []
  let at = 0
  for (const match of text.matchAll(sign)) {
    parts.push(text.slice(at, match.index), links[Number(match[1])] ?? match[0])
    at = match.index + match[0].length
  }
  parts.push(text.slice(at))
  return parts.filter((part) => part !== '')
}

/** Words and the punctuation that means nothing to Markdown; no line that it would take for a list, a rule or code. */
const plainSigns = /^[\p{L}\p{M}\p{N} ,;?!'"“”‘’()…。，、；：？！（）《》—–.:/%\n-]*$/u
const blockStart = /^ *(?:-|\d{1,9}[.)]| {4})|(?: {2}|\S\n {4,})/m

/** Whether a memo reads as it is typed: most do, and parsing Markdown is most of the time that an export of memos takes. */
export function isPlainMemo(memo: string): boolean {
  return plainSigns.test(memo) && !blockStart.test(memo)
}
