import { Fragment, useState } from 'react'
import type { HistoryEntry, HistoryPage } from '../../shared/ipc/history-answers'
import { call } from '../state/bridge'
import { useT, useWords } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'

/** Who changed what, and when, newest first; any state of the past can be gone back to, or brought back. */
export function History({ onClose }: { onClose: () => void }) {
  const t = useT()
  const changes = useProject((project) => project.changes)
  const seen = useProject((project) => project.seq)
  const readOnly = useProject((project) => project.readOnly)
  // Asked again after every change: going back is one.
  const { latest: first } = useAnswer(
    'project.history',
    { from: null },
    { again: changes, onError: showError }
  )
  const [longer, setLonger] = useState<LongerHistory | null>(null)
  const page = longer?.first === first ? longer.page : first
  const older = async () => {
    if (!first || !page || page.next === null) return
    const answer = await call('project.history', { from: page.next })
    if (!answer.ok) return showError(answer.error)
    const { entries, next } = answer.value
    setLonger({ first, page: { entries: [...page.entries, ...entries], next } })
  }
  const goTo = async (seq: number) => {
    const done = await call('project.goTo', { seq, seen })
    if (!done.ok) showError(done.error)
  }
  const restore = async (seq: number) => {
    const done = await call('project.restoreState', { seq, seen })
    if (!done.ok) return showError(done.error)
    showToast(t('history.restored'))
  }
  const entries = page?.entries ?? []
  const now = entries.find(({ standing }) => standing === 'done' || standing === 'made')
  const made = entries.find(({ standing }) => standing === 'made')
  const actOf = ({ seq, standing }: HistoryEntry): EntryAct | null => {
    if (readOnly || seq === now?.seq) return null
    if (standing === 'undone') return { label: t('history.goOn'), run: () => goTo(seq) }
    if (standing === 'overtaken') return { label: t('history.restore'), run: () => restore(seq) }
    if (standing === 'done') return { label: t('history.goTo'), run: () => goTo(seq) }
    // Of the making of the project only its end can be gone back to.
    return seq === made?.seq ? { label: t('history.goTo'), run: () => goTo(0) } : null
  }
  return (
    <Dialog title={t('history.heading')} closeLabel={t('common.close')} width="wide" onClose={onClose}>
      <p className="panel-hint">{t('history.lead')}</p>
      <ol className="history" aria-label={t('history.heading')}>
        {entries.map((entry) => (
          <Fragment key={entry.seq}>
            {entry === now && <li className="history-now">{t('history.now')}</li>}
            <Entry entry={entry} act={actOf(entry)} />
          </Fragment>
        ))}
      </ol>
      {page?.next != null && (
        <button type="button" className="button" onClick={() => void older()}>
          {t('history.more')}
        </button>
      )}
    </Dialog>
  )
}

/** What older changes were added to; a newer first page begins anew. */
interface LongerHistory {
  readonly first: HistoryPage
  readonly page: HistoryPage
}

interface EntryAct {
  readonly label: string
  readonly run: () => Promise<void>
}

function Entry({ entry, act }: { entry: HistoryEntry; act: EntryAct | null }) {
  const t = useT()
  const words = useWords()
  const { language } = usePreferences()
  const coder = useProject((project) => project.state.info.coders[entry.coder]?.name ?? '')
  const when = new Date(entry.time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  const { standing } = entry
  const isUndone = standing === 'undone' || standing === 'overtaken'
  return (
    <li className={isUndone ? `history-entry ${standing}` : 'history-entry'}>
      <div className="grow">
        <b>{words.operation[entry.what]}</b>
        {entry.about !== '' && <q>{entry.about}</q>}
        <small>
          {[
            when,
            coder,
            entry.parts > 1 ? t('history.parts', { count: entry.parts }) : '',
            isUndone ? t('history.undone') : ''
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      {act && (
        <button type="button" className="button small" onClick={() => void act.run()}>
          {act.label}
        </button>
      )}
    </li>
  )
}
