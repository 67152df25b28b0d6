import { useT } from '../state/i18n'

/** Words that are being counted, as far as it can be seen and given up. */
export interface Counting {
  readonly isStale: boolean
  /** Which of the texts are counted, 0 to 1. */
  readonly share: number | null
  readonly isStopped: boolean
  readonly stop: () => void
  readonly again: () => void
}

/** How far counting is, with what ends it; once it was ended, what begins it again. Nothing where it takes no time. */
export function CountingState({ counting }: { readonly counting: Counting }) {
  const t = useT()
  const { isStale, share, isStopped, stop, again } = counting
  if (isStopped)
    return (
      <p className="panel-hint">
        {t('concordance.countingStopped')}{' '}
        <button type="button" className="link-button" onClick={again}>
          {t('concordance.countAgain')}
        </button>
      </p>
    )
  if (!isStale || share === null) return null
  return (
    <p className="panel-hint" role="status">
      {t('concordance.counted', { percent: Math.floor(share * 100) })}{' '}
      <button type="button" className="link-button" onClick={stop}>
        {t('concordance.stopCounting')}
      </button>
    </p>
  )
}
