import { useMemo } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { useVisibleRange } from './visible-range'

/** The headings of a text, the one that is being read marked; a click goes there. */
export function Outline({ document: id }: { document: DocumentId }) {
  const t = useT()
  const text = useProject((project) => project.texts[id])
  const top = useVisibleRange((state) => state.span?.start ?? 0)
  const headings = useMemo(
    () =>
      (text?.content ?? []).flatMap((block, index) =>
        block.kind === 'heading'
          ? [{ text: block.text, level: block.level ?? 1, start: text?.blocks[index]?.start ?? 0 }]
          : []
      ),
    [text]
  )
  const first = Math.min(...headings.map((each) => each.level))
  const here = headings.findLast((each) => each.start <= top + 1200)
  return (
    <nav className="outline" aria-label={t('outline.heading')}>
      <h2 className="panel-title">{t('outline.heading')}</h2>
      {headings.length === 0 && <p className="panel-hint">{t('outline.none')}</p>}
      <ul>
        {headings.map((each) => (
          <li key={each.start}>
            <button
              type="button"
              className={each === here ? 'on' : ''}
              aria-current={each === here ? 'location' : undefined}
              style={{ paddingLeft: 8 + (each.level - first) * 12 }}
              onClick={() => {
                navigate({ name: 'reader', document: id, at: each.start })
                useSurface.getState().surface?.focus()
              }}
            >
              {each.text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
