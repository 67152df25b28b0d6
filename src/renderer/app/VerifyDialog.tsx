import { useEffect, useState } from 'react'
import type { VerifyAnswer } from '../../shared/ipc/answers'
import { Dialog } from '../ui/Dialog'
import { call } from './api/bridge'
import { useT } from './api/i18n'
import { errorText } from './api/toasts'

/** Reads the whole project back and says what is wrong, by name. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [report, setReport] = useState<VerifyAnswer | null>(null)
  useEffect(() => {
    void call('project.verify', null).then((answer) => answer.ok && setReport(answer.value))
  }, [])
  return (
    <Dialog title={t('verify.heading')} closeLabel={t('common.close')} onClose={onClose}>
      {!report && <p role="status">{t('common.loading')}</p>}
      {report && report.problems.length === 0 && (
        <p role="status">
          {t('verify.fine', {
            documents: t('shell.textCount', { count: report.documents }),
            annotations: t('annotation.count', { count: report.annotations })
          })}
        </p>
      )}
      {report && report.problems.length > 0 && (
        <>
          <p role="status">{t('verify.problems', { count: report.problems.length })}</p>
          <ul>
            {report.problems.map((problem) => (
              <li key={problem.message}>{errorText(problem)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
