import type { Nodes, Parents } from 'mdast'
import type { Run } from '../../../shared/export/rich-text'
import type { MemoLink } from '../../../shared/memos/links'
import { isPlainMemo, linkedParts, memoTree } from '../memo-tree'
import { lines, type TextRun, text } from './blocks'

/** How words are set: what encloses them in the Markdown. */
type Setting = Omit<Run, 'text'>

/** Words in one setting, or the end of a line. */
type Piece = TextRun | 'end'

/**
 * A memo as lines of runs: its emphasis set as such, items of lists behind their signs, headings bold, links to things of the
 * project as their words. HTML is words, and nothing else of the Markdown is left over. Empty lines are left out.
 */
export function memoLines(memo: string): TextRun[][] {
  // A parser of Markdown replaces NUL: who writes the file is to count it.
  if (isPlainMemo(memo) || memo.includes('\0')) return lines(memo).map((line) => [text(line)])
  const { tree, links } = memoTree(memo)
  const all: TextRun[][] = [[]]
  for (const piece of inside(tree, links, {})) {
    if (piece !== 'end') all.at(-1)?.push(piece)
    else if (all.at(-1)?.length) all.push([])
  }
  return all.filter((line) => line.some((run) => run.text.trim() !== ''))
}

function* inside({ children }: Parents, links: readonly MemoLink[], setting: Setting): Generator<Piece> {
  for (const child of children) yield* piecesOf(child, links, setting)
}

function* piecesOf(node: Nodes, links: readonly MemoLink[], setting: Setting): Generator<Piece> {
  switch (node.type) {
    case 'text':
      for (const part of linkedParts(node.value, links))
        yield* words(typeof part === 'string' ? part : part.label, setting)
      break
    case 'inlineCode':
      yield* words(node.value, setting)
      break
    case 'html':
    case 'code':
      yield* words(node.value, setting)
      yield 'end'
      break
    case 'image':
    case 'imageReference':
      yield* words(node.alt ?? '', setting)
      break
    case 'break':
      yield 'end'
      break
    case 'emphasis':
      yield* inside(node, links, { ...setting, italic: true })
      break
    case 'strong':
      yield* inside(node, links, { ...setting, bold: true })
      break
    case 'link':
      yield* inside(node, links, { ...setting, href: node.url })
      break
    case 'heading':
      yield* inside(node, links, { ...setting, bold: true })
      yield 'end'
      break
    case 'paragraph':
      yield* inside(node, links, setting)
      yield 'end'
      break
    case 'tableRow':
      for (const [at, cell] of node.children.entries()) {
        if (at > 0) yield text('\t')
        yield* inside(cell, links, setting)
      }
      yield 'end'
      break
    case 'list':
      for (const [at, item] of node.children.entries()) {
        yield 'end'
        yield text(node.ordered ? `${(node.start ?? 1) + at}. ` : '• ')
        yield* inside(item, links, setting)
      }
      yield 'end'
      break
    default:
      if ('children' in node) yield* inside(node, links, setting)
  }
}

function* words(typed: string, setting: Setting): Generator<Piece> {
  for (const [at, line] of typed.split('\n').entries()) {
    if (at > 0) yield 'end'
    if (line !== '') yield text(line, setting)
  }
}
