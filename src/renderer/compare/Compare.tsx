import { useEffect, useMemo, useState } from 'react'
import type { Row } from '../../shared/alignment/versions'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { renderingOrder } from '../../shared/model/rendering-order'
import { AnnotatingLayer } from '../annotating/AnnotatingLayer'
import { call } from '../app/api/bridge'
import { useT } from '../app/api/i18n'
import { showDocument, useProject } from '../app/api/project'
import { showError } from '../app/api/toasts'
import { Empty } from '../ui/Empty'
import { CompareTable } from './CompareTable'

const mostVersions = 4
/** The versions of a work side by side; rows are aligned sentences. */
export function Compare({ work, base }: { work: WorkId; base?: DocumentId }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const versions = useMemo(
    () =>
      Object.values<VariorumDocument>(documents)
        .filter((each) => each.work === work)
        .sort(
          (a, b) =>
            renderingOrder[a.rendering] - renderingOrder[b.rendering] || a.title.localeCompare(b.title)
        ),
    [documents, work]
  )
  const [hidden, setHidden] = useState<ReadonlySet<DocumentId>>(
    () => new Set(versions.slice(mostVersions).map((each) => each.id))
  )
  const [first, setFirst] = useState<DocumentId | undefined>(base)
  const shown = useMemo(() => {
    const chosen = versions.filter((each) => !hidden.has(each.id)).slice(0, mostVersions)
    return [...chosen.filter((each) => each.id === first), ...chosen.filter((each) => each.id !== first)]
  }, [versions, hidden, first])
  const ids = shown.map((each) => each.id).join(' ')
  const furniture = shown
    .map((each) => `${currentText(each)}/${each.furniture.join(',')}/${each.language}`)
    .join(' ')
  // Offsets belong to revisions: rows of an older one are not shown.
  const texts = shown.map((each) => `${each.id} ${currentText(each)}`).join(' ')
  const [rows, setRows] = useState<{ readonly texts: string; readonly rows: readonly Row[] } | null>(null)

  useEffect(() => {
    let current = true
    const wanted = ids === '' ? [] : (ids.split(' ') as DocumentId[])
    const load = async () => {
      await Promise.all(wanted.map(showDocument))
      const answer = await call('compare.rows', wanted)
      if (!current) return
      if (answer.ok) setRows({ texts, rows: answer.value })
      else showError(answer.error)
    }
    if (wanted.length > 1 && furniture !== '') void load()
    return () => {
      current = false
      for (const id of wanted) void call('document.release', id)
    }
  }, [ids, furniture, texts])

  if (versions.length < 2)
    return (
      <div className="page">
        <Empty title={t('compare.empty')} hint={t('compare.emptyHint')} />
      </div>
    )
  const toggle = (id: DocumentId) =>
    setHidden((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <>
      <fieldset className="version-bar">
        <legend>{t('compare.versions')}</legend>
        {versions.map((version) => (
          <label key={version.id}>
            <input
              type="checkbox"
              checked={!hidden.has(version.id)}
              disabled={!hidden.has(version.id) ? shown.length <= 2 : shown.length >= mostVersions}
              onChange={() => toggle(version.id)}
            />
            <span className="badge">{version.language}</span>
            {t(`rendering.${version.rendering}`)}
          </label>
        ))}
      </fieldset>
      {rows?.texts === texts && (
        <CompareTable key={texts} shown={shown} rows={rows.rows} makeBase={setFirst} />
      )}
      <AnnotatingLayer />
    </>
  )
}
