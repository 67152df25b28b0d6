import { useEffect } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { keyLabel } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { useProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { themeColour } from '../app/api/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { AnnotationCard } from './AnnotationCard'
import { activate } from './actions'
import { annotationsAt, inOrder } from './marks'
import { OtherRenderings } from './OtherRenderings'

const mostListed = 200

/** The side panel of a text: the annotations at the caret, open for change, and the others of the text as a list. */
export function AtCursor({ documents }: { documents: readonly DocumentId[] }) {
  const t = useT()
  const annotations = useProject((project) => project.state.annotations)
  const active = useSurface((state) => state.active)
  const caret = useSurface((state) => state.caret)
  const all = documents.flatMap((id) => inOrder(annotations[id]))
  const here = caret ? annotationsAt(annotations[caret.document], caret.offset) : []
  const chosen = all.find((each) => each.id === active)
  const open: Annotation[] = chosen ? [chosen, ...here.filter((each) => each.id !== active)] : here
  const rest = all.filter((each) => !open.includes(each)).slice(0, mostListed)
  useEffect(() => {
    if (active === null) return
    document.querySelector(`[data-annotation-card="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <>
      <h2 className="panel-title">{t('reader.atCursor')}</h2>
      {open.length === 0 && (
        <p className="panel-hint">{t('reader.noneHere', { key: keyLabel('h'), pick: keyLabel('/') })}</p>
      )}
      {open.map((annotation) => (
        <AnnotationCard key={annotation.id} annotation={annotation} />
      ))}
      {chosen && <OtherRenderings key={passageKey(chosen)} annotation={chosen} />}
      {rest.length > 0 && (
        <>
          <h2 className="panel-title">{t('reader.inText')}</h2>
          <ul className="brief-list">
            {rest.map((annotation) => (
              <li key={annotation.id}>
                <button type="button" onClick={() => activate(annotation)}>
                  <ThemeDot colour={themeColour(annotation.themes[0])} />
                  <span>{annotation.selector.exact.slice(0, 160)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function passageKey({ id, selector }: Annotation): string {
  return `${id} ${selector.start} ${selector.end}`
}
