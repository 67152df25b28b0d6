import type { Paragraph, Table } from '../layout/blocks'
import { element, type Xml } from '../xml/element'
import type { AutomaticStyles } from './automatic-styles'

type Cell = readonly Paragraph[]

const line = '0.5pt solid #bfb8aa'
/** Widths of columns are shares of so many. */
const wholeWidth = 65535

/** A table whose lines lie between its rows; the head is repeated on each page. */
export function tableElement(
  table: Table,
  styles: AutomaticStyles,
  written: (paragraph: Paragraph) => Xml
): Xml {
  const own = styles.style(
    'table',
    'Table',
    null,
    { 'table:align': 'margins', 'fo:margin-top': '0.3cm', 'fo:margin-bottom': '0.2cm' },
    (properties) => element('style:table-properties', properties)
  )
  /** The uppermost row has a line above it too. */
  const cellStyle = (isFirst: boolean) =>
    styles.style(
      'table-cell',
      'Cell',
      null,
      {
        'fo:border-top': isFirst ? line : 'none',
        'fo:border-bottom': line,
        'fo:border-left': 'none',
        'fo:border-right': 'none',
        'fo:padding': '0.12cm'
      },
      (properties) => element('style:table-cell-properties', properties)
    )
  const columns = table.widths.map((width) => {
    const name = styles.style(
      'table-column',
      'Column',
      null,
      { 'style:rel-column-width': `${Math.round(width * wholeWidth)}*` },
      (properties) => element('style:table-column-properties', properties)
    )
    return element('table:table-column', { 'table:style-name': name })
  })
  const row = (cells: readonly Cell[], isFirst: boolean) =>
    element(
      'table:table-row',
      {},
      ...cells.map((cell) =>
        element(
          'table:table-cell',
          { 'table:style-name': cellStyle(isFirst), 'office:value-type': 'string' },
          ...(cell.length > 0 ? cell.map(written) : [element('text:p', {})])
        )
      )
    )
  return element(
    'table:table',
    { 'table:style-name': own },
    ...columns,
    ...(table.head ? [element('table:table-header-rows', {}, row(table.head, true))] : []),
    ...table.rows.map((cells, at) => row(cells, table.head === null && at === 0))
  )
}
