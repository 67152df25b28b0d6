import { useEffect } from 'react'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { AnnotationView } from '../../shared/ipc/annotation-view'
import type { AnnotationId } from '../../shared/model/ids'
import { type Command, keyLabel, runCommand, useCommands } from '../state/commands'
import { copyExcerpts } from '../state/copy-excerpts'
import { reportExportSources } from '../state/export-source'
import { useT } from '../state/i18n'
import { useNavigation } from '../state/navigation'
import { setPreferences, usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { Empty } from '../ui/Empty'
import { AnnotationCards } from './AnnotationCards'
import { AnnotationTable } from './AnnotationTable'
import { Filters } from './Filters'
import { RecodeBar } from './RecodeBar'
import { useAnnotationPages, useTicked } from './use-annotation-pages'
import { ViewTools } from './ViewTools'

/** All annotations of the project, filtered. One click goes to the passage; those that are ticked are recoded together. */
export function Annotations({ filter }: { filter: AnnotationQuery }) {
  const t = useT()
  const none = useProject(({ counts }) => Object.keys(counts.documents).length === 0)
  const setFilter = (patch: AnnotationQuery) => {
    useNavigation.setState({ place: { name: 'annotations', filter: clean({ ...filter, ...patch }) } })
  }
  const query = JSON.stringify(filter)
  const view = usePreferences((preferences) => preferences.annotations)
  const { shape: _, ...arrangement } = view
  const { rows, total, hasMore, more } = useAnnotationPages(query, arrangement)
  const ticked = useTicked(query, rows)
  const chosen = ticked.chosen.length > 0 && ticked.chosen.length !== total ? ticked.chosen : null
  useEffect(
    () =>
      reportExportSources(() =>
        chosen ? [{ of: 'excerpts', query: JSON.parse(query), chosen: chosen.map(({ id }) => id) }] : []
      ),
    [query, chosen]
  )
  useCommands(copyCommands)
  if (none)
    return (
      <div className="page">
        <Empty title={t('annotation.empty')} hint={t('annotation.emptyHint', { key: keyLabel('h') })} />
      </div>
    )
  return (
    <div className="page place" data-scroller>
      <div className="place-tools">
        <Filters filter={filter} setFilter={setFilter} />
        <span className="grow" role="status">
          {total === null ? '' : t('annotation.count', { count: total })}
        </span>
        <button
          type="button"
          className="button"
          title={`${t('command.app.copyExcerpts')} (${keyLabel('Mod+Alt+C')})`}
          disabled={rows?.length === 0}
          onClick={() => runCommand('app.copyExcerpts')}
        >
          {t('annotation.copy')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('app.export')}>
          {t('annotation.export')}
        </button>
      </div>
      {rows && rows.length > 0 && (
        <div className="place-tools list-tools">
          <label className="check-label">
            <input
              type="checkbox"
              aria-label={t('annotation.selectAll')}
              checked={ticked.chosen.length === total}
              onChange={(event) => ticked.setAll(event.target.checked)}
            />
            <span>{t('annotation.selectAll')}</span>
          </label>
          {/* In one line, in the place of the order: the list below does not move. */}
          {ticked.chosen.length > 0 && <RecodeBar chosen={ticked.chosen} clear={ticked.clear} />}
          <ViewTools view={view} setView={setView} isShort={ticked.chosen.length > 0} />
        </div>
      )}
      {rows?.length === 0 && <Empty title={t('annotation.noMatch')} />}
      {rows && rows.length > 0 && view.shape === 'table' && (
        <AnnotationTable rows={rows} ticked={ticked} view={view} setView={setView} />
      )}
      {view.shape === 'cards' && <AnnotationCards rows={rows ?? []} ticked={ticked} />}
      {hasMore && (
        <button type="button" className="button" onClick={more}>
          {t('common.more')}
        </button>
      )}
    </div>
  )
}

/** Changes how the annotations are shown, whatever was changed a moment ago. */
function setView(patch: Partial<AnnotationView>): void {
  setPreferences({ annotations: { ...usePreferences.getState().annotations, ...patch } })
}

/** The row in which the focus is; null where it is elsewhere, or words of the page are selected. */
function focusedRow(): AnnotationId | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-annotation]')
  return row && getSelection()?.isCollapsed !== false
    ? ((row.dataset.annotation ?? '') as AnnotationId)
    : null
}

const copyCommands: readonly Command[] = [
  {
    id: 'annotate.copy',
    keys: ['Mod+C'],
    when: () => focusedRow() !== null,
    run: () => {
      const id = focusedRow()
      if (id !== null) void copyExcerpts({ of: 'excerpts', query: {}, chosen: [id] })
    }
  }
]

/** Without the fields that filter nothing. */
function clean(filter: AnnotationQuery): AnnotationQuery {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}
