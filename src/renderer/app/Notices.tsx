import { X } from 'lucide-react'
import { call } from '../state/bridge'
import { runCommand } from '../state/commands'
import { openDrafts, useDrafts } from '../state/draft-store'
import { useT } from '../state/i18n'
import { updateProject, useProject } from '../state/project'
import { errorText, showError } from '../state/toasts'
import { openFolder } from './opening'

/** So many notices are shown at once; the verifying dialog has them all. */
const most = 4

/** What is wrong with the backups alone; verifying the project would say nothing of it. */
const ofBackups = new Set(['dailyBackupFailed', 'outsideBackupLate', 'outsideBackupNone'])

/** What has to be known: that changes cannot be saved, and what was found damaged. */
export function Notices() {
  const t = useT()
  const problem = useProject((project) => project.problem)
  const readOnly = useProject((project) => project.readOnly)
  const notices = useProject((project) => project.notices)
  const folder = useProject((project) => project.folder)
  const drafts = useDrafts((store) => openDrafts(store).length)
  const pending = useDrafts((store) => Object.keys(store.fields).length)
  const retry = async () => {
    const done = await call('project.retry', null)
    if (!done.ok) showError(done.error)
  }
  return (
    <>
      {readOnly && (
        <div className="notice" role="status">
          <span className="grow">{t('opening.readOnly')}</span>
          <button type="button" className="button" onClick={() => void openFolder(folder)}>
            {t('opening.reopen')}
          </button>
        </div>
      )}
      {problem && !readOnly && (
        <div className="notice error" role="alert">
          <span className="grow">
            <b>{t('shell.problemTitle')}</b> {errorText(problem)}{' '}
            {pending > 0 && t('drafts.pending', { count: pending })}
          </span>
          <button type="button" className="button" onClick={() => void retry()}>
            {t('opening.tryAgain')}
          </button>
        </div>
      )}
      {drafts > 0 && (
        <div className="notice" role="status">
          <span className="grow">{t('drafts.notice', { count: drafts })}</span>
          <button type="button" className="button" onClick={() => runCommand('app.drafts')}>
            {t('drafts.show')}
          </button>
        </div>
      )}
      {notices.length > 0 && (
        <div className="notice" role="status">
          <div className="grow">
            <b>{t('shell.noticesTitle')}</b>
            {notices.slice(0, most).map((notice) => (
              <p key={notice.message}>{errorText(notice)}</p>
            ))}
            {notices.length > most && <p>{t('backups.andMore', { count: notices.length - most })}</p>}
          </div>
          {notices.every(({ key }) => ofBackups.has(key)) ? (
            <button type="button" className="button" onClick={() => runCommand('app.backups')}>
              {t('backups.heading')}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => runCommand('app.verify')}>
              {t('verify.heading')}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('common.close')}
            onClick={() => updateProject({ notices: [] })}
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      )}
    </>
  )
}
