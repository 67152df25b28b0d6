import { useCallback, useMemo, useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { spokenNames } from '../../shared/model/names'
import { fold } from '../../shared/text/fold'
import { runCommand } from '../state/commands'
import { useT, useWords } from '../state/i18n'
import { useSlices } from '../state/project'
import { Empty } from '../ui/Empty'
import { MetadataDialog } from '../ui/MetadataDialog'
import { FindVersions } from '../versions/FindVersions'
import { VersionsDialog } from '../versions/VersionsDialog'
import { DeleteDocument } from './DeleteDocument'
import { DocumentTable, type SortColumn } from './DocumentTable'
import { FirstSteps } from './FirstSteps'
import { SelectionActions } from './SelectionActions'
import { sortDocuments } from './sort-documents'

/** All texts of the project: sorted, filtered, opened, described, gathered, deleted. */
export function Library() {
  const t = useT()
  const words = useWords()
  const { documents, works } = useSlices('documents', 'works')
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<{ column: SortColumn; descending: boolean }>({
    column: 'work',
    descending: false
  })
  const [selected, setSelected] = useState<ReadonlySet<DocumentId>>(new Set())
  const [editing, setEditing] = useState<DocumentId | null>(null)
  const [finding, setFinding] = useState(false)
  const [gathering, setGathering] = useState<WorkId | null>(null)
  const [deleting, setDeleting] = useState<DocumentId | null>(null)
  const stopFinding = useCallback(() => setFinding(false), [])
  const shown = useMemo(() => {
    const wanted = fold(filter.trim()).text
    const fits = (each: VariorumDocument) =>
      wanted === '' ||
      fold(
        [
          each.title,
          each.publisher,
          spokenNames(each.csl.author),
          ...each.works.map((id) => works[id]?.title ?? '')
        ].join('\n')
      ).text.includes(wanted)
    return sortDocuments(Object.values<VariorumDocument>(documents).filter(fits), sort)
  }, [documents, works, filter, sort])
  const there = [...selected].filter((id) => documents[id])

  if (Object.keys(documents).length === 0)
    return (
      <div className="page">
        <Empty title={t('library.empty')} hint={t('library.emptyHint')}>
          <button type="button" className="button primary" onClick={() => runCommand('app.import')}>
            {words.command['app.import']}
          </button>
        </Empty>
      </div>
    )
  return (
    <div className="page place" data-scroller>
      <FirstSteps />
      <div className="place-tools">
        <input
          type="search"
          aria-label={t('library.filter')}
          placeholder={t('library.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <button type="button" className="button" onClick={() => setFinding(true)}>
          {t('work.find')}
        </button>
        <SelectionActions selected={there} clear={() => setSelected(new Set())} />
      </div>
      {shown.length === 0 ? (
        <Empty title={t('library.noMatch')} />
      ) : (
        <DocumentTable
          documents={shown}
          works={works}
          sort={sort}
          setSort={setSort}
          selected={selected}
          setSelected={setSelected}
          edit={setEditing}
          remove={setDeleting}
          gather={setGathering}
        />
      )}
      {editing !== null && documents[editing] && (
        <MetadataDialog document={documents[editing]} onClose={() => setEditing(null)} />
      )}
      {finding && <FindVersions onClose={stopFinding} />}
      {gathering !== null && (
        <VersionsDialog work={gathering} texts={[]} onClose={() => setGathering(null)} />
      )}
      {deleting !== null && documents[deleting] && (
        <DeleteDocument document={documents[deleting]} onClose={() => setDeleting(null)} />
      )}
    </div>
  )
}
