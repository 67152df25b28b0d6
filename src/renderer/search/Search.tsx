import { useEffect, useState } from 'react'
import type { SearchAnswer } from '../../shared/ipc/answers'
import { openJob } from '../state/bridge'
import { useT } from '../state/i18n'
import { navigate, useNavigation } from '../state/navigation'
import { useProject } from '../state/project'
import { showError } from '../state/toasts'

const pause = 150
const mostShown = 500

/** A plain search over all texts; each hit stands in its line of context (KWIC) and leads to its place. */
export function Search({ query }: { query: string }) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const [text, setText] = useState(query)
  const [furniture, setFurniture] = useState(false)
  const [found, setFound] = useState<{ readonly query: string; readonly answer: SearchAnswer } | null>(null)
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === '') return setFound(null)
    let current = true
    let cancel = () => {}
    const timer = setTimeout(() => {
      useNavigation.setState({ place: { name: 'search', query: wanted } })
      const job = openJob('search.run', { query: wanted, furniture })
      cancel = job.cancel
      void job.answer.then((answer) => {
        if (!current) return
        if (answer.ok) setFound({ query: wanted, answer: answer.value })
        else showError(answer.error)
      })
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
      cancel()
    }
  }, [text, furniture])
  const total = found?.answer.total ?? 0
  let room = mostShown
  return (
    <div className="page place" data-scroller>
      <div className="place-tools">
        <input
          type="search"
          autoFocus
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label className="check-label">
          <input
            type="checkbox"
            checked={furniture}
            onChange={(event) => setFurniture(event.target.checked)}
          />
          {t('search.furniture')}
        </label>
      </div>
      <p className="panel-hint" role="status">
        {!found && t('search.hint')}
        {found && total === 0 && t('search.nothing', { query: found.query })}
        {found &&
          total > 0 &&
          t('search.hits', {
            count: total,
            texts: t('shell.textCount', { count: found.answer.documents.length }),
            query: found.query
          })}
        {total > mostShown && ` ${t('search.first', { count: mostShown })}`}
      </p>
      <div className="kwic" aria-label={t('search.results')} role="list">
        {found?.answer.documents.map(({ document, hits }) => {
          const shown = hits.slice(0, Math.max(0, room))
          room -= shown.length
          if (shown.length === 0) return null
          return (
            <section key={document} role="listitem">
              <h3>
                {documents[document]?.title}
                <small>{hits.length}</small>
              </h3>
              {shown.map((hit) => (
                <button
                  type="button"
                  key={hit.start}
                  className="kwic-line"
                  lang={documents[document]?.language}
                  onClick={() => navigate({ name: 'reader', document, at: hit.start, end: hit.end })}
                >
                  <span className="left">{hit.left}</span>
                  <b>{hit.hit}</b>
                  <span className="right">{hit.right}</span>
                </button>
              ))}
            </section>
          )
        })}
      </div>
    </div>
  )
}
