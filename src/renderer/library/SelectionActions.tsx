import { useState } from 'react'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { sharedWork } from '../../shared/model/versions'
import type { Work } from '../../shared/model/work'
import { byTitle } from '../../shared/text/natural-order'
import { call } from '../state/bridge'
import { runCommand } from '../state/commands'
import { goToExport } from '../state/export-source'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useSlices } from '../state/project'
import { showError } from '../state/toasts'
import { VersionsDialog } from '../versions/VersionsDialog'
import { DeleteDocument } from './DeleteDocument'
import { SharedFactsDialog } from './SharedFactsDialog'

interface Props {
  readonly selected: readonly DocumentId[]
  readonly clear: () => void
}

/** In the list of works: out of all of them. */
const release = '-'

type Asking = 'facts' | 'delete' | { readonly into: WorkId | null }

/** What can be done with all texts that are ticked: described, gathered, coded, exported, deleted, each as one change. */
export function SelectionActions({ selected, clear }: Props) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const [asking, setAsking] = useState<Asking | null>(null)
  if (selected.length === 0) return null
  const texts = selected.flatMap((id) => documents[id] ?? [])
  const work = sharedWork(texts)
  const close = () => setAsking(null)
  const takeOut = async () => {
    const done = await call('work.release', [...selected])
    if (done.ok) clear()
    else showError(done.error)
  }
  const button = (label: string, run: () => unknown) => (
    <button type="button" className="button" onClick={() => void run()}>
      {label}
    </button>
  )
  return (
    <div
      className="selection-actions"
      role="toolbar"
      aria-label={t('library.selected', { count: selected.length })}
    >
      <strong role="status">{t('library.selected', { count: selected.length })}</strong>
      {work !== null && button(t('library.compare'), () => navigate({ name: 'compare', work }))}
      {selected.length > 1 && button(t('library.gather'), () => setAsking({ into: null }))}
      {button(t('library.facts'), () => setAsking('facts'))}
      <select
        aria-label={t('library.work')}
        value=""
        onChange={({ target: { value } }) => {
          if (value === release) void takeOut()
          else setAsking({ into: value as WorkId })
        }}
      >
        <option value="">{t('library.work')}</option>
        {texts.some((each) => each.works.length > 0) && (
          <option value={release}>{t('library.release')}</option>
        )}
        <optgroup label={t('library.addTo')}>
          {Object.values<Work>(works)
            .toSorted(byTitle)
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </optgroup>
      </select>
      {button(t('library.code'), () => runCommand('annotate.autocode'))}
      {button(t('library.export'), () =>
        goToExport({ of: 'excerpts', query: { documents: [...selected] }, chosen: null })
      )}
      {button(t('library.delete'), () => setAsking('delete'))}
      <button type="button" className="link-button" onClick={clear}>
        {t('common.none')}
      </button>
      {asking === 'facts' && <SharedFactsDialog documents={selected} onClose={close} />}
      {asking === 'delete' && <DeleteDocument documents={selected} onClose={close} onDone={clear} />}
      {asking !== null && typeof asking === 'object' && (
        <VersionsDialog work={asking.into} texts={selected} onClose={close} onDone={clear} />
      )}
    </div>
  )
}
