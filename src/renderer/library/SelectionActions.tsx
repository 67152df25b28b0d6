import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { sharedWork } from '../../shared/model/versions'
import { call } from '../state/bridge'
import { goToExport } from '../state/export-source'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { showError } from '../state/toasts'
import { VersionsDialog } from '../versions/VersionsDialog'

/** What can be done with the selected texts: compare, gather as versions, take out of their works. */
export function SelectionActions({
  selected,
  clear
}: {
  selected: readonly DocumentId[]
  clear: () => void
}) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [gathering, setGathering] = useState(false)
  if (selected.length === 0) return null
  const texts = selected.flatMap((id) => documents[id] ?? [])
  const work = sharedWork(texts)
  const release = async () => {
    const done = await call('work.release', [...selected])
    if (done.ok) clear()
    else showError(done.error)
  }
  return (
    <div className="selection-actions">
      <span>{t('library.selected', { count: selected.length })}</span>
      {work !== null && (
        <button type="button" className="button" onClick={() => navigate({ name: 'compare', work })}>
          {t('library.compare')}
        </button>
      )}
      {selected.length > 1 && (
        <button type="button" className="button" onClick={() => setGathering(true)}>
          {t('library.gather')}
        </button>
      )}
      {texts.some((each) => each.works.length > 0) && (
        <button type="button" className="button" onClick={() => void release()}>
          {t('library.release')}
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={() => goToExport({ of: 'excerpts', query: { documents: [...selected] }, chosen: null })}
      >
        {t('menus.exportExcerpts')}
      </button>
      {gathering && (
        <VersionsDialog work={null} texts={selected} onClose={() => setGathering(false)} onDone={clear} />
      )}
    </div>
  )
}
