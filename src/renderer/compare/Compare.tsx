import { useCallback, useEffect, useMemo, useState } from 'react'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { versionsOf } from '../../shared/model/versions'
import { AnnotatingLayer } from '../annotating/AnnotatingLayer'
import { call } from '../state/bridge'
import { type Command, useCommands } from '../state/commands'
import { goToExport, reportExportSources } from '../state/export-source'
import { i18n, useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { Empty } from '../ui/Empty'
import { differentEvents } from '../versions/different-events'
import { VersionsDialog } from '../versions/VersionsDialog'
import { CompareFoot } from './CompareFoot'
import { CompareTable } from './CompareTable'
import { DifferenceBar } from './DifferenceBar'
import { Legend } from './Legend'
import { RunningText } from './RunningText'
import { filterRows, type RowFilter } from './row-filter'
import type { Turn } from './use-columns-shown'
import { useComparison, useFindings } from './use-comparison'
import { VersionBar, type View } from './VersionBar'

const mostVersions = 4

/** The versions of a work side by side: in rows of linked sentences, or as running texts that move together. */
export function Compare({ work, base }: { work: WorkId; base?: DocumentId }) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const own = works[work]
  const versions = useMemo(
    () => (own ? versionsOf(Object.values<VariorumDocument>(documents), own) : []),
    [documents, own]
  )
  const [hidden, setHidden] = useState<ReadonlySet<DocumentId>>(
    () => new Set(versions.slice(mostVersions).map((each) => each.id))
  )
  const [first, setFirst] = useState<DocumentId | undefined>(base)
  const [view, setView] = useState<View>('rows')
  const [chosen, setChosen] = useState<DocumentId | null | undefined>(undefined)
  const [rowFilter, setRowFilter] = useState<RowFilter | null>(null)
  const [bySize, setBySize] = useState(false)
  const [row, setRow] = useState(0)
  const [gathering, setGathering] = useState(false)
  const [legend, setLegend] = useState(false)
  const [turnAt, setTurn] = useState(0)
  const turn = useMemo<Turn>(() => ({ at: turnAt, set: setTurn }), [turnAt])
  const shown = useMemo(() => {
    const visible = versions.filter((each) => !hidden.has(each.id)).slice(0, mostVersions)
    return [...visible.filter((each) => each.id === first), ...visible.filter((each) => each.id !== first)]
  }, [versions, hidden, first])
  const from =
    chosen === undefined || !shown.some((each) => each.id === chosen) ? usualFrom(shown, chosen) : chosen
  useEffect(
    () =>
      reportExportSources(() =>
        shown.length < 2 ? [] : [{ of: 'work', documents: shown.map(({ id }) => id), from }]
      ),
    [shown, from]
  )
  const { compared, receive } = useComparison(shown, work)
  const findings = useFindings(shown, compared, from)
  const order = useMemo(
    () => (compared ? filterRows(compared.rows, findings, rowFilter, bySize) : []),
    [compared, findings, rowFilter, bySize]
  )
  const commands = useMemo<Command[]>(
    () => [
      {
        id: 'compare.differences',
        keys: ['d'],
        run: () => setChosen(from === null ? usualFrom(shown, undefined) : null)
      },
      { id: 'compare.export', run: () => goToExport() },
      { id: 'compare.linkAnswering', run: () => void linkAnswering(shown) },
      { id: 'compare.view', keys: ['r'], run: () => setView(view === 'rows' ? 'running' : 'rows') },
      { id: 'compare.legend', keys: ['l'], run: () => setLegend(true) }
    ],
    [from, shown, view]
  )
  useCommands(commands)
  const toggle = useCallback(
    (id: DocumentId) =>
      setHidden((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    []
  )
  if (versions.length < 2)
    return (
      <div className="page">
        <Empty title={t('compare.empty')} hint={t('compare.emptyHint')}>
          <button type="button" className="button primary" onClick={() => setGathering(true)}>
            {t('work.heading')}
          </button>
        </Empty>
        {gathering && <VersionsDialog work={work} texts={[]} onClose={() => setGathering(false)} />}
      </div>
    )
  const texts = shown.map((each) => each.id).join(' ')
  const events = differentEvents(shown)
  const column = shown.findIndex((each) => each.id === from)
  return (
    <>
      <VersionBar
        versions={versions}
        shown={shown}
        most={mostVersions}
        toggle={toggle}
        view={view}
        setView={setView}
        from={from}
        setFrom={setChosen}
        takeAway={() => goToExport()}
        gather={() => setGathering(true)}
        legend={<Legend isOpen={legend} setOpen={setLegend} />}
      />
      {events.length > 1 && (
        <p className="unlike" role="status">
          {t('comparing.differentEvents', { dates: events.join(', ') })}
        </p>
      )}
      {compared?.unlike.map(({ document, likeness }) => (
        <p key={document} className="unlike" role="status">
          {t('compare.unlike', {
            title: documents[document]?.title ?? '',
            percent: Math.round(likeness * 100)
          })}
        </p>
      ))}
      {compared && view === 'rows' && (
        <DifferenceBar
          rows={compared.rows}
          findings={findings}
          rowFilter={rowFilter}
          choose={setRowFilter}
          bySize={bySize}
          setBySize={setBySize}
        />
      )}
      {compared && view === 'rows' && (
        <CompareTable
          key={texts}
          shown={shown}
          compared={compared}
          receive={receive}
          order={order}
          from={column}
          turn={turn}
          makeBase={setFirst}
          told={setRow}
        />
      )}
      {compared && view === 'running' && (
        <RunningText
          key={texts}
          shown={shown}
          rows={compared.rows}
          from={column}
          turn={turn}
          makeBase={setFirst}
          told={setRow}
        />
      )}
      {compared && (
        <CompareFoot
          rows={compared.rows}
          row={row}
          isOfOne={events.length < 2 && compared.unlike.length === 0}
        />
      )}
      {gathering && <VersionsDialog work={work} texts={[]} onClose={() => setGathering(false)} />}
      <AnnotatingLayer />
    </>
  )
}

/** Links the highlights that answer one another in the versions that are shown. */
async function linkAnswering(shown: readonly VariorumDocument[]): Promise<void> {
  const done = await call(
    'parallel.linkAnswering',
    shown.map((each) => each.id)
  )
  if (done.ok) showToast(i18n.t('parallel.linkedAnswering', { count: done.value.count }))
  else showError(done.error)
}

/** What differences are shown from unless one says otherwise: the first of two renderings in one language. */
function usualFrom(
  shown: readonly VariorumDocument[],
  chosen: DocumentId | null | undefined
): DocumentId | null {
  if (chosen === null) return null
  const twin = shown.find((each, at) => shown.some((other, k) => k > at && other.language === each.language))
  return (twin ?? shown[0])?.id ?? null
}
