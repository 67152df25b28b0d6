import { useT } from '../state/i18n'
import { useProjectStore } from '../state/project'
import { showError } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { Dialog } from '../ui/Dialog'
import { useEngineText } from './EngineNotice'

export function About({ onClose }: { onClose: () => void }) {
  const t = useT()
  const start = useProjectStore((store) => store.start)
  const engine = useEngineText()
  const { answer: notices } = useAnswer('app.licences', null, { onError: showError })
  return (
    <Dialog title={t('about.heading')} closeLabel={t('common.close')} width="wide" onClose={onClose}>
      <p>{t('about.version', { version: start?.version ?? '', electron: start?.electron ?? '' })}</p>
      {engine && (
        <p>
          {engine.what}
          <br />
          {engine.advice}
        </p>
      )}
      <p>{t('about.licence')}</p>
      <h3 className="panel-title">{t('about.notices')}</h3>
      <pre className="licences" tabIndex={0}>
        {notices}
      </pre>
    </Dialog>
  )
}
