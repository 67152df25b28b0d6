import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { Coding } from '../../../shared/model/coding'
import type { ThemeId } from '../../../shared/model/ids'
import type { ExcerptItem } from '../format'

/** A row of a table of excerpts. `coding` is what the row is about; null of a row an excerpt, and where there is none. */
export interface ExcerptRow {
  readonly excerpt: ExcerptRecord
  readonly coding: Coding | null
}

/**
 * The rows of excerpts in their order: one for each coding (an excerpt without one has a row too), or one for each excerpt.
 * Under headings of themes an excerpt stands several times; each row is given once even so.
 */
export async function* excerptRows(
  items: AsyncIterable<ExcerptItem>,
  rows: ExportOptions['rows']
): AsyncGenerator<ExcerptRow> {
  let heading: ThemeId | null = null
  let given: Set<string> | null = null
  for await (const item of items) {
    if (item.kind === 'heading') {
      heading = item.theme
      if (heading !== null) given ??= new Set()
      continue
    }
    const { excerpt } = item
    for (const coding of rows === 'excerpt' ? [null] : codingsUnder(excerpt, heading)) {
      if (given) {
        const key = coding ? `${excerpt.id} ${coding.theme} ${coding.coder}` : excerpt.id
        if (given.has(key)) continue
        given.add(key)
      }
      yield { excerpt, coding }
    }
  }
}

/** The codings with the theme of the heading; all where none is, and nothing once for an excerpt without any. */
function codingsUnder({ codings }: ExcerptRecord, heading: ThemeId | null): readonly (Coding | null)[] {
  const own = heading === null ? [] : codings.filter(({ theme }) => theme === heading)
  if (own.length > 0) return own
  return codings.length > 0 ? codings : [null]
}
