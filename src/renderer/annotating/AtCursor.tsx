import { memo, useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationIndex } from '../../shared/model/annotation-index'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { keyLabel } from '../state/commands'
import type { PassagesShown } from '../state/derived-state'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { type Caret, useSurface } from '../state/surface'
import { themeColour } from '../state/theme-names'
import { MarkSign } from '../ui/MarkSign'
import { ThemeDot } from '../ui/ThemeDot'
import { useAfterPaint } from '../ui/use-after-paint'
import { Words } from '../ui/Words'
import { AnnotationCard } from './AnnotationCard'
import { activate } from './active'
import { OtherRenderings } from './OtherRenderings'
import { useActiveId } from './target'
import { useSteadyList } from './use-steady-list'

/** Of many at one place so many are open for change, and so many of the others are listed. */
const most = { open: 20, listed: 40 }

/**
 * The side panel of a text: the annotations at the caret, open for change, and the next ones as a list. It is drawn
 * after the text itself: a highlight is to be seen before what the panel has to say of it.
 */
export function AtCursor({ documents }: { documents: readonly DocumentId[] }) {
  const passages = useAfterPaint(useProject((project) => project.passages))
  const active = useAfterPaint(useActiveId())
  const caret = useAfterPaint(useSurface((state) => state.caret))
  return <Panel documents={documents} passages={passages} active={active} caret={caret} />
}

interface PanelProps {
  readonly documents: readonly DocumentId[]
  readonly passages: PassagesShown
  readonly active: AnnotationId | null
  readonly caret: Caret | null
}

const Panel = memo(function Panel({ documents, passages, active, caret }: PanelProps) {
  const t = useT()
  const cards = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const here = (caret ? passages[caret.document]?.at(caret.offset) : undefined) ?? []
  const chosen = active === null || !caret ? undefined : passages[caret.document]?.get(active)
  // The first card is the one that keys act on.
  const open: Annotation[] = chosen ? [chosen, ...here.filter((each) => each.id !== active)] : here
  const first = caret?.document ?? documents[0]
  const { from, hold, release, isHeld } = useSteadyList(
    cards,
    list,
    first === undefined ? 0 : (passages[first]?.rankOf(caret?.offset ?? 0) ?? 0)
  )
  useEffect(() => {
    if (active === null) return undefined
    // After the highlight is painted: asking now would have everything laid out once more.
    const asked = requestAnimationFrame(() => {
      if (!isHeld())
        document.querySelector(`[data-annotation-card="${active}"]`)?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(asked)
  }, [active, isHeld])
  return (
    <>
      <div ref={cards} className="cards">
        <h2 className="panel-title">{t('reader.atCursor')}</h2>
        {open.length === 0 && (
          <p className="panel-hint">{t('reader.noneHere', { key: keyLabel('h'), pick: keyLabel('/') })}</p>
        )}
        {open.slice(0, most.open).map((annotation) => (
          <AnnotationCard key={annotation.id} annotation={annotation} />
        ))}
        {chosen && <OtherRenderings key={passageKey(chosen)} annotation={chosen} />}
      </div>
      {first !== undefined && (
        <div ref={list} className="following" onPointerEnter={hold} onPointerLeave={release}>
          <Following index={passages[first]} from={from} active={active} />
        </div>
      )}
    </>
  )
})

/** The annotations from a place on. */
const Following = memo(function Following({
  index,
  from,
  active
}: {
  index: AnnotationIndex | undefined
  from: number
  active: AnnotationId | null
}) {
  const t = useT()
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
          <Brief key={annotation.id} annotation={annotation} on={annotation.id === active} />
        ))}
      </ul>
    </>
  )
})

const Brief = memo(function Brief({ annotation, on }: { annotation: Annotation; on: boolean }) {
  return (
    <li>
      <button type="button" aria-current={on ? 'true' : undefined} onClick={() => activate(annotation)}>
        <ThemeDot colour={themeColour(annotation.codings[0]?.theme)} />
        <span>
          <Words text={annotation.selector.exact.slice(0, 160)} />
        </span>
        <MarkSign marks={annotation.quality} />
      </button>
    </li>
  )
})

function passageKey({ id, selector }: Annotation): string {
  return `${id} ${selector.start} ${selector.end}`
}
