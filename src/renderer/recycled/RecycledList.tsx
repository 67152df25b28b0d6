import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { RecycledAnswer } from '../../shared/recycled/recycled-answers'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useWindowed } from '../ui/use-windowed'
import { passagesShown } from './passages-shown'
import type { RecycledDesk } from './recycled-desk'

/** In pixels, as recycled.css sets it. */
const rowHeight = 72

/** The passages, those that stand in most texts first. */
export function RecycledList({
  desk,
  answer
}: {
  readonly desk: RecycledDesk
  readonly answer: RecycledAnswer
}) {
  const t = useT()
  const { chosen, between } = useStore(desk.store)
  const documents = useProject((project) => project.state.documents)
  const shown = useMemo(() => passagesShown(answer, documents, between), [answer, documents, between])
  const list = useRef<HTMLOListElement>(null)
  const rows = useWindowed(shown.length, () => rowHeight, list)
  return (
    <>
      <p className="recycled-count" role="status">
        {answer.passages.length < answer.total
          ? t('recycled.told', { shown: answer.passages.length, count: answer.total })
          : t('recycled.all', { count: answer.total })}
      </p>
      {between && (
        <p className="recycled-between">
          {t('recycled.between', {
            later: between.later || t('recycled.untitled'),
            earlier: between.earlier || t('recycled.untitled')
          })}{' '}
          <button type="button" className="link-button" onClick={() => desk.show(null)}>
            {t('recycled.everything')}
          </button>
        </p>
      )}
      <ol ref={list} className="recycled-list">
        {rows.before > 0 && <li aria-hidden style={{ height: rows.before }} />}
        {rows.indices.map((row) => {
          const at = shown[row] ?? 0
          const passage = answer.passages[at]
          if (!passage) return null
          const [first] = passage.places
          const language = (first && documents[first.document]?.language) ?? ''
          return (
            <li key={at}>
              <button
                type="button"
                aria-current={at === chosen ? 'true' : undefined}
                className={at === chosen ? 'on' : ''}
                onClick={() => desk.choose(at)}
              >
                <span className="words" lang={language}>
                  {passage.words}
                </span>
                <span className="number">{t('recycled.texts', { count: passage.documents })}</span>
              </button>
            </li>
          )
        })}
        {rows.after > 0 && <li aria-hidden style={{ height: rows.after }} />}
      </ol>
    </>
  )
}
