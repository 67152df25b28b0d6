import { useEffect, useMemo, useState } from 'react'
import type { ImportFile } from '../../shared/ipc/answers'
import type { ImportChoice } from '../../shared/ipc/contract'
import type { Work } from '../../shared/model/work'
import { call, on } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { until, useProject } from '../app/api/project'
import { errorText, showError, showToast } from '../app/api/toasts'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { fromDraft, MetadataFields } from '../ui/MetadataFields'
import { ImportPreview } from './ImportPreview'
import { draftOf, type ImportDraft } from './import-draft'

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
  const [files, setFiles] = useState<readonly ImportFile[] | null>(null)
  const [drafts, setDrafts] = useState<Readonly<Record<string, ImportDraft>>>({})
  const [chosen, setChosen] = useState<string | null>(null)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [committing, setCommitting] = useState(false)
  useEffect(() => on('importProgress', setProgress), [])
  useEffect(() => {
    let current = true
    void reading.then((read) => {
      if (!current) return
      if (!read || read.length === 0) return onClose()
      setFiles(read)
      setDrafts(
        Object.fromEntries(
          read.flatMap((file) => (file.parsed ? [[file.key, draftOf(file, file.parsed)]] : []))
        )
      )
      setChosen(read.find((file) => file.parsed && file.known === null)?.key ?? read[0]?.key ?? null)
    })
    return () => {
      current = false
    }
  }, [reading, onClose])

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
  const update = (patch: Partial<ImportDraft>) => {
    if (chosen !== null && draft) setDrafts({ ...drafts, [chosen]: { ...draft, ...patch } })
  }
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
          <ul className="import-files" aria-label={t('import.files')}>
            {files.map((each) => (
              <FileRow
                key={each.key}
                file={each}
                draft={drafts[each.key]}
                on={each.key === chosen}
                choose={() => setChosen(each.key)}
                include={(included) => {
                  const own = drafts[each.key]
                  if (own) setDrafts({ ...drafts, [each.key]: { ...own, included } })
                }}
              />
            ))}
          </ul>
          {file && draft && file.parsed && (
            <>
              <div className="import-fields">
                {file.parsed.signs.length > 0 && (
                  <p className="note">
                    {t('import.signs', {
                      signs: file.parsed.signs.map((sign) => t(`sign.${sign}`)).join(', ')
                    })}
                  </p>
                )}
                <MetadataFields draft={draft.metadata} onChange={(metadata) => update({ metadata })} />
                <Field label={t('metadata.work')} hint={t('import.workHint')}>
                  <input
                    list="import-works"
                    value={draft.work}
                    onChange={(event) => update({ work: event.target.value })}
                  />
                </Field>
                <datalist id="import-works">
                  {workTitles(works, drafts).map((title) => (
                    <option key={title} value={title} />
                  ))}
                </datalist>
                <p className="panel-hint">{t('import.encoding', { encoding: file.parsed.encoding })}</p>
              </div>
              <ImportPreview
                text={file.parsed}
                furniture={draft.furniture}
                onChange={(furniture) => update({ furniture })}
              />
            </>
          )}
          {file && !file.parsed && file.error && <p className="import-refused">{errorText(file.error)}</p>}
        </div>
      )}
    </Dialog>
  )
}

function workTitles(
  works: Readonly<Record<string, Work>>,
  drafts: Readonly<Record<string, ImportDraft>>
): string[] {
  const titles = [
    ...Object.values(works).map((work) => work.title),
    ...Object.values(drafts).map((draft) => draft.work)
  ]
  return [...new Set(titles.filter((title) => title !== ''))].sort()
}

function FileRow(props: {
  file: ImportFile
  draft: ImportDraft | undefined
  on: boolean
  choose: () => void
  include: (included: boolean) => void
}) {
  const t = useT()
  const { file, draft, on: isOn, choose, include } = props
  const status = file.error
    ? errorText(file.error)
    : file.known
      ? t('import.known')
      : (draft?.metadata.title ?? '')
  return (
    <li className={isOn ? 'on' : ''}>
      <input
        type="checkbox"
        aria-label={`${t('import.include')}: ${file.name}`}
        checked={draft?.included ?? false}
        disabled={!draft}
        onChange={(event) => include(event.target.checked)}
      />
      <button type="button" onClick={choose} aria-current={isOn}>
        <b>{file.name}</b>
        <small className={file.error ? 'refused' : ''}>{status}</small>
      </button>
    </li>
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
