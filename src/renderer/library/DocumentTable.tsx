import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { TextGroup } from '../../shared/model/versions'
import type { Work } from '../../shared/model/work'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { TableGap } from '../ui/TableGap'
import { useWindowed } from '../ui/use-windowed'
import { ColumnHead } from './ColumnHead'
import type { ColumnFilters } from './column-filters'
import { placeColumn, widthOf } from './columns'
import { DocumentRow } from './DocumentRow'
import { FilterRow } from './FilterRow'
import { setLibraryView } from './library-view'
import { groupsOfTexts, titlesApart } from './shown-texts'
import type { SortOrder } from './sort-documents'
import { useColumnName } from './use-column-name'
import { WorkRow } from './WorkRow'

/** How high rows are about, in pixels: enough to know how long the list is. */
const rowHeight = 38
const workRowHeight = 42

interface Props {
  readonly documents: readonly VariorumDocument[]
  readonly works: Readonly<Record<WorkId, Work>>
  readonly columns: readonly LibraryColumn[]
  /** Of those that have not their usual width; pixels. */
  readonly widths: Readonly<Record<string, number>>
  readonly sort: SortOrder
  readonly setSort: (sort: SortOrder) => void
  /** The fields under the heads; null where they are hidden. */
  readonly filtering: {
    readonly documents: readonly VariorumDocument[]
    readonly filters: ColumnFilters
    readonly setFilters: (filters: ColumnFilters) => void
  } | null
  readonly selected: ReadonlySet<DocumentId>
  readonly setSelected: (selected: ReadonlySet<DocumentId>) => void
  readonly edit: (id: DocumentId) => void
  readonly remove: (id: DocumentId) => void
  /** Opens the versions of a work. */
  readonly gather: (work: WorkId) => void
}

/** The texts of a project as a table, under the works that they are versions of. */
export function DocumentTable(props: Props) {
  const { documents, works, columns, widths, sort, setSort, filtering, selected, setSelected, gather } = props
  const t = useT()
  const nameOf = useColumnName()
  const view = usePreferences((state) => state.library)
  const table = useRef<HTMLTableElement>(null)
  const last = useRef<DocumentId | null>(null)
  const all = groupsOfTexts(documents, works, sort.column)
  const sizeOf = (index: number) => {
    const group = all[index]
    return (group?.members.length ?? 1) * rowHeight + (group?.work ? workRowHeight : 0)
  }
  const names = titlesApart(all)
  const { indices, before, after } = useWindowed(all.length, sizeOf, table)
  const shown = indices.flatMap((index) => all[index] ?? [])
  const toggle = (id: DocumentId, isRange: boolean) => {
    const next = new Set(selected)
    const isOn = !next.has(id)
    for (const each of isRange ? between(all, last.current, id) : [id])
      if (isOn) next.add(each)
      else next.delete(each)
    last.current = id
    setSelected(next)
  }
  const isAll = documents.length > 0 && documents.every(({ id }) => selected.has(id))
  return (
    <table ref={table} className="documents">
      <thead>
        <tr>
          <th className="check">
            <input
              type="checkbox"
              aria-label={t('library.selectAll')}
              checked={isAll}
              onChange={() => setSelected(new Set(isAll ? [] : documents.map(({ id }) => id)))}
            />
          </th>
          <TitleHead sort={sort} setSort={setSort} />
          {columns.map((column, index) => (
            <ColumnHead
              key={column}
              column={column}
              label={nameOf(column)}
              width={widthOf(column, widths)}
              sort={sort}
              setSort={setSort}
              setWidth={(width) => setLibraryView({ widths: { ...view.widths, [column]: width } })}
              move={(moved, at) => setLibraryView({ columns: placeColumn(view.columns, moved, at) })}
              before={columns[index - 1]}
              after={columns[index + 1]}
            />
          ))}
          <th className="row-actions" aria-label={t('common.more')} />
        </tr>
        {filtering && <FilterRow columns={columns} {...filtering} />}
      </thead>
      <TableGap height={before} />
      {shown.map(({ work, members }) => (
        <tbody key={work?.id ?? members[0]?.id}>
          {work && <WorkRow work={work} count={members.length} span={columns.length + 2} gather={gather} />}
          {members.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              name={names.get(document.id) ?? document.title}
              isVersion={work !== null}
              columns={columns}
              isSelected={selected.has(document.id)}
              toggle={toggle}
              edit={props.edit}
              remove={props.remove}
            />
          ))}
        </tbody>
      ))}
      <TableGap height={after} />
    </table>
  )
}

function TitleHead({ sort, setSort }: Pick<Props, 'sort' | 'setSort'>) {
  const t = useT()
  const isOn = sort.column === 'title' || sort.column === 'work'
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  const next: SortOrder = {
    column: sort.column === 'title' && sort.descending ? 'work' : 'title',
    descending: sort.column === 'title' && !sort.descending
  }
  return (
    <th className="title" aria-sort={isOn ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      {/* It goes round: by work, by title, by title backwards. */}
      <button type="button" onClick={() => setSort(next)}>
        {t('library.title')}
        {isOn && <Arrow size={12} aria-hidden />}
      </button>
    </th>
  )
}

/** The texts from one to another, both among them, in the order in which they are listed; the other alone where one is not there. */
function between(all: readonly TextGroup[], from: DocumentId | null, to: DocumentId): DocumentId[] {
  const ids = all.flatMap(({ members }) => members.map(({ id }) => id))
  const [a, b] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
