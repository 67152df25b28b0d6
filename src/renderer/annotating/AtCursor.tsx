import { memo, useDeferredValue, useEffect } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { keyLabel } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { useProject } from '../app/api/project'
import { useSurface } from '../app/api/surface'
import { themeColour } from '../app/api/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { AnnotationCard } from './AnnotationCard'
import { activate, shownAnnotation } from './active'
import { OtherRenderings } from './OtherRenderings'

/** Of many at one place so many are open for change, and so many of the others are listed. */
const most = { open: 20, listed: 40 }

/** The side panel of a text: the annotations at the caret, open for change, and the next ones as a list. */
export function AtCursor({ documents }: { documents: readonly DocumentId[] }) {
  const t = useT()
  const passages = useProject((project) => project.passages)
  const active = useSurface((state) => state.active)
  const caret = useSurface((state) => state.caret)
  const here = (caret ? passages[caret.document]?.at(caret.offset) : undefined) ?? []
  const chosen = active === null ? null : shownAnnotation(active)
  const open: Annotation[] = chosen ? [chosen, ...here.filter((each) => each.id !== active)] : here
  const first = caret?.document ?? documents[0]
  const from = first === undefined ? 0 : (passages[first]?.rankOf(caret?.offset ?? 0) ?? 0)
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
      {open.slice(0, most.open).map((annotation) => (
        <AnnotationCard key={annotation.id} annotation={annotation} />
      ))}
      {chosen && <OtherRenderings key={passageKey(chosen)} annotation={chosen} />}
      {first !== undefined && <Following document={first} from={from} />}
    </>
  )
}

/** The annotations from a place on; drawn when there is time, for the highlight itself comes first. */
const Following = memo(function Following(props: { document: DocumentId; from: number }) {
  const t = useT()
  const own = useProject((project) => project.passages[props.document])
  const index = useDeferredValue(own)
  const from = useDeferredValue(props.from)
  const total = index?.ordered.length ?? 0
  if (!index || total === 0) return null
  const begin = Math.max(0, Math.min(from, total - most.listed))
  const listed = index.ordered.slice(begin, begin + most.listed)
  return (
    <>
      <h2 className="panel-title">
        {t('reader.inText')} <span className="number">{total}</span>
      </h2>
      <ul className="brief-list">
        {listed.map((annotation) => (
          <Brief key={annotation.id} annotation={annotation} />
        ))}
      </ul>
    </>
  )
})

const Brief = memo(function Brief({ annotation }: { annotation: Annotation }) {
  return (
    <li>
      <button type="button" onClick={() => activate(annotation)}>
        <ThemeDot colour={themeColour(annotation.themes[0])} />
        <span>{annotation.selector.exact.slice(0, 160)}</span>
      </button>
    </li>
  )
})

function passageKey({ id, selector }: Annotation): string {
  return `${id} ${selector.start} ${selector.end}`
}
