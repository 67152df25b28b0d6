import { useMemo, useRef, useState } from 'react'
import type { ImportChoice, SidecarChoice } from '../../shared/ipc/contract'
import type { Imported, ImportFile, IncomingFiles } from '../../shared/ipc/import-answers'
import type { Work } from '../../shared/model/work'
import { siteOf } from '../../shared/text/repeated-lines'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { until, useSlices } from '../state/project'
import { errorText, showError, showToast } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { faultyFields, fromDraft } from '../ui/metadata-draft'
import { useFieldFocus } from '../ui/use-field-focus'
import { ImportDetails } from './ImportDetails'
import { type Fault, ImportState } from './ImportFoot'
import { ImportMatches, nearBy } from './ImportMatches'
import { ImportPreview } from './ImportPreview'
import { ImportSidecars } from './ImportSidecars'
import { ImportTable } from './ImportTable'
import { ImportTools } from './ImportTools'
import { draftProblem, type ImportDraft } from './import-draft'
import { outcomeTold } from './import-outcome'
import { textChoices } from './sidecar-texts'
import { useImport } from './use-import'
import { useSidecars } from './use-sidecars'
import { useWarningWords } from './use-warning-words'

/** How many refusals are told one by one. */
const mostRefusals = 3

interface Props {
  readonly read: IncomingFiles
  readonly isHidden: boolean
  /** Hides the dialog; it can be come back to. */
  readonly setAside: () => void
  readonly onClose: () => void
}

/** The files on their way in: what each turned out to be, its metadata and furniture to confirm or change. */
export function ImportDialog({ read, isHidden, setAside, onClose }: Props) {
  const t = useT()
  const warningWords = useWarningWords()
  const { works, documents } = useSlices('works', 'documents')
  const incoming = useImport(read.files)
  const said = useSidecars(read.sidecars)
  const { files, drafts, chosen } = incoming
  const [committing, setCommitting] = useState(false)
  const below = useRef<HTMLDivElement>(null)
  const focusField = useFieldFocus(below)
  const choices = useMemo(
    () => files.flatMap((file) => choiceOf(file, drafts[file.key], works) ?? []),
    [files, drafts, works]
  )
  const texts = useMemo(() => textChoices(drafts, documents), [drafts, documents])
  const wanted = Object.values(drafts).filter((draft) => draft.included).length
  const speaking = said.choices(new Set(choices.map(({ key }) => key)))
  const cancel = () => {
    void call('import.cancel', null)
    onClose()
  }
  /** Without a word (Escape, a click outside) nothing that was corrected goes. */
  const leave = incoming.isTouched || said.isTouched ? setAside : cancel
  const faults = useMemo(() => faultsIn(files, drafts), [files, drafts])
  const showFault = ({ key, problem }: Fault) => {
    incoming.choose(key, 'alone')
    const metadata = drafts[key]?.metadata
    // A date is one of two fields.
    const dates = metadata ? faultyFields(metadata).filter((field) => /published|event/.test(field)) : []
    focusField(problem.field === 'date' ? (dates[0] ?? 'published') : problem.field)
  }
  const commit = async () => {
    setCommitting(true)
    const done = await call('import.commit', { texts: choices, sidecars: speaking })
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
      isHidden={isHidden}
      onClose={leave}
      actions={
        <>
          <ImportState
            wanted={wanted}
            said={speaking.length}
            isAnyReadable={files.some(({ parsed }) => parsed)}
            faults={faults}
            show={showFault}
          />
          <button type="button" className="button" onClick={leave}>
            {t(leave === setAside ? 'import.later' : 'common.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={
              committing ||
              incoming.readingAgain > 0 ||
              wanted + speaking.length === 0 ||
              choices.length !== wanted
            }
            onClick={() => void commit()}
          >
            {committing
              ? t('import.committing')
              : wanted > 0
                ? t('import.commit', { count: wanted })
                : t('sidecar.commit')}
          </button>
        </>
      }
    >
      <div className="import">
        {files.length > 0 && <ImportTools selected={incoming.selected.size} apply={incoming.apply} />}
        {said.sidecars.length > 0 && <ImportSidecars said={said} texts={texts} />}
        <ImportMatches incoming={incoming} />
        {files.length > 0 && (
          <ImportTable
            near={nearBy(incoming.matches, files)}
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
          <div ref={below} className="import-below">
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

/** What cannot stand in the texts that are ticked. */
function faultsIn(files: readonly ImportFile[], drafts: Readonly<Record<string, ImportDraft>>): Fault[] {
  return files.flatMap(({ key, name }) => {
    const draft = drafts[key]
    const problem = draft && draftProblem(draft)
    return problem ? [{ key, name, problem }] : []
  })
}

/** To the one text that came in, or that everything was said of; else to the library. */
function leaveFor({ documents }: Imported, said: readonly SidecarChoice[]): void {
  const there = said.flatMap(({ text }) => (text && 'document' in text ? [text.document] : []))
  const [only, ...more] = new Set([...documents, ...there])
  navigate(only && more.length === 0 ? { name: 'reader', document: only } : { name: 'library' })
}

function choiceOf(
  { key, reading }: ImportFile,
  own: ImportDraft | undefined,
  works: Readonly<Record<string, Work>>
): ImportChoice | null {
  const metadata = own?.included && !draftProblem(own) ? fromDraft(own.metadata) : null
  if (!own || !metadata) return null
  const title = own.work.trim()
  const known = Object.values(works).find((work) => work.title === title)
  return {
    key,
    reading,
    metadata,
    work: title === '' ? null : known ? { id: known.id } : { title },
    furniture: [...own.furniture]
  }
}
