import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { withChange } from '../../shared/alignment/row-change'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { ComparedRows } from '../../shared/ipc/answers'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { call, openJob } from '../state/bridge'
import { releaseDocument, showDocument, useProject } from '../state/project'
import { showError } from '../state/toasts'
import { mergedRows } from './merged-rows'

interface Found {
  /** The texts that these are rows of. */
  readonly texts: string
  readonly compared: ComparedRows
}

/** A comparison as this window has it: all its rows, and what changed last in them. */
interface ShownComparison {
  readonly compared: ComparedRows | null
  /** Takes in rows that came with another answer. */
  readonly receive: (answer: ComparedRows) => void
}

/** What a comparison of versions was answered with, for the very texts that are shown. */
export function useComparison(shown: readonly VariorumDocument[], work: WorkId): ShownComparison {
  const ids = shown.map((each) => each.id).join(' ')
  // Offsets belong to revisions: rows of an older one are not shown.
  const texts = shown.map((each) => `${each.id} ${currentText(each)}`).join(' ')
  const furniture = shown.map((each) => `${each.furniture.join(',')}/${each.language}`).join(' ')
  const realigned = useProject((project) => project.realigned[work] ?? 0)
  const [found, setFound] = useState<Found | null>(null)
  const latest = useRef<Found | null>(null)
  /** Whether the rows that are answered could be taken in: an answer may be about others than those that are here. */
  const take = useCallback(
    (answer: ComparedRows): boolean => {
      const { current: before } = latest
      const compared = mergedRows(before?.texts === texts ? before.compared : null, answer)
      if (!compared) return false
      if (before?.texts === texts && before.compared === compared) return true
      latest.current = { texts, compared }
      setFound(latest.current)
      return true
    },
    [texts]
  )

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
      const known = latest.current?.texts === texts ? latest.current.compared.id : null
      const isFetched = fetched.current === asked
      const [answer, fetching] = await Promise.all([
        call('compare.rows', { documents: wanted, known }),
        isFetched ? [] : Promise.all(wanted.map(showDocument))
      ])
      if (!current) return
      if (fetching.every(Boolean)) fetched.current = asked
      if (!answer.ok) return showError(answer.error)
      if (take(answer.value)) return
      const all = await call('compare.rows', { documents: wanted, known: null })
      if (current && all.ok) take(all.value)
    }
    if (wanted.length > 1 && furniture !== '' && realigned >= 0) void load()
    return () => {
      current = false
    }
  }, [ids, furniture, texts, realigned, take])
  return { compared: found?.texts === texts ? found.compared : null, receive: take }
}

/** How the rows part from one version; null until it is known, or where differences are not asked for. */
export function useFindings(
  shown: readonly VariorumDocument[],
  compared: ComparedRows | null,
  from: DocumentId | null
): readonly RowFindings[] | null {
  const ids = shown.map((each) => each.id).join(' ')
  const [found, setFound] = useState<FoundFindings | null>(null)
  const latest = useRef<FoundFindings | null>(null)
  useEffect(() => {
    if (!from || !compared) return
    if (!ids.split(' ').includes(from)) return
    const asked = `${ids} ${from}`
    const { current: before } = latest
    const { id: of, since, rows } = compared
    // Of rows that were corrected only those are asked about that are new.
    const isNext = since !== null && before?.asked === asked && before.of === since.id
    const count = isNext ? rows.length - (before.rows.length - since.removed) : 0
    const wanted = isNext ? { from: since.from, count } : null
    const job = openJob('compare.findings', { from, of, rows: wanted })
    let current = true
    void job.answer.then((answer) => {
      if (!current || !answer.ok) return
      const all = isNext ? withChange(before.rows, since, answer.value) : answer.value
      latest.current = { asked, of, rows: all }
      setFound(latest.current)
    })
    return () => {
      current = false
      job.cancel()
    }
  }, [ids, from, compared])
  return useMemo(
    () =>
      from && compared && found?.of === compared.id && found.asked === `${ids} ${from}` ? found.rows : null,
    [found, compared, from, ids]
  )
}

interface FoundFindings {
  readonly asked: string
  /** The state of the rows that they are of. */
  readonly of: string
  readonly rows: readonly RowFindings[]
}
