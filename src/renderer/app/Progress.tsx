import { useT } from '../state/i18n'
import { useProgress } from '../state/progress'

/** A thin bar over everything while something takes long. */
export function Progress() {
  const t = useT()
  const progress = useProgress((state) => state.progress)
  if (!progress) return null
  return (
    <div className="progress" role="status">
      <progress max={progress.total} value={progress.done} aria-label={t('common.loading')} />
      <span>{t('opening.progress', { done: progress.done, total: progress.total })}</span>
    </div>
  )
}
