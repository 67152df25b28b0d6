import type { Paragraph, Table } from '../layout/blocks'
import { element, joined, type Xml } from '../xml/element'
import { twips } from './units'

type Cell = readonly Paragraph[]

const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BFB8AA' }
/** Widths of cells in fiftieths of a percent, as Word has them. */
const wholeWidth = 5000

/** A table whose lines lie between its rows; the head is repeated on each page, and no row is parted. */
export function tableElement(table: Table, written: (paragraph: Paragraph) => Xml): Xml {
  const row = (cells: readonly Cell[], isHead: boolean) =>
    element(
      'w:tr',
      {},
      element(
        'w:trPr',
        {},
        ...(isFit(cells) ? [element('w:cantSplit', {})] : []),
        ...(isHead ? [element('w:tblHeader', {})] : [])
      ),
      ...cells.map((cell, at) =>
        element(
          'w:tc',
          {},
          element(
            'w:tcPr',
            {},
            element('w:tcW', { 'w:w': Math.round((table.widths[at] ?? 0) * wholeWidth), 'w:type': 'pct' })
          ),
          ...(cell.length > 0 ? cell.map(written) : [element('w:p', {})])
        )
      )
    )
  const margin = { 'w:w': twips(0.15), 'w:type': 'dxa' }
  const whole = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': wholeWidth, 'w:type': 'pct' }),
      element(
        'w:tblBorders',
        {},
        element('w:top', line),
        element('w:bottom', line),
        element('w:insideH', line)
      ),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, element('w:left', margin), element('w:right', margin))
    ),
    element(
      'w:tblGrid',
      {},
      ...table.widths.map((width) => element('w:gridCol', { 'w:w': Math.round(width * twips(16)) }))
    ),
    ...(table.head ? [row(table.head, true)] : []),
    ...table.rows.map((cells) => row(cells, false))
  )
  // Tables that follow each other would be one, and nothing may end with a table.
  return joined([gap(true), whole, gap(false)])
}

/** Room before and after a table. */
function gap(isBefore: boolean): Xml {
  const style = element('w:pStyle', { 'w:val': 'TableGap' })
  return element('w:p', {}, element('w:pPr', {}, style, ...(isBefore ? [element('w:keepNext', {})] : [])))
}

/** The most signs of a row that is kept on one page. */
const longestUnparted = 1500

function isFit(cells: readonly Cell[]): boolean {
  const length = (cell: Cell) =>
    cell.reduce(
      (sum, { inlines }) =>
        sum + inlines.reduce((own, each) => own + (each.kind === 'text' ? each.text.length : 0), 0),
      0
    )
  return cells.every((cell) => length(cell) * cells.length < longestUnparted * 2)
}
