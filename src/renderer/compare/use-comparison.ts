import { useCallback, useEffect, useRef, useState } from 'react'
import { withChange } from '../../shared/alignment/row-change'
import type { RowFindings } from '../../shared/alignment/words/findings'
import type { ComparedRows } from '../../shared/ipc/compare-answers'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import { ok, type Result } from '../../shared/model/result'
import { callUntil } from '../state/call-until'
import { releaseDocument, showDocument, useProject } from '../state/project'
import { showError } from '../state/toasts'
import { useAsked } from '../state/use-answer'
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
  const fetched = useRef<string | null>(null)
  useEffect(() => {
    const wanted = ids === '' ? [] : (ids.split(' ') as DocumentId[])
    return () => {
      fetched.current = null
      for (const id of wanted) releaseDocument(id)
    }
  }, [ids])
  const asked = shown.length > 1 ? `${texts} ${furniture}` : null
  const load = async (signal: AbortSignal): Promise<Result<null>> => {
    const documents = shown.map(({ id }) => id)
    const known = latest.current?.texts === texts ? latest.current.compared.id : null
    const isFetched = fetched.current === asked
    const [answer, fetching] = await Promise.all([
      callUntil(signal, 'compare.rows', { documents, known }),
      isFetched ? [] : Promise.all(documents.map(showDocument))
    ])
    if (signal.aborted) return ok(null)
    if (fetching.every(Boolean)) fetched.current = asked
    if (!answer.ok) return answer
    if (take(answer.value)) return ok(null)
    const all = await callUntil(signal, 'compare.rows', { documents, known: null })
    if (all.ok) take(all.value)
    return all.ok ? ok(null) : all
  }
  useAsked(asked, load, { again: realigned, onError: showError })
  return { compared: found?.texts === texts ? found.compared : null, receive: take }
}

/** How the rows part from one version; null until it is known, or where differences are not asked for. */
export function useFindings(
  shown: readonly VariorumDocument[],
  compared: ComparedRows | null,
  from: DocumentId | null
): readonly RowFindings[] | null {
  const ids = shown.map((each) => each.id).join(' ')
  const latest = useRef<FoundFindings | null>(null)
  const isShown = from !== null && compared !== null && ids.split(' ').includes(from)
  const load = async (signal: AbortSignal): Promise<Result<readonly RowFindings[]>> => {
    if (!from || !compared) return ok([])
    const asked = `${ids} ${from}`
    const { current: before } = latest
    const { id: of, since, rows } = compared
    // Of rows that were corrected only those are asked about that are new.
    const isNext = since !== null && before?.asked === asked && before.of === since.id
    const count = isNext ? rows.length - (before.rows.length - since.removed) : 0
    const wanted = isNext ? { from: since.from, count } : null
    const answer = await callUntil(signal, 'compare.findings', { from, of, rows: wanted })
    if (!answer.ok) return answer
    const all = isNext ? withChange(before.rows, since, answer.value) : answer.value
    latest.current = { asked, of, rows: all }
    return ok(all)
  }
  return useAsked(isShown ? `${ids} ${from} ${compared.id}` : null, load).answer
}

interface FoundFindings {
  readonly asked: string
  /** The state of the rows that they are of. */
  readonly of: string
  readonly rows: readonly RowFindings[]
}
