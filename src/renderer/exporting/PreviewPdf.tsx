import { useEffect, useRef, useState } from 'react'
import { useT } from '../state/i18n'
import { drawPdf } from './draw-pdf'

/** The first pages of a PDF. */
export function PreviewPdf({ bytes }: { bytes: Uint8Array }) {
  const t = useT()
  const host = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    setFailed(false)
    const { signal } = controller
    drawPdf(bytes, t('export.page'), signal).then(
      (pages) => {
        if (!signal.aborted) host.current?.replaceChildren(...pages)
      },
      () => signal.aborted || setFailed(true)
    )
    return () => controller.abort()
  }, [bytes, t])
  return (
    <div className="export-pages" tabIndex={0} role="region" aria-label={t('export.preview')}>
      {failed && <p className="panel-hint">{t('export.noPreview')}</p>}
      <div className="pdf-pages" ref={host} />
    </div>
  )
}
