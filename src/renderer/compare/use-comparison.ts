import { useEffect, useMemo, useRef, useState } from 'react'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { ComparedWork } from '../../shared/ipc/answers'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { call } from '../app/api/bridge'
import { releaseDocument, showDocument, useProject } from '../app/api/project'
import { showError } from '../app/api/toasts'

/** What a comparison of versions was answered with, for the very texts that are shown. */
export function useComparison(shown: readonly VariorumDocument[], work: WorkId): ComparedWork | null {
  const ids = shown.map((each) => each.id).join(' ')
  // Offsets belong to revisions: rows of an older one are not shown.
  const texts = shown.map((each) => `${each.id} ${currentText(each)}`).join(' ')
  const furniture = shown.map((each) => `${each.furniture.join(',')}/${each.language}`).join(' ')
  const realigned = useProject((project) => project.realigned[work] ?? 0)
  const [found, setFound] = useState<{ readonly texts: string; readonly compared: ComparedWork } | null>(null)

  /** The texts that were fetched last: other links between them are no reason to fetch them again. */
  const fetched = useRef('')
  useEffect(() => {
    const wanted = ids === '' ? [] : (ids.split(' ') as DocumentId[])
    return () => {
      fetched.current = ''
      for (const id of wanted) releaseDocument(id)
    }
  }, [ids])
  useEffect(() => {
    let current = true
    const wanted = ids === '' ? [] : (ids.split(' ') as DocumentId[])
    const asked = `${texts} ${furniture}`
    const load = async () => {
      if (fetched.current !== asked) {
        const shown = await Promise.all(wanted.map(showDocument))
        if (!current) return
        if (shown.every(Boolean)) fetched.current = asked
      }
      const answer = await call('compare.rows', wanted)
      if (!current) return
      if (answer.ok) setFound({ texts, compared: answer.value })
      else showError(answer.error)
    }
    if (wanted.length > 1 && furniture !== '' && realigned >= 0) void load()
    return () => {
      current = false
    }
  }, [ids, furniture, texts, realigned])
  return found?.texts === texts ? found.compared : null
}

/** How the rows part from one version; null until it is known, or where differences are not asked for. */
export function useFindings(
  shown: readonly VariorumDocument[],
  compared: ComparedWork | null,
  from: DocumentId | null
): readonly RowFindings[] | null {
  const ids = shown.map((each) => each.id).join(' ')
  const [found, setFound] = useState<{
    readonly of: ComparedWork
    readonly rows: readonly RowFindings[]
  } | null>(null)
  useEffect(() => {
    let current = true
    if (!from || !compared) return
    const documents = ids.split(' ') as DocumentId[]
    if (!documents.includes(from)) return
    void call('compare.findings', { documents, from }).then((answer) => {
      if (current && answer.ok) setFound({ of: compared, rows: answer.value })
    })
    return () => {
      current = false
    }
  }, [ids, from, compared])
  return useMemo(() => (from && found?.of === compared ? found.rows : null), [found, compared, from])
}
