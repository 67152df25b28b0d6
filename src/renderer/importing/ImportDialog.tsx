import { useEffect, useMemo, useState } from 'react'
import type { ImportChoice } from '../../shared/ipc/contract'
import type { ImportFile } from '../../shared/ipc/import-answers'
import type { Work } from '../../shared/model/work'
import { siteOf } from '../../shared/text/repeated-lines'
import { call, on } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { until, useProject } from '../app/api/project'
import { errorText, showError, showToast } from '../app/api/toasts'
import { Dialog } from '../ui/Dialog'
import { fromDraft } from '../ui/MetadataFields'
import { ImportDetails } from './ImportDetails'
import { ImportKin, nearBy } from './ImportKin'
import { ImportPreview } from './ImportPreview'
import { ImportTable } from './ImportTable'
import { ImportTools } from './ImportTools'
import type { ImportDraft } from './import-draft'
import { useImport } from './use-import'

/** The files on their way in: what each turned out to be, its metadata and furniture to confirm or change. */
export function ImportDialog({
  reading,
  onClose
}: {
  reading: Promise<readonly ImportFile[] | null>
  onClose: () => void
}) {
  const t = useT()
  const works = useProject((project) => project.state.works)
  const incoming = useImport(reading, onClose)
  const { files, drafts, chosen } = incoming
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [committing, setCommitting] = useState(false)
  useEffect(() => on('importProgress', setProgress), [])
  const choices = useMemo(
    () => (files ?? []).flatMap(({ key }) => choiceOf(key, drafts[key], works) ?? []),
    [files, drafts, works]
  )
  const wanted = Object.values(drafts).filter((draft) => draft.included).length
  const close = () => {
    void call('import.cancel', null)
    onClose()
  }
  const commit = async () => {
    setCommitting(true)
    const done = await call('import.commit', choices)
    setCommitting(false)
    if (!done.ok) return showError(done.error)
    await until(({ state }) => done.value.every((id) => state.documents[id]))
    showToast(t('import.done', { count: done.value.length }))
    onClose()
    const [only] = done.value
    go(done.value.length === 1 && only ? { name: 'reader', document: only } : { name: 'library' })
  }
  const file = files?.find((each) => each.key === chosen)
  const draft = chosen === null ? undefined : drafts[chosen]
  return (
    <Dialog
      title={t('import.heading')}
      closeLabel={t('common.close')}
      width="full"
      onClose={close}
      actions={
        <>
          <span className="grow">
            {files ? (wanted > 0 ? t('import.ready', { count: wanted }) : t('import.nothing')) : ''}
          </span>
          <button type="button" className="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={committing || wanted === 0 || choices.length !== wanted}
            onClick={() => void commit()}
          >
            {t('import.commit', { count: wanted })}
          </button>
        </>
      }
    >
      {!files ? (
        <p role="status" className="import-progress">
          {t('import.reading', progress)}
        </p>
      ) : (
        <div className="import">
          <ImportTools selected={incoming.selected.size} apply={incoming.apply} />
          <ImportKin incoming={incoming} />
          <ImportTable
            near={nearBy(incoming.kin, files)}
            files={files}
            drafts={drafts}
            chosen={chosen}
            selected={incoming.selected}
            choose={incoming.choose}
            include={incoming.include}
            edit={incoming.edit}
            readAgain={(key, encoding) => void incoming.readAgain(key, { encoding })}
          />
          {file?.parsed && draft && (
            <div className="import-below">
              <ImportDetails file={file} text={file.parsed} draft={draft} incoming={incoming} />
              <ImportPreview
                key={file.key}
                text={file.parsed}
                {...(siteOf(draft.metadata) === ''
                  ? {}
                  : {
                      always: (block: number, isFurniture: boolean) =>
                        incoming.always(file.key, block, isFurniture)
                    })}
                furniture={draft.furniture}
                onChange={(furniture) => incoming.update(file.key, { furniture })}
              />
            </div>
          )}
          {file && !file.parsed && file.error && <p className="import-refused">{errorText(file.error)}</p>}
        </div>
      )}
    </Dialog>
  )
}

function choiceOf(
  key: string,
  own: ImportDraft | undefined,
  works: Readonly<Record<string, Work>>
): ImportChoice | null {
  const metadata = own?.included ? fromDraft(own.metadata) : null
  if (!own || !metadata) return null
  const title = own.work.trim()
  const known = Object.values(works).find((work) => work.title === title)
  return {
    key,
    metadata,
    work: title === '' ? null : known ? { id: known.id } : { title },
    furniture: [...own.furniture]
  }
}
