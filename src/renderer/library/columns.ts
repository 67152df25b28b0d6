import { type LibraryColumn, libraryFacts } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import { renderingOrder } from '../../shared/model/rendering-order'
import { naturalOrder } from '../../shared/text/natural-order'

/** Pixels. The title keeps so much before another column is drawn. */
const leastTitle = 230
const widths: Readonly<Record<string, number>> = {
  rendering: 150,
  language: 90,
  published: 104,
  event: 104,
  publisher: 190,
  source: 180,
  credit: 130,
  words: 84,
  annotations: 92,
  added: 104
}
const attributeWidth = 130
export const leastWidth = 48
export const mostWidth = 640

/** How wide a column is: what a hand gave it, else what it usually needs; pixels. */
export function widthOf(column: LibraryColumn, given: Readonly<Record<string, number>>): number {
  return given[column] ?? widths[column] ?? attributeWidth
}

/** A column in which no text says anything is no wider than its name needs, and leaves the rest to the titles; pixels. */
const emptyWidth = 96

/** The widths of the columns in which no text says anything, where they are narrower than usual. */
export function widthsOfEmpty(
  columns: readonly LibraryColumn[],
  documents: readonly VariorumDocument[]
): Readonly<Record<string, number>> {
  const isEmpty = (column: LibraryColumn) =>
    column === 'rendering'
      ? documents.every(({ rendering }) => rendering === 'unknown')
      : documents.every((each) => valueIn(column, each, 1) === null)
  const empty = columns.filter((column) => widthOf(column, {}) > emptyWidth && isEmpty(column))
  return Object.fromEntries(empty.map((column) => [column, emptyWidth]))
}

/** The chosen columns with one of them put where another stands. */
export function placeColumn(
  columns: readonly LibraryColumn[],
  column: LibraryColumn,
  at: LibraryColumn
): LibraryColumn[] {
  const [from, to] = [columns.indexOf(column), columns.indexOf(at)]
  if (from < 0 || to < 0) return [...columns]
  return columns.filter((each) => each !== column).toSpliced(to, 0, column)
}

/** The chosen columns with one more, before the first of them that usually comes after it. */
export function withColumn(
  columns: readonly LibraryColumn[],
  column: LibraryColumn,
  usual: readonly LibraryColumn[]
): LibraryColumn[] {
  const place = usual.indexOf(column)
  const next = columns.findIndex((each) => usual.indexOf(each) > place)
  return columns.toSpliced(next < 0 ? columns.length : next, 0, column)
}

/** What an attribute's column is called; null for a column of the app's own. */
export function attributeOf(column: string): string | null {
  return column.startsWith('attribute:') ? column.slice('attribute:'.length) : null
}

/** All columns that texts of a project can be listed by. */
export function columnsOf(documents: readonly VariorumDocument[]): LibraryColumn[] {
  const names = new Set(documents.flatMap(({ attributes }) => Object.keys(attributes)))
  return [...libraryFacts, ...[...names].sort(naturalOrder).map((name): LibraryColumn => `attribute:${name}`)]
}

/** Those of the columns that there is room for beside the title, in their order; each that is too wide is passed over. */
export function fitting(
  columns: readonly LibraryColumn[],
  given: Readonly<Record<string, number>>,
  room: number
): LibraryColumn[] {
  let left = room - leastTitle
  return columns.filter((column) => {
    const width = widthOf(column, given)
    if (width > left) return false
    left -= width
    return true
  })
}

/** What a text says in a column, to sort and filter by; null where it says nothing. */
export function valueIn(
  column: LibraryColumn,
  document: VariorumDocument,
  highlights: number
): string | number | null {
  switch (column) {
    case 'rendering':
      return renderingOrder[document.rendering]
    case 'published':
    case 'event':
      return document[column]?.date ?? null
    case 'words':
      return document.words
    case 'annotations':
      return highlights
    case 'added':
      return document.added.slice(0, 10)
    case 'language':
    case 'publisher':
    case 'source':
    case 'credit':
      return document[column] || null
    default: {
      const name = attributeOf(column) ?? ''
      return (Object.hasOwn(document.attributes, name) && document.attributes[name]) || null
    }
  }
}
