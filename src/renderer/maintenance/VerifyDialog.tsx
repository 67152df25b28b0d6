import { useState } from 'react'
import type { RepairAnswer } from '../../shared/ipc/answers'
import type { AppError } from '../../shared/model/result'
import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { errorText, showError } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'

/** Reads the whole project back, says what is wrong by name, and repairs what can be repaired. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const readOnly = useProject((project) => project.readOnly)
  const { answer: report } = useAnswer('project.verify', null, { onError: showError })
  const [repaired, setRepaired] = useState<RepairAnswer | null>(null)
  const [busy, setBusy] = useState(false)
  const repair = async () => {
    setBusy(true)
    const done = await call('project.repair', {})
    setBusy(false)
    if (!done.ok) return showError(done.error)
    setRepaired(done.value)
  }
  const wrong = report !== null && report.problems.length > 0
  return (
    <Dialog
      title={t('verify.heading')}
      closeLabel={t('common.close')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          {wrong && !repaired && !readOnly && (
            <button type="button" className="button primary" disabled={busy} onClick={() => void repair()}>
              {t('verify.repair')}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      {(!report || busy) && <p role="status">{t('common.loading')}</p>}
      {report && !wrong && (
        <p role="status">
          {t('verify.fine', {
            documents: t('shell.textCount', { count: report.documents }),
            annotations: t('annotation.count', { count: report.annotations })
          })}
        </p>
      )}
      {wrong && !repaired && !busy && (
        <>
          <p role="status">{t('verify.problems', { count: report.problems.length })}</p>
          <Problems problems={report.problems} />
          <p className="panel-hint">{t('verify.repairHint')}</p>
        </>
      )}
      {repaired && (
        <div role="status" className="dialog-stack">
          {repaired.repaired.length > 0 && <p>{t('verify.repaired')}</p>}
          <Problems problems={repaired.repaired} />
          {repaired.problems.length === 0 ? (
            <p>{t('verify.allMended')}</p>
          ) : (
            <>
              <p>{t('verify.left', { count: repaired.problems.length })}</p>
              <Problems problems={repaired.problems} />
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}

function Problems({ problems }: { problems: readonly AppError[] }) {
  const texts = [...new Set(problems.map(errorText))]
  return (
    <ul className="problems">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
