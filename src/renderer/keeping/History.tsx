import { useEffect, useState } from 'react'
import type { HistoryEntry, HistoryPage } from '../../shared/ipc/answers'
import { call } from '../app/api/bridge'
import { useT, useWords } from '../app/api/i18n'
import { usePreferences } from '../app/api/preferences'
import { useProject } from '../app/api/project'
import { showError } from '../app/api/toasts'
import { Dialog } from '../ui/Dialog'

/** Who changed what, and when, newest first; any point of it can be gone back to. */
export function History({ onClose }: { onClose: () => void }) {
  const t = useT()
  const changes = useProject((project) => project.changes)
  const readOnly = useProject((project) => project.readOnly)
  const [page, setPage] = useState<HistoryPage | null>(null)
  useEffect(() => {
    let current = true
    void call('project.history', { before: null }).then((answer) => {
      if (!current) return
      if (answer.ok) setPage(answer.value)
      else showError(answer.error)
    })
    // Asked again after every change: going back is one.
    return () => {
      current = changes < 0
    }
  }, [changes])
  const older = async () => {
    if (!page || page.next === null) return
    const answer = await call('project.history', { before: page.next })
    if (!answer.ok) return showError(answer.error)
    setPage({ ...page, done: [...page.done, ...answer.value.done], next: answer.value.next })
  }
  const goTo = async (seq: number) => {
    const done = await call('project.goTo', seq)
    if (!done.ok) showError(done.error)
  }
  const nothing = page !== null && page.done.length + page.undone.length === 0
  return (
    <Dialog title={t('history.heading')} closeLabel={t('common.close')} width="wide" onClose={onClose}>
      <p className="panel-hint">{t('history.lead')}</p>
      {nothing && <p>{t('history.empty')}</p>}
      {page && !nothing && (
        <ol className="history" aria-label={t('history.heading')}>
          {page.undone.map((entry) => (
            <Entry
              key={entry.seq}
              entry={entry}
              undone
              label={t('history.goOn')}
              go={readOnly ? null : goTo}
            />
          ))}
          <li className="history-now">{t('history.now')}</li>
          {page.done.map((entry, index) => (
            <Entry
              key={entry.seq}
              entry={entry}
              label={t('history.goTo')}
              go={readOnly || index === 0 ? null : goTo}
            />
          ))}
          {page.next === null && page.done.length > 0 && !readOnly && (
            <li className="history-entry">
              <span className="grow">{t('history.beginning')}</span>
              <button type="button" className="button small" onClick={() => void goTo(0)}>
                {t('history.goTo')}
              </button>
            </li>
          )}
        </ol>
      )}
      {page?.next != null && (
        <button type="button" className="button" onClick={() => void older()}>
          {t('history.more')}
        </button>
      )}
    </Dialog>
  )
}

function Entry({
  entry,
  undone = false,
  label,
  go
}: {
  entry: HistoryEntry
  undone?: boolean
  label: string
  go: ((seq: number) => Promise<void>) | null
}) {
  const t = useT()
  const words = useWords()
  const { language } = usePreferences()
  const coder = useProject((project) => project.state.info.coders[entry.coder]?.name ?? '')
  const when = new Date(entry.time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className={undone ? 'history-entry undone' : 'history-entry'}>
      <div className="grow">
        <b>{words.operation[entry.what]}</b>
        {entry.about !== '' && <q>{entry.about}</q>}
        <small>
          {[
            when,
            coder,
            entry.parts > 1 ? t('history.parts', { count: entry.parts }) : '',
            undone ? t('history.undone') : ''
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {go && (
        <button type="button" className="button small" onClick={() => void go(entry.seq)}>
          {label}
        </button>
      )}
    </li>
  )
}
