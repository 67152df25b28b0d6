import { call } from '../state/bridge'
import { useT } from '../state/i18n'
import { errorText, showError } from '../state/toasts'
import { Dialog } from '../ui/Dialog'
import { openBackup, openBundle, openFolder, useOpening, waysOut } from './opening'

/** A project that was not opened: who holds it, or what is wrong with it, and what can be done. */
export function OpenProblem() {
  const t = useT()
  const problem = useOpening((state) => state.problem)
  if (!problem) return null
  const folder = String(problem.params.folder ?? '')
  const close = () => useOpening.setState({ problem: null })
  const ways = waysOut(problem)
  const repair = async () => {
    close()
    const done = await call('project.repair', { folder })
    if (!done.ok) showError(done.error)
  }
  return (
    <Dialog
      title={t('opening.heading')}
      closeLabel={t('common.close')}
      onClose={close}
      actions={
        <>
          <button type="button" className="button" onClick={close}>
            {t('common.cancel')}
          </button>
          {ways.includes('takeOver') && (
            <button
              type="button"
              className="button danger"
              onClick={() => void openFolder(folder, 'takeOver')}
            >
              {t('opening.takeOver')}
            </button>
          )}
          {ways.includes('again') && (
            <button
              type="button"
              className="button"
              onClick={() => void openBundle(String(problem.params.file ?? ''), true)}
            >
              {t('opening.bundleAgain')}
            </button>
          )}
          {ways.includes('open') && (
            <button type="button" className="button primary" onClick={() => void openFolder(folder)}>
              {t('opening.openThere')}
            </button>
          )}
          {ways.includes('backup') && (
            <button type="button" className="button" onClick={() => void openBackup()}>
              {t('backups.openFrom')}
            </button>
          )}
          {ways.includes('repair') && (
            <button type="button" className="button primary" onClick={() => void repair()}>
              {t('opening.repair')}
            </button>
          )}
          {ways.includes('read') && (
            <button type="button" className="button primary" onClick={() => void openFolder(folder, 'read')}>
              {t('opening.read')}
            </button>
          )}
        </>
      }
    >
      <p>{errorText(problem)}</p>
    </Dialog>
  )
}
