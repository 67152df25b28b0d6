import { useEffect, useState } from 'react'
import type { IncomingFiles } from '../../shared/ipc/import-answers'
import { readyTold } from '../importing/import-outcome'
import { on } from '../state/bridge'
import { useT } from '../state/i18n'
import { cancelImport, closeImport, showImport, useImporting } from './importing'

/** An import while it is read, and when it is ready to be looked over: beside whatever is being done in the window. */
export function ImportStrip() {
  const t = useT()
  const { now } = useImporting()
  const [askedAbout, setAskedAbout] = useState<typeof now | null>(null)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  useEffect(() => on('importProgress', setProgress), [])
  useEffect(() => {
    if (now.stage === 'reading') setProgress({ done: 0, total: 0 })
  }, [now.stage])
  // With its project an import is over.
  useEffect(() => closeImport, [])
  if (now.stage !== 'reading' && now.stage !== 'ready') return null
  const isReady = now.stage === 'ready'
  if (isReady && askedAbout === now)
    return (
      <div className="import-strip ready">
        <span role="status">{t('import.discardQuestion')}</span>
        <button type="button" className="button" autoFocus onClick={() => setAskedAbout(null)}>
          {t('common.keepEditing')}
        </button>
        <button type="button" className="button danger" onClick={cancelImport}>
          {t('import.discardAll')}
        </button>
      </div>
    )
  return (
    <div className={`import-strip${isReady ? ' ready' : ''}`}>
      <span role="status">{isReady ? readyIn(now.incoming) : t('import.readingFiles')}</span>
      {isReady ? (
        <button type="button" className="button primary" onClick={showImport}>
          {t('import.lookOver')}
        </button>
      ) : (
        <>
          <progress
            max={Math.max(1, progress.total)}
            value={progress.done}
            aria-label={t('import.readingFiles')}
          />
          <span className="count" aria-hidden>
            {progress.total > 0 && `${progress.done.toLocaleString()} / ${progress.total.toLocaleString()}`}
          </span>
        </>
      )}
      <button
        type="button"
        className="button"
        onClick={() => (isReady && now.isCorrected ? setAskedAbout(now) : cancelImport())}
      >
        {isReady ? t('import.discard') : t('common.cancel')}
      </button>
    </div>
  )
}

function readyIn({ files, sidecars }: IncomingFiles): string {
  return readyTold(files.filter(({ parsed, known }) => parsed && known === null).length, sidecars.length)
}
