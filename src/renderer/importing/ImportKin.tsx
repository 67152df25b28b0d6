import type { ImportFile, IncomingKin } from '../../shared/ipc/import-answers'
import { i18n, useT } from '../app/api/i18n'
import { currentProject, useSlices } from '../app/api/project'
import type { useImport } from './use-import'

/** Texts that look like versions of one, to be gathered with one click. */
export function ImportKin({ incoming }: { incoming: ReturnType<typeof useImport> }) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const { kin, drafts } = incoming
  const open = (kin?.groups ?? []).flatMap(({ keys, documents: there, likeness }) => {
    const [first] = keys
    const known = there.flatMap((id) => documents[id]?.works ?? [])[0]
    const title = (known && works[known]?.title) || drafts[first ?? '']?.metadata.title
    const gathered = keys.every((key) => drafts[key]?.work !== '')
    const some = keys.length > 1 || known !== undefined
    return title && some && !gathered ? [{ keys, title, likeness }] : []
  })
  if (open.length === 0) return null
  return (
    <ul className="import-kin">
      {open.map(({ keys, title, likeness }) => (
        <li key={keys.join()}>
          <span className="grow">
            {t('import.kin', { count: keys.length, title, percent: Math.round(likeness * 100) })}
          </span>
          <button type="button" className="button" onClick={() => incoming.gather(keys, title)}>
            {t('import.gather')}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What is said of texts that are nearly the same as another, by their keys. */
export function nearBy(kin: IncomingKin | null, files: readonly ImportFile[]): Record<string, string> {
  const { documents } = currentProject().state
  return Object.fromEntries(
    (kin?.near ?? []).map(({ key, of, document, share }) => {
      const title = document
        ? (documents[document]?.title ?? '')
        : (files.find((file) => file.key === of)?.name ?? '')
      return [key, i18n.t('import.near', { title, percent: Math.round(share * 100) })]
    })
  )
}
