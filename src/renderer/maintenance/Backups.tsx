import { useState } from 'react'
import type { RestorePreview } from '../../shared/ipc/backup-answers'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'
import { Differences } from './Differences'
import { isAway, OutsidePlace } from './OutsidePlace'

interface Compared {
  readonly file: string
  readonly preview: RestorePreview
}

/** The backups of the project: make one, see what restoring one would change, restore it. */
export function Backups({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { language } = usePreferences()
  const readOnly = useProject((project) => project.readOnly)
  const [changes, setChanges] = useState(0)
  const reload = () => setChanges((before) => before + 1)
  const { latest: backups } = useAnswer('project.backups', null, { again: changes, onError: showError })
  const [compared, setCompared] = useState<Compared | null>(null)
  const [busy, setBusy] = useState(false)
  const working = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const make = () =>
    working(async () => {
      const made = await call('project.backUp', null)
      if (!made.ok) return showError(made.error)
      showToast(t('backups.made'))
      reload()
    })
  const compare = (file: string) =>
    working(async () => {
      const answer = await call('project.previewRestore', file)
      if (answer.ok) setCompared({ file, preview: answer.value })
      else showError(answer.error)
    })
  const restore = (file: string) =>
    working(async () => {
      const done = await call('project.restore', file)
      if (!done.ok) return showError(done.error)
      showToast(t('backups.restored'))
      setCompared(null)
      reload()
    })

  return (
    <Dialog
      title={t('backups.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      actions={
        <button
          type="button"
          className="button primary"
          disabled={busy || readOnly}
          onClick={() => void make()}
        >
          {t('backups.make')}
        </button>
      }
    >
      <p className="panel-hint">{t('backups.lead')}</p>
      {backups && <OutsidePlace place={backups.outside} onChange={reload} />}
      {backups?.entries.length === 0 && <p>{t('backups.none')}</p>}
      <ol className="history" aria-label={t('backups.heading')}>
        {backups?.entries.map(({ file, made, reason, where }) => (
          <li key={file} className="history-entry">
            <div className="grow">
              <b>{new Date(made).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}</b>
              <small>
                {t(`backups.reason.${reason}`)}
                {backups.outside && !isAway(backups.outside) && ` · ${t(`backups.where.${where}`)}`}
              </small>
              {compared?.file === file && <Differences preview={compared.preview} />}
            </div>
            {compared?.file === file && compared.preview.total > 0 ? (
              <button
                type="button"
                className="button small danger"
                disabled={busy || readOnly}
                onClick={() => void restore(file)}
              >
                {t('backups.restore')}
              </button>
            ) : (
              <button
                type="button"
                className="button small"
                disabled={busy}
                onClick={() => void compare(file)}
              >
                {t('backups.compare')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
