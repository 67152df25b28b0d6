import { useMemo, useState } from 'react'
import type { CompanionChoice, ImportChoice } from '../../shared/ipc/contract'
import type { Imported, IncomingFiles } from '../../shared/ipc/import-answers'
import type { Work } from '../../shared/model/work'
import { siteOf } from '../../shared/text/repeated-lines'
import { call } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { go } from '../app/api/places'
import { until, useSlices } from '../app/api/project'
import { errorText, showError, showToast } from '../app/api/toasts'
import { Dialog } from '../ui/Dialog'
import { fromDraft } from '../ui/MetadataFields'
import { textChoices } from './companion-texts'
import { ImportCompanions } from './ImportCompanions'
import { ImportDetails } from './ImportDetails'
import { ImportKin, nearBy } from './ImportKin'
import { ImportPreview } from './ImportPreview'
import { ImportTable } from './ImportTable'
import { ImportTools } from './ImportTools'
import { draftProblem, type ImportDraft } from './import-draft'
import { outcomeTold, readyTold } from './import-outcome'
import { useCompanions } from './use-companions'
import { useImport } from './use-import'
import { useWarningWords } from './use-warning-words'

/** How many refusals are told one by one. */
const mostRefusals = 3

/** The files on their way in: what each turned out to be, its metadata and furniture to confirm or change. */
export function ImportDialog({ read, onClose }: { read: IncomingFiles; onClose: () => void }) {
  const t = useT()
  const warningWords = useWarningWords()
  const { works, documents } = useSlices('works', 'documents')
  const incoming = useImport(read.files)
  const said = useCompanions(read.companions)
  const { files, drafts, chosen } = incoming
  const [committing, setCommitting] = useState(false)
  const choices = useMemo(
    () => files.flatMap(({ key }) => choiceOf(key, drafts[key], works) ?? []),
    [files, drafts, works]
  )
  const texts = useMemo(() => textChoices(drafts, documents), [drafts, documents])
  const wanted = Object.values(drafts).filter((draft) => draft.included).length
  const problemOf = (key: string) => {
    const own = drafts[key]
    return own ? draftProblem(own) : null
  }
  const unfit = files.find(({ key }) => problemOf(key))
  const problem = unfit ? problemOf(unfit.key) : null
  const speaking = said.choices(new Set(choices.map(({ key }) => key)))
  const close = () => {
    void call('import.cancel', null)
    onClose()
  }
  const commit = async () => {
    setCommitting(true)
    const done = await call('import.commit', { texts: choices, companions: speaking })
    setCommitting(false)
    if (!done.ok) return showError(done.error)
    await until(({ state }) => done.value.documents.every((id) => state.documents[id]))
    showToast([outcomeTold(done.value), ...done.value.warnings.map(warningWords)].join(' · '))
    for (const error of done.value.refused.slice(0, mostRefusals)) showError(error)
    onClose()
    leaveFor(done.value, speaking)
  }
  const file = files.find((each) => each.key === chosen)
  const draft = chosen === null ? undefined : drafts[chosen]
  return (
    <Dialog
      title={t('import.heading')}
      closeLabel={t('common.close')}
      width="full"
      onClose={close}
      actions={
        <>
          <span className="grow" role="status">
            {unfit && problem ? (
              <button type="button" className="link" onClick={() => incoming.choose(unfit.key, 'alone')}>
                {t('import.unfit', {
                  name: unfit.name,
                  field: t(`importField.${problem.field}`),
                  problem: t(`import.problem.${problem.kind}`, { most: problem.most })
                })}
              </button>
            ) : (
              readyTold(wanted, speaking.length)
            )}
          </span>
          <button type="button" className="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={committing || wanted + speaking.length === 0 || choices.length !== wanted}
            onClick={() => void commit()}
          >
            {committing
              ? t('import.committing')
              : wanted > 0
                ? t('import.commit', { count: wanted })
                : t('companion.commit')}
          </button>
        </>
      }
    >
      <div className="import">
        {files.length > 0 && <ImportTools selected={incoming.selected.size} apply={incoming.apply} />}
        {said.companions.length > 0 && <ImportCompanions said={said} texts={texts} />}
        <ImportKin incoming={incoming} />
        {files.length > 0 && (
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
        )}
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
    </Dialog>
  )
}

/** To the one text that came in, or that everything was said of; else to the library. */
function leaveFor({ documents }: Imported, said: readonly CompanionChoice[]): void {
  const there = said.flatMap(({ text }) => (text && 'document' in text ? [text.document] : []))
  const [only, ...more] = new Set([...documents, ...there])
  go(only && more.length === 0 ? { name: 'reader', document: only } : { name: 'library' })
}

function choiceOf(
  key: string,
  own: ImportDraft | undefined,
  works: Readonly<Record<string, Work>>
): ImportChoice | null {
  const metadata = own?.included && !draftProblem(own) ? fromDraft(own.metadata) : null
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
