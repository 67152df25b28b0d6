import { useState } from 'react'
import type { Answer } from '../../shared/ipc/answers'
import type { BackupPlace } from '../../shared/ipc/backup-answers'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { errorText, showError, showToast } from '../state/toasts'

interface OutsidePlaceProps {
  readonly place: BackupPlace | null
  /** It is another now, and with it what lies there. */
  readonly onChange: () => void
}

/** The folder for backups outside projects: which it is, how new they are, and what is wrong with it. */
export function OutsidePlace({ place, onChange }: OutsidePlaceProps) {
  const t = useT()
  const { language } = usePreferences()
  const readOnly = useProject((project) => project.readOnly)
  const [busy, setBusy] = useState(false)
  const asking = async (
    method: 'project.chooseBackupPlace' | 'project.stopBackupPlace'
  ): Promise<boolean> => {
    setBusy(true)
    const answer: Answer<'project.chooseBackupPlace'> = await call(method, null)
    setBusy(false)
    if (!answer.ok) showError(answer.error)
    else if (answer.value) onChange()
    return answer.ok
  }
  const choose = () => asking('project.chooseBackupPlace')
  const stop = async () => {
    if (await asking('project.stopBackupPlace')) showToast(t('backups.stopped'))
  }
  return (
    <section className="backup-place" aria-labelledby="backup-place-heading">
      <h3 id="backup-place-heading">{t('backups.outside')}</h3>
      {place ? <PlaceNow place={place} language={language} /> : <p>{t('backups.outsideNone')}</p>}
      <div className="row">
        <button
          type="button"
          className="button small"
          disabled={busy || readOnly}
          onClick={() => void choose()}
        >
          {t(place ? 'backups.chooseOther' : 'backups.choose')}
        </button>
        {place && (
          <button
            type="button"
            className="button small"
            disabled={busy || readOnly}
            onClick={() => void stop()}
          >
            {t('backups.stop')}
          </button>
        )}
        {busy && <span role="status">{t('common.saving')}</span>}
      </div>
    </section>
  )
}

/** Whether the folder is not there now, so that nobody knows what lies in it. */
export function isAway({ problem }: BackupPlace): boolean {
  return problem?.key === 'backupPlaceGone'
}

function PlaceNow({ place, language }: { place: BackupPlace; language: string }) {
  const t = useT()
  const { folder, last, problem } = place
  const date = last && new Date(last).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <p className="path">{folder}</p>
      {problem && <p role="status">{isAway(place) ? t('backups.away') : errorText(problem)}</p>}
      <small>{date === null ? t('backups.noOutsideYet') : t('backups.lastOutside', { date })}</small>
    </>
  )
}
