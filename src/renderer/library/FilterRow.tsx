import { useMemo } from 'react'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import { useT } from '../state/i18n'
import { renderings } from '../ui/MetadataFields'
import { type ColumnFilters, kindOf } from './column-filters'
import { useColumnName } from './use-column-name'

interface Props {
  readonly columns: readonly LibraryColumn[]
  /** All texts, filtered or not: what can be chosen is among them. */
  readonly documents: readonly VariorumDocument[]
  readonly filters: ColumnFilters
  readonly setFilters: (filters: ColumnFilters) => void
}

/** A field under each head: texts are filtered by what stands in the column. */
export function FilterRow({ columns, documents, filters, setFilters }: Props) {
  const t = useT()
  const nameOf = useColumnName()
  const languages = useMemo(() => [...new Set(documents.map(({ language }) => language))].sort(), [documents])
  const set = (column: LibraryColumn, value: string) => setFilters({ ...filters, [column]: value })
  const field = (column: LibraryColumn) => {
    const common = {
      'aria-label': t('library.filterBy', { column: nameOf(column) }),
      value: filters[column] ?? ''
    }
    if (kindOf(column) !== 'choice') {
      const isSpan = kindOf(column) === 'span'
      const example = column === 'words' || column === 'annotations' ? '10..' : '2018..2020'
      return (
        <input
          {...common}
          title={isSpan ? t('library.spanHint', { example }) : undefined}
          placeholder={isSpan ? example : ''}
          onChange={(event) => set(column, event.target.value)}
        />
      )
    }
    const options =
      column === 'rendering'
        ? renderings.map((each) => [each, t(`rendering.${each}`)] as const)
        : languages.map((each) => [each, each] as const)
    return (
      <select {...common} onChange={(event) => set(column, event.target.value)}>
        <option value="">{t('common.all')}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <tr className="filter-row">
      <td />
      <td />
      {columns.map((column) => (
        <td key={column}>{field(column)}</td>
      ))}
      <td />
    </tr>
  )
}
