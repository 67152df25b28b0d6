import { useEffect, useRef, useState } from 'react'
import { useT } from '../state/i18n'
import { renderDocx } from './render-docx'

/** The pages of a Word document, as wide as there is room. */
export function PreviewDocx({ bytes }: { bytes: Uint8Array }) {
  const t = useT()
  const host = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    setFailed(false)
    renderDocx(bytes).then(
      ({ nodes, styles }) => {
        if (!current || !host.current) return
        const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
        const pages = document.createElement('div')
        pages.className = 'pages'
        pages.append(...nodes)
        root.adoptedStyleSheets = [styles]
        root.replaceChildren(pages)
        fitWidth(host.current)
      },
      () => current && setFailed(true)
    )
    return () => {
      current = false
    }
  }, [bytes])
  useEffect(() => {
    const { current } = host
    if (!current) return
    const watch = new ResizeObserver(() => fitWidth(current))
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  return (
    <div className="export-pages" tabIndex={0} role="region" aria-label={t('export.preview')}>
      {failed && <p className="panel-hint">{t('export.noPreview')}</p>}
      <div ref={host} />
    </div>
  )
}

/** Room on both sides of a page, in pixels. */
const marginsPx = 36

/** Makes the pages smaller where they are wider than the room. */
function fitWidth(host: HTMLElement): void {
  const pages = host.shadowRoot?.querySelector<HTMLElement>('.pages')
  const page = pages?.querySelector<HTMLElement>('section')
  if (!pages || !page) return
  const zoom = Number(pages.style.zoom || 1)
  const width = page.offsetWidth
  if (width === 0) return
  const wanted = Math.min(1, Math.max(0.3, (host.clientWidth - marginsPx) / width))
  if (Math.abs(wanted - zoom) > 0.005) pages.style.zoom = wanted.toFixed(3)
}
