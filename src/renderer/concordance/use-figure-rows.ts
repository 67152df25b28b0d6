import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, Answers } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { AppError } from '../../shared/model/result'
import { openJob } from '../state/bridge'
import { isGone, pauseMs } from './use-figure'

/** Figures of many rows, which are asked for page by page. */
type RowsMethod =
  | 'concordance.collocates'
  | 'concordance.wordList'
  | 'concordance.nGrams'
  | 'concordance.keywords'

type RowOf<M extends RowsMethod> = Answers[M]['rows'][number]

/** Rows that are asked for at once. */
const pageLength = 200

export interface FigureRows<M extends RowsMethod> {
  /** What holds for all rows, with the first of them; of the newest question that has been answered. */
  readonly value: Answers[M] | null
  readonly error: AppError | null
  /** The answer to the question of the moment is still to come. */
  readonly isStale: boolean
  /** Which of the texts are counted, 0 to 1; null where that is not known. */
  readonly share: number | null
  /** Counting was given up: nothing is shown until it is asked for again. */
  readonly isStopped: boolean
  readonly stop: () => void
  readonly again: () => void
  readonly total: number
  /** Undefined where its page is not there yet. */
  readonly row: (index: number) => RowOf<M> | undefined
  /** Rows that are in sight: whatever is missing of them is asked for. */
  readonly want: (first: number, last: number) => void
}

interface Known<M extends RowsMethod> {
  readonly value: Answers[M] | null
  readonly error: AppError | null
  readonly isStale: boolean
  readonly share: number | null
  readonly isStopped: boolean
  readonly pages: ReadonlyMap<number, readonly RowOf<M>[]>
}

const blank = { value: null, error: null, isStale: false, share: null, isStopped: false } as const

/** What is asked about at the moment, and how to give it up. */
interface Asking<M extends RowsMethod> {
  readonly input: Omit<Input<M>, 'from' | 'count'>
  readonly pages: Map<number, () => void>
}

/**
 * Asks for figures of many rows: the first page after a pause, the others as they come into sight. Null asks for nothing. Rows of the
 * question before stay until the first page of the new one is there.
 * @param state what the figures are of besides the question: other lines, say
 */
export function useFigureRows<M extends RowsMethod>(
  method: M,
  input: Omit<Input<M>, 'from' | 'count'> | null,
  state: string
): FigureRows<M> {
  const [known, setKnown] = useState<Known<M>>({ ...blank, isStale: true, pages: new Map() })
  const [turn, setTurn] = useState(0)
  const asking = useRef<Asking<M> | null>(null)
  const question = input === null ? null : JSON.stringify({ input, turn })
  const ask = useCallback(
    async (current: Asking<M>, page: number) => {
      const asked = { ...current.input, from: page * pageLength, count: pageLength } as Input<M>
      const job = openJob(method, asked, (done, total) => {
        if (page === 0 && asking.current === current)
          setKnown((before) => ({ ...before, share: total > 0 ? done / total : null }))
      })
      current.pages.set(page, job.cancel)
      const answer: Answer<M> = await job.answer
      if (asking.current !== current || isGone(answer)) return
      current.pages.set(page, () => {})
      if (!answer.ok) {
        // Asked for again when it is in sight once more.
        current.pages.delete(page)
        if (page === 0) setKnown({ ...blank, error: answer.error, pages: new Map() })
        return
      }
      const value = answer.value as Answers[M]
      setKnown((before) => {
        const pages = new Map(page === 0 ? [] : before.pages).set(page, value.rows)
        return { ...blank, value: page === 0 ? value : before.value, pages }
      })
    },
    [method]
  )
  useEffect(() => {
    if (question === null || state === '') return undefined
    const current: Asking<M> = {
      input: (JSON.parse(question) as { input: Omit<Input<M>, 'from' | 'count'> }).input,
      pages: new Map()
    }
    asking.current = null
    setKnown((before) => ({ ...before, isStale: true, share: null, isStopped: false }))
    const timer = setTimeout(() => {
      asking.current = current
      void ask(current, 0)
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      if (asking.current === current) asking.current = null
      for (const cancel of current.pages.values()) cancel()
    }
  }, [question, state, ask])
  const stop = useCallback(() => {
    for (const cancel of asking.current?.pages.values() ?? []) cancel()
    asking.current = null
    setKnown({ ...blank, isStopped: true, pages: new Map() })
  }, [])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const { pages, ...shown } = known
  const { value, isStale } = shown
  const total = value?.total ?? 0
  const want = useCallback(
    (first: number, last: number) => {
      const current = asking.current
      if (!current || isStale) return
      for (let page = Math.floor(first / pageLength); page <= Math.floor(last / pageLength); page++)
        if (!current.pages.has(page)) void ask(current, page)
    },
    [ask, isStale]
  )
  const row = (index: number) => pages.get(Math.floor(index / pageLength))?.[index % pageLength]
  return { ...shown, stop, again, total, row, want }
}
