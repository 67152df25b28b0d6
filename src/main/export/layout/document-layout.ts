import type { ExportOptions } from '../../../shared/export/export-options'
import { themesOf } from '../../../shared/model/codings'
import type { Block } from '../../../shared/model/text-content'
import { subtree } from '../../../shared/operations/theme-order'
import { blockSpans } from '../../../shared/text/canonical'
import type { DocumentModel } from '../format'
import { type Layout, type LayoutBlock, type Paragraph, type Table, text } from './blocks'
import { DocumentBlocks } from './document-blocks'
import { type BlockHighlight, highlightsByBlock } from './highlights-by-block'
import { layoutOf } from './layout-of'
import { layoutWords } from './layout-words'
import { memoLines } from './memo-lines'
import { themeNames } from './theme-line'
import { tint } from './tint'
import { titleBlock } from './title-block'
import { versionLabel } from './version-label'

/** One text with its highlights in the colours of their themes, and what was said of them. */
export function documentLayout(model: DocumentModel, options: ExportOptions): Layout {
  return layoutOf(model, blocksOf(model, options), { isNamed: true })
}

async function* blocksOf(model: DocumentModel, options: ExportOptions): AsyncGenerator<LayoutBlock> {
  const words = layoutWords(model.language)
  const version = versionLabel(model.document, model.words)
  yield* titleBlock(model.page, model.language, [
    ...(version === '' ? [] : [[words.version, version] as const]),
    [words.passages, String(model.annotations.length)],
    ...(model.unsettled > 0 ? [[words.unsettled, String(model.unsettled)] as const] : [])
  ])
  yield* legend(model, words.legend)
  if (options.memos !== 'none') yield* memosOn(model)
  if (options.contents) yield { kind: 'contents', heading: words.contents }
  yield* textOf(model, options)
}

/** Which colour is which theme, and how many passages carry it; in the codebook's order. */
function* legend({ annotations, themes }: DocumentModel, heading: string): Generator<LayoutBlock> {
  const counts = new Map<string, number>()
  for (const each of annotations) for (const id of themesOf(each)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const used = subtree(themes, null).filter(({ id }) => counts.has(id))
  if (used.length === 0) return
  yield { kind: 'paragraph', style: 'listHeading', inlines: [text(heading)] }
  for (const { id, colour } of used)
    yield {
      kind: 'paragraph',
      style: 'facts',
      inlines: [
        text('\u2003\u2003', { shade: tint(colour) }),
        text(`  ${themeNames(themes, id)}  (${counts.get(id) ?? 0})`)
      ]
    }
}

function* memosOn({ memos, document }: DocumentModel): Generator<LayoutBlock> {
  for (const { about, title, text: said } of memos) {
    if (about.kind !== 'document' || about.id !== document.id) continue
    if (title !== '')
      yield { kind: 'paragraph', style: 'memo', inlines: [text(title, { bold: true })], withNext: true }
    for (const line of memoLines(said)) yield { kind: 'paragraph', style: 'memo', inlines: line }
  }
}

function* textOf(model: DocumentModel, options: ExportOptions): Generator<LayoutBlock> {
  const { blocks } = model.text
  const furniture = new Set(options.furniture ? [] : model.document.furniture)
  const isWritten = (index: number) => !furniture.has(index)
  const highlights = highlightsByBlock(blockSpans(blocks), isWritten, model.annotations)
  const own = new DocumentBlocks(model, options)
  const of = (index: number): readonly BlockHighlight[] => highlights.get(index) ?? []
  let index = 0
  while (index < blocks.length) {
    const block = blocks[index]
    const cells = cellsFrom(blocks, index)
    if (cells.length > 0) {
      yield tableOf(
        cells.map((cell, at) => ({
          ...cell,
          paragraphs: isWritten(index + at) ? own.cell(cell.block, of(index + at)) : []
        }))
      )
      index += cells.length
      continue
    }
    if (block && block.text !== '' && isWritten(index)) yield* own.of(block, of(index))
    index++
  }
}

interface Cell {
  readonly block: Block
  readonly row: number
  readonly column: number
}

/** The cells of one table, from a block on; none where that is no cell of a table. */
function cellsFrom(blocks: readonly Block[], from: number): Cell[] {
  const cells: Cell[] = []
  const table = blocks[from]?.table
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]
    if (block?.kind !== 'cell' || table === undefined || block.table !== table) break
    cells.push({ block, row: block.row ?? 0, column: block.column ?? 0 })
  }
  return cells
}

/** The most columns of a table: a sheet of paper holds no more. */
const mostColumns = 60

function tableOf(cells: readonly (Cell & { paragraphs: readonly Paragraph[] })[]): Table {
  const columns = Math.min(mostColumns, Math.max(...cells.map(({ column }) => column)) + 1)
  const rows = new Map<number, (readonly Paragraph[])[]>()
  for (const { row, column, paragraphs } of cells) {
    const own = rows.get(row) ?? Array.from({ length: columns }, (): readonly Paragraph[] => [])
    const at = Math.min(column, columns - 1)
    own[at] = [...(own[at] ?? []), ...paragraphs]
    rows.set(row, own)
  }
  const inOrder = [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
  return {
    kind: 'table',
    widths: Array.from({ length: columns }, () => 1 / columns),
    head: null,
    rows: inOrder
  }
}
