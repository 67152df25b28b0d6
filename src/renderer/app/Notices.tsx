import { X } from 'lucide-react'
import { useT } from './api/i18n'
import { updateProject, useProject } from './api/project'
import { errorText } from './api/toasts'

/** What has to be known: that changes cannot be saved, and what opening found. */
export function Notices() {
  const t = useT()
  const problem = useProject((project) => project.problem)
  const notices = useProject((project) => project.notices)
  return (
    <>
      {problem && (
        <div className="notice error" role="alert">
          <b>{t('shell.problemTitle')}</b> {errorText(problem)}
        </div>
      )}
      {notices.length > 0 && (
        <div className="notice" role="status">
          <div className="grow">
            <b>{t('shell.noticesTitle')}</b>
            {notices.map((notice) => (
              <p key={notice.message}>{errorText(notice)}</p>
            ))}
          </div>
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
