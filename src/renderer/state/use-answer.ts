import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Answer } from '../../shared/ipc/answers'
import type { Input, Method } from '../../shared/ipc/contract'
import { callUntil } from './call-until'
import { type Answered, type Ask, type AskOptions, LatestAnswer, type Question } from './latest-answer'

type Value<M extends Method> = Extract<Answer<M>, { readonly ok: true }>['value']

type Options = AskOptions & Pick<Question, 'again'>

/**
 * What the main process answers to a question that a component shows. It is asked when the component appears and whenever
 * the question changes, and given up when the component goes. Nothing is asked while `input` is undefined.
 */
export function useAnswer<M extends Method>(
  method: M,
  input: Input<M> | undefined,
  options: Options = {}
): Answered<Value<M>> {
  const key = input === undefined ? null : JSON.stringify(input)
  return useAsked<Value<M>>(key, (signal) => callUntil(signal, method, input as Input<M>), options)
}

/** The same for what takes more than one call: `key` says what is asked, null that nothing is. */
export function useAsked<T>(
  key: string | null,
  ask: Ask<T>,
  { again, ...options }: Options = {}
): Answered<T> {
  const [source] = useState(() => new LatestAnswer<T>())
  const newest = useRef({ ask, options })
  useEffect(() => {
    newest.current = { ask, options }
  })
  useEffect(() => {
    if (key === null) source.forget()
    else {
      const { ask: current, options: how } = newest.current
      source.ask({ key, again }, current, how)
    }
    return () => source.stop()
  }, [source, key, again])
  const { key: answered, answer, latest, error } = useStore(source.store)
  return { answer: answered === key ? answer : null, latest: key === null ? null : latest, error }
}
