import type { TitlePage } from '../format'
import type { Column } from './column'
import type { WrittenEntry } from './zip-stream'

/** A table of a data package, and the columns of it that name rows of other tables. */
export interface PackagedTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly Omit<Column<never>, 'value'>[]
  readonly key?: string
  readonly refers?: readonly { readonly field: string; readonly table: string; readonly key: string }[]
  readonly written: WrittenEntry
}

/**
 * The descriptor of a package, by Frictionless Data Package v1 (https://specs.frictionlessdata.io/data-package/) and Table
 * Schema: each table with its size and hash, each column with its type and what it means.
 */
export function describePackage(page: TitlePage, tables: readonly PackagedTable[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'variorum-excerpts',
    title: page.title,
    description: page.chosenBy,
    created: page.made,
    project: page.project,
    change: page.change,
    generator: `Variorum ${page.version}`,
    resources: tables.map(({ name, title, columns, key, refers, written }) => ({
      profile: 'tabular-data-resource',
      name,
      title,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: written.bytes,
      hash: `sha256:${written.sha256}`,
      dialect: {
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        skipInitialSpace: false,
        header: true,
        caseSensitiveHeader: true
      },
      schema: {
        fields: columns.map(fieldOf),
        missingValues: [''],
        ...(key && { primaryKey: key }),
        ...(refers && {
          foreignKeys: refers.map((each) => ({
            fields: each.field,
            reference: { resource: each.table, fields: each.key }
          }))
        })
      }
    }))
  }
}

function fieldOf({
  name,
  type,
  about,
  pattern,
  choices,
  required,
  unique
}: Omit<Column<never>, 'value'>): object {
  const constraints = {
    ...(required && { required }),
    ...(unique && { unique }),
    ...(pattern && { pattern }),
    ...(choices && { enum: choices })
  }
  return {
    name,
    type,
    ...(type === 'datetime' && { format: 'any' }),
    description: about,
    ...(Object.keys(constraints).length > 0 && { constraints })
  }
}
