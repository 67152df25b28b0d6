import { Filter } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { runCommand } from '../state/commands'
import { useT, useWords } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject, useSlices } from '../state/project'
import { useTickedTexts } from '../state/ticked-texts'
import { Empty } from '../ui/Empty'
import { MetadataDialog } from '../ui/MetadataDialog'
import { FindVersions } from '../versions/FindVersions'
import { VersionsDialog } from '../versions/VersionsDialog'
import { ColumnMenu } from './ColumnMenu'
import type { ColumnFilters } from './column-filters'
import { fitting, widthsOfEmpty } from './columns'
import { DeleteDocument } from './DeleteDocument'
import { DocumentTable } from './DocumentTable'
import { FirstSteps } from './FirstSteps'
import { setLibraryView } from './library-view'
import { SelectionActions } from './SelectionActions'
import { columnsOfTexts, shownTexts, textsOf } from './shown-texts'
import type { SortOrder } from './sort-documents'
import { useRoom } from './use-room'

const noCounts: Readonly<Record<DocumentId, number>> = {}
const noFilters: ColumnFilters = {}

/** All texts of the project: sorted, filtered, opened, described, gathered, coded, deleted, one by one or many at once. */
export function Library() {
  const t = useT()
  const words = useWords()
  const { documents, works } = useSlices('documents', 'works')
  const counts = useProject((project) => project.counts.documents)
  const view = usePreferences((state) => state.library)
  const [filter, setFilter] = useState('')
  const [filters, setFilters] = useState<ColumnFilters>(noFilters)
  const [sort, setSort] = useState<SortOrder>({ column: 'work', descending: false })
  const [selected, setSelected] = useState<ReadonlySet<DocumentId>>(new Set())
  const [editing, setEditing] = useState<DocumentId | null>(null)
  const [finding, setFinding] = useState(false)
  const [gathering, setGathering] = useState<WorkId | null>(null)
  const [deleting, setDeleting] = useState<DocumentId | null>(null)
  const stopFinding = useCallback(() => setFinding(false), [])
  const { frame, room } = useRoom()
  const all = textsOf(documents)
  const every = columnsOfTexts(all)
  const chosen = useMemo(() => view.columns.filter((each) => every.includes(each)), [view.columns, every])
  const widths = useMemo(
    () => ({ ...widthsOfEmpty(chosen, all), ...view.widths }),
    [chosen, all, view.widths]
  )
  const columns = fitting(chosen, widths, room)
  // Highlights are counted anew with each one that is made: only who sorts or filters by them needs that here.
  const byCount = sort.column === 'annotations' || Boolean(filters.annotations)
  const counted = byCount ? counts : noCounts
  const applied = view.filters ? filters : noFilters
  const shown = shownTexts(all, works, filter, applied, sort.column, sort.descending, counted)
  const there = useMemo(() => [...selected].filter((id) => documents[id]), [selected, documents])
  useEffect(() => {
    useTickedTexts.setState({ texts: there })
    return () => useTickedTexts.setState({ texts: [] })
  }, [there])

  if (all.length === 0)
    return (
      <div className="page">
        <Empty title={t('library.empty')} hint={t('library.emptyHint')}>
          <button type="button" className="button primary" onClick={() => runCommand('app.import')}>
            {words.command['app.import']}
          </button>
          <button type="button" className="button" onClick={() => runCommand('app.importFolder')}>
            {words.command['app.importFolder']}
          </button>
        </Empty>
      </div>
    )
  return (
    <div className="page place library-place" data-scroller ref={frame}>
      <FirstSteps />
      <div className="place-tools">
        <input
          type="search"
          aria-label={t('library.filter')}
          placeholder={t('library.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {there.length > 0 ? (
          <SelectionActions selected={there} clear={() => setSelected(new Set())} />
        ) : (
          <>
            <button type="button" className="button" onClick={() => setFinding(true)}>
              {t('work.find')}
            </button>
            <span className="grow" role="status">
              {shown.length < all.length && t('library.shownOf', { n: shown.length, total: all.length })}
            </span>
            <button
              type="button"
              className="button"
              aria-pressed={view.filters}
              onClick={() => setLibraryView({ filters: !view.filters })}
            >
              <Filter size={13} aria-hidden />
              {t('library.filters')}
            </button>
            <ColumnMenu all={every} chosen={view.columns} shown={columns} />
          </>
        )}
      </div>
      {(shown.length > 0 || view.filters) && (
        <DocumentTable
          documents={shown}
          works={works}
          columns={columns}
          widths={widths}
          sort={sort}
          setSort={setSort}
          filtering={view.filters ? { documents: all, filters, setFilters } : null}
          selected={selected}
          setSelected={setSelected}
          edit={setEditing}
          remove={setDeleting}
          gather={setGathering}
        />
      )}
      {shown.length === 0 && <Empty title={t('library.noMatch')} />}
      {editing !== null && documents[editing] && (
        <MetadataDialog document={documents[editing]} onClose={() => setEditing(null)} />
      )}
      {finding && <FindVersions onClose={stopFinding} />}
      {gathering !== null && (
        <VersionsDialog work={gathering} texts={[]} onClose={() => setGathering(null)} />
      )}
      {deleting !== null && documents[deleting] && (
        <DeleteDocument documents={[deleting]} onClose={() => setDeleting(null)} />
      )}
    </div>
  )
}
