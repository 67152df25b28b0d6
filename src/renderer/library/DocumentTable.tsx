import { ArrowDown, ArrowUp, Layers, Pencil, Trash2 } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { groupByWork, type TextGroup } from '../../shared/model/versions'
import type { Work } from '../../shared/model/work'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { TableGap } from '../ui/TableGap'
import { useWindowed } from '../ui/use-windowed'
import { usePrefetch } from './use-prefetch'

/** How high rows are about, in pixels: enough to know how long the list is. */
const rowHeight = 38
const workRowHeight = 42

export type SortColumn = 'work' | 'title' | 'published' | 'language' | 'publisher' | 'rendering' | 'words'

interface Props {
  readonly documents: readonly VariorumDocument[]
  readonly works: Readonly<Record<WorkId, Work>>
  readonly sort: { readonly column: SortColumn; readonly descending: boolean }
  readonly setSort: (sort: { column: SortColumn; descending: boolean }) => void
  readonly selected: ReadonlySet<DocumentId>
  readonly setSelected: (selected: ReadonlySet<DocumentId>) => void
  readonly edit: (id: DocumentId) => void
  readonly remove: (id: DocumentId) => void
  /** Opens the versions of a work. */
  readonly gather: (work: WorkId) => void
}

const columns: readonly Exclude<SortColumn, 'work'>[] = [
  'title',
  'rendering',
  'published',
  'publisher',
  'words'
]

export function DocumentTable({
  documents,
  works,
  sort,
  setSort,
  selected,
  setSelected,
  edit,
  remove,
  gather
}: Props) {
  const t = useT()
  const counts = useProject((project) => project.counts.documents)
  const prefetch = usePrefetch()
  const toggle = (id: DocumentId) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const table = useRef<HTMLTableElement>(null)
  const all = useMemo(() => groups(documents, works, sort.column), [documents, works, sort.column])
  const sizeOf = (index: number) => {
    const group = all[index]
    return (group?.members.length ?? 1) * rowHeight + (group?.work ? workRowHeight : 0)
  }
  const { indices, before, after } = useWindowed(all.length, sizeOf, table)
  const shown = indices.flatMap((index) => all[index] ?? [])
  return (
    <table ref={table} className="documents">
      <thead>
        <tr>
          <th className="check" aria-label={t('common.all')} />
          {columns.map((column) => {
            const on = sort.column === column || (column === 'title' && sort.column === 'work')
            const Arrow = sort.descending ? ArrowDown : ArrowUp
            const next = {
              column: nextColumn(column, sort),
              descending: sort.column === column && !sort.descending
            }
            return (
              <th
                key={column}
                className={column}
                aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => setSort(next)}>
                  {t(`library.${column}`)}
                  {on && <Arrow size={12} aria-hidden />}
                </button>
              </th>
            )
          })}
          <th className="count">{t('library.annotations')}</th>
          <th className="row-actions" aria-label={t('common.more')} />
        </tr>
      </thead>
      <TableGap height={before} />
      {shown.map(({ work, members }) => (
        <tbody key={work?.id ?? members[0]?.id}>
          {work && (
            <tr className="work-row">
              <td />
              <th colSpan={3} scope="rowgroup">
                <button type="button" onClick={() => navigate({ name: 'compare', work: work.id })}>
                  {work.title}
                </button>
                <small>{t('library.versions', { count: members.length })}</small>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t('work.edit', { title: work.title })}
                  title={t('work.heading')}
                  onClick={() => gather(work.id)}
                >
                  <Layers size={14} aria-hidden />
                </button>
              </th>
              <td className="publisher" />
              <td className="words" />
              <td colSpan={2} />
            </tr>
          )}
          {members.map((document) => (
            <tr
              key={document.id}
              data-menu-text={document.id}
              className={selected.has(document.id) ? 'selected' : ''}
            >
              <td className="check">
                <input
                  type="checkbox"
                  aria-label={t('library.select', { title: document.title })}
                  checked={selected.has(document.id)}
                  onChange={() => toggle(document.id)}
                />
              </td>
              <td className={work ? 'title version' : 'title'}>
                <button
                  type="button"
                  className="open-document"
                  lang={document.language}
                  {...prefetch(document.id)}
                  onClick={() => navigate({ name: 'reader', document: document.id })}
                >
                  <span className="badge">{document.language}</span>
                  <span className="name">{document.title}</span>
                </button>
              </td>
              <td className="rendering">
                {document.rendering === 'unknown' ? '–' : t(`rendering.${document.rendering}`)}
              </td>
              <td className="published">{document.published?.date ?? '–'}</td>
              <td className="publisher">{document.publisher || '–'}</td>
              <td className="words">{document.words.toLocaleString()}</td>
              <td className="count">{counts[document.id] ?? ''}</td>
              <td className="row-actions">
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t('common.edit')}: ${document.title}`}
                  onClick={() => edit(document.id)}
                >
                  <Pencil size={14} aria-hidden />
                </button>
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`${t('common.delete')}: ${document.title}`}
                  onClick={() => remove(document.id)}
                >
                  <Trash2 size={14} aria-hidden />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
      <TableGap height={after} />
    </table>
  )
}

/** The title column goes round: by work, by title, by title backwards. */
function nextColumn(column: SortColumn, sort: { column: SortColumn; descending: boolean }): SortColumn {
  if (column !== 'title') return column
  return sort.column === 'title' && sort.descending ? 'work' : 'title'
}

/** Sorted by work, the versions of one stand together; otherwise each text is alone. */
function groups(
  documents: readonly VariorumDocument[],
  works: Readonly<Record<WorkId, Work>>,
  column: SortColumn
): TextGroup[] {
  return column === 'work'
    ? groupByWork(documents, (id) => works[id])
    : documents.map((each) => ({ work: null, members: [each] }))
}
