import type { ImportFile, IncomingMatches } from '../../shared/ipc/import-answers'
import type { DocumentId } from '../../shared/model/ids'
import { i18n, useT } from '../state/i18n'
import { currentProject, useSlices } from '../state/project'
import type { useImport } from './use-import'

type Incoming = ReturnType<typeof useImport>

/** What texts on their way in have to do with each other: versions to be gathered, near-duplicates to be left out. */
export function ImportMatches({ incoming }: { incoming: Incoming }) {
  const t = useT()
  const { documents, works } = useSlices('documents', 'works')
  const { matches, drafts } = incoming
  const workOf = (id: DocumentId | undefined) => {
    const known = id === undefined ? undefined : documents[id]?.works[0]
    return known && works[known]?.title
  }
  const groups = (matches?.groups ?? []).flatMap(({ keys, documents: there, likeness }) => {
    const [first] = keys
    const known = there.flatMap((id) => workOf(id) ?? [])[0]
    const title = known ?? drafts[first ?? '']?.metadata.title
    const gathered = keys.every((key) => drafts[key]?.work !== '')
    const some = keys.length > 1 || known !== undefined
    return title && some && !gathered ? [{ keys, title, likeness }] : []
  })
  const copies = (matches?.near ?? []).flatMap(({ key, of, document, share }) => {
    const own = drafts[key]
    if (!own?.included || own.work !== '') return []
    const other = document ? documents[document]?.title : drafts[of ?? '']?.metadata.title
    const work = document ? workOf(document) : other
    const keys = of === null ? [key] : [of, key]
    return [{ key, keys, title: own.metadata.title, other: other ?? '', work, share }]
  })
  if (groups.length + copies.length === 0) return null
  const leaveOut = (keys: readonly string[]) => {
    for (const key of keys) incoming.update(key, { included: false })
  }
  return (
    <ul className="import-kin">
      {copies.length > 1 && (
        <li>
          <span className="grow">{t('import.copies', { count: copies.length })}</span>
          <button type="button" className="button" onClick={() => leaveOut(copies.map(({ key }) => key))}>
            {t('import.leaveAllOut')}
          </button>
        </li>
      )}
      {groups.map(({ keys, title, likeness }) => (
        <li key={keys.join()}>
          <span className="grow">
            {t('import.matches', { count: keys.length, title, percent: percent(likeness) })}
          </span>
          <button type="button" className="button" onClick={() => incoming.gather(keys, title)}>
            {t('import.gather')}
          </button>
        </li>
      ))}
      {copies.map(({ key, keys, title, other, work, share }) => (
        <li key={key}>
          <span className="grow">{t('import.copy', { title, other, percent: percent(share) })}</span>
          <button type="button" className="button" onClick={() => leaveOut([key])}>
            {t('import.leaveOut')}
          </button>
          {work && (
            <button type="button" className="button" onClick={() => incoming.gather(keys, work)}>
              {t('import.gather')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function percent(share: number): number {
  return Math.round(share * 100)
}

/** What is said of texts that are nearly the same as another, by their keys. */
export function nearBy(
  matches: IncomingMatches | null,
  files: readonly ImportFile[]
): Record<string, string> {
  const { documents } = currentProject().state
  return Object.fromEntries(
    (matches?.near ?? []).map(({ key, of, document, share }) => {
      const title = document
        ? (documents[document]?.title ?? '')
        : (files.find((file) => file.key === of)?.name ?? '')
      return [key, i18n.t('import.near', { title, percent: percent(share) })]
    })
  )
}
