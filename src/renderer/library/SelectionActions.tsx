import { useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { sharedWork } from '../../shared/model/versions'
import { call } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { useProject } from '../app/api/project'
import { showError } from '../app/api/toasts'
import { GatherDialog } from '../gathering/GatherDialog'

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
        <button type="button" className="button" onClick={() => go({ name: 'compare', work })}>
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
      {gathering && (
        <GatherDialog work={null} texts={selected} onClose={() => setGathering(false)} onDone={clear} />
      )}
    </div>
  )
}
