import { Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { SavedQuery } from '../../shared/model/saved-query'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { concordance } from './concordance-desk'
import {
  byName,
  describeQuery,
  isAsSaved,
  openQuery,
  removeQuery,
  saveQuery,
  updateQuery
} from './saved-queries'

/** The queries that the project keeps, with their steps; and what stands here, to be kept. */
export function SavedQueries() {
  const t = useT()
  const queries = useProject((project) => project.state.info.queries)
  const saved = useStore(concordance.store, (state) => state.saved)
  const hasLines = useStore(concordance.store, (state) => state.shown !== null)
  useStore(concordance.store, (state) => state.walk)
  useStore(concordance.store, (state) => state.settings)
  const [editing, setEditing] = useState<string | null>(null)
  const all = byName(queries)
  const opened = saved === null ? undefined : queries[saved]
  return (
    <section className="saved-queries">
      <h2 className="panel-title">{t('concordance.savedQueries')}</h2>
      {hasLines && opened && !isAsSaved(opened) && (
        <button type="button" className="button" onClick={() => void updateQuery(opened)}>
          {t('concordance.update', { name: opened.name })}
        </button>
      )}
      {hasLines && <SaveForm />}
      {all.length === 0 && <p className="panel-hint">{t('concordance.noSaved')}</p>}
      <ul className="saved-list">
        {all.map((each) => (
          <li key={each.id} className={each.id === saved ? 'on' : ''}>
            <button
              type="button"
              className="step"
              aria-current={each.id === saved ? 'true' : undefined}
              title={each.query}
              onClick={() => openQuery(each)}
            >
              <span className="step-name">{each.name}</span>
              {each.memo && <span className="step-memo">{each.memo}</span>}
            </button>
            <span className="step-tools">
              <button
                type="button"
                className="icon-button"
                aria-label={`${t('concordance.noteStep')}: ${each.name}`}
                aria-expanded={editing === each.id}
                onClick={() => setEditing(editing === each.id ? null : each.id)}
              >
                <Pencil size={13} aria-hidden />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`${t('common.delete')}: ${each.name}`}
                onClick={() => void removeQuery(each)}
              >
                <Trash2 size={13} aria-hidden />
              </button>
            </span>
            {editing === each.id && <Describing query={each} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SaveForm() {
  const t = useT()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    setName('')
    void saveQuery(wanted)
  }
  return (
    <form className="save-form" onSubmit={submit}>
      <input
        aria-label={t('concordance.queryName')}
        placeholder={t('concordance.queryName')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t('common.save')}
      </button>
    </form>
  )
}

/** Name and memo of a saved query. They are kept on leaving a field, also by a key that leaves the place. */
function Describing({ query }: { query: SavedQuery }) {
  const t = useT()
  const typed = useRef<Partial<Pick<SavedQuery, 'name' | 'memo'>>>({})
  const keep = () => {
    const said = typed.current
    typed.current = {}
    void describeQuery(query, said)
  }
  const leave = useRef(keep)
  useEffect(() => {
    leave.current = keep
  })
  useEffect(() => () => leave.current(), [])
  return (
    <div className="step-note">
      <input
        aria-label={t('concordance.queryName')}
        maxLength={200}
        defaultValue={query.name}
        onChange={({ target }) => {
          typed.current.name = target.value.trim() || query.name
        }}
        onBlur={keep}
      />
      <textarea
        aria-label={t('concordance.queryMemo')}
        placeholder={t('concordance.queryMemo')}
        maxLength={20_000}
        rows={3}
        defaultValue={query.memo}
        onChange={({ target }) => {
          typed.current.memo = target.value
        }}
        onBlur={keep}
      />
    </div>
  )
}
