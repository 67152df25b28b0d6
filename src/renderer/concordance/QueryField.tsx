import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useT } from '../state/i18n'
import { concordance } from './concordance-desk'
import { useProblemText } from './use-problem-text'

/** The field of the query. What is wrong in it is underlined where it stands, and said below. */
export function QueryField({
  field,
  toLines
}: {
  field: RefObject<HTMLInputElement | null>
  toLines: () => void
}) {
  const t = useT()
  const id = useId()
  const query = useStore(concordance.store, (state) => state.query)
  const problem = useStore(concordance.store, (state) => state.problem)
  const said = useProblemText()
  const under = useRef<HTMLDivElement>(null)
  const shown = problem !== null && query.trim() !== '' ? problem : null
  const follow = () => {
    if (under.current && field.current) under.current.scrollLeft = field.current.scrollLeft
  }
  useLayoutEffect(follow)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      toLines()
    }
  }
  const goToProblem = () => {
    const { current } = field
    if (!current || !shown) return
    current.focus()
    current.setSelectionRange(shown.start, shown.end)
  }
  return (
    <div className="query">
      <div className="query-box">
        <input
          ref={field}
          type="search"
          spellCheck={false}
          autoComplete="off"
          maxLength={100_000}
          aria-label={t('concordance.query')}
          aria-invalid={shown !== null}
          aria-describedby={shown ? `${id}-problem` : undefined}
          placeholder={t('concordance.placeholder')}
          value={query}
          onChange={(event) => concordance.type(event.target.value)}
          onKeyDown={onKeyDown}
          onScroll={follow}
          onSelect={follow}
        />
        {shown && (
          <div ref={under} className="query-under" aria-hidden>
            {query.slice(0, shown.start)}
            <mark>{query.slice(shown.start, shown.end) || ' '}</mark>
            {query.slice(Math.max(shown.start, shown.end))}
          </div>
        )}
      </div>
      {shown && (
        <p className="query-problem" id={`${id}-problem`} role="status">
          {said(shown)}{' '}
          <button type="button" className="link-button" onClick={goToProblem}>
            {t('concordance.showProblem', { sign: shown.start + 1 })}
          </button>
        </p>
      )}
    </div>
  )
}
