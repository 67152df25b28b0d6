import { useEffect, useState } from 'react'
import type { Answer, Answers } from '../../shared/ipc/answers'
import type { Input } from '../../shared/ipc/contract'
import type { AppError } from '../../shared/model/result'
import { openJob } from '../state/bridge'

/** What is counted beside the lines. */
type FigureMethod = 'concordance.dispersion' | 'concordance.frequencies' | 'concordance.renderings'

export interface Figure<M extends FigureMethod> {
  /** Of the newest question that has been answered; null until the first is. */
  readonly value: Answers[M] | null
  readonly error: AppError | null
  /** The answer to the question of the moment is still to come. */
  readonly isStale: boolean
}

/** Whether the concordance that was asked about has been closed: another one is on its way, and is asked about then. */
export function isGone(
  answer: { readonly ok: true } | { readonly ok: false; readonly error: AppError }
): boolean {
  return !answer.ok && answer.error.key === 'concordanceGone'
}

/** Figures come after a pause: whoever types on does not have them counted for each letter. */
export const pauseMs = 250

/**
 * Asks for figures, and again whenever the question is another. Null asks for nothing. Of several questions the last one
 * counts.
 * @param state what the figures are of besides the question: other lines, say
 */
export function useFigure<M extends FigureMethod>(
  method: M,
  input: Input<M> | null,
  state: string
): Figure<M> {
  const [figure, setFigure] = useState<Figure<M>>({ value: null, error: null, isStale: true })
  const question = input === null ? null : JSON.stringify(input)
  useEffect(() => {
    if (question === null || state === '') return undefined
    setFigure((before) => ({ ...before, isStale: true }))
    let cancel = () => {}
    let isCurrent = true
    const timer = setTimeout(() => {
      const job = openJob(method, JSON.parse(question) as Input<M>)
      cancel = job.cancel
      void job.answer.then((answer: Answer<M>) => {
        if (!isCurrent || isGone(answer)) return
        setFigure(
          answer.ok
            ? { value: answer.value, error: null, isStale: false }
            : { value: null, error: answer.error, isStale: false }
        )
      })
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
      cancel()
    }
  }, [method, question, state])
  return figure
}
