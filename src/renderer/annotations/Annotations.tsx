import { Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationQuery } from '../../shared/ipc/contract'
import { plainMemo } from '../../shared/memos/links'
import { themesOf } from '../../shared/model/codings'
import type { AnnotationId } from '../../shared/model/ids'
import { call } from '../app/api/bridge'
import { keyLabel, runCommand } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { go, usePlaces } from '../app/api/places'
import { useProject, useSlices } from '../app/api/project'
import { pathName, themeColour } from '../app/api/theme-names'
import { Empty } from '../ui/Empty'
import { Chip } from '../ui/ThemeDot'
import { Words } from '../ui/Words'
import { Filters } from './Filters'
import { RecodeBar } from './RecodeBar'

const pageSize = 300

/** All annotations of the project, filtered. One click goes to the passage; those that are ticked are recoded together. */
export function Annotations({ filter }: { filter: AnnotationQuery }) {
  const t = useT()
  const none = useProject(({ counts }) => Object.keys(counts.documents).length === 0)
  const changes = useProject((project) => project.changes)
  const [listed, setListed] = useState<readonly ListedAnnotation[] | null>(null)
  const [shown, setShown] = useState(pageSize)
  const [ticked, setTicked] = useState<ReadonlySet<AnnotationId>>(new Set())
  const setFilter = (patch: AnnotationQuery) => {
    usePlaces.setState({ place: { name: 'annotations', filter: clean({ ...filter, ...patch }) } })
  }
  const query = JSON.stringify(filter)
  useEffect(() => {
    let current = changes >= 0
    void call('annotations.list', JSON.parse(query) as AnnotationQuery).then((answer) => {
      if (current && answer.ok) setListed(answer.value)
    })
    return () => {
      current = false
    }
  }, [query, changes])
  if (none)
    return (
      <div className="page">
        <Empty title={t('annotation.empty')} hint={t('annotation.emptyHint', { key: keyLabel('h') })} />
      </div>
    )
  const chosen = (listed ?? []).flatMap(({ annotation }) => (ticked.has(annotation.id) ? [annotation] : []))
  const all = listed !== null && listed.length > 0 && chosen.length === listed.length
  const toggle = (id: AnnotationId) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <div className="page place" data-scroller>
      <div className="place-tools">
        <Filters filter={filter} setFilter={setFilter} />
        <span className="grow" role="status">
          {listed ? t('annotation.count', { count: listed.length }) : ''}
        </span>
        <button type="button" className="button" onClick={() => runCommand('app.export')}>
          {t('annotation.export')}
        </button>
      </div>
      {listed && listed.length > 0 && (
        <div className="place-tools">
          <label className="check-label">
            <input
              type="checkbox"
              checked={all}
              onChange={() => setTicked(new Set(all ? [] : listed.map(({ annotation }) => annotation.id)))}
            />
            {t('annotation.selectAll')}
          </label>
          {chosen.length > 0 && <RecodeBar chosen={chosen} clear={() => setTicked(new Set())} />}
        </div>
      )}
      {listed?.length === 0 && <Empty title={t('annotation.noMatch')} />}
      <ul className="annotation-list" aria-label={t('annotation.list')}>
        {listed?.slice(0, shown).map((each, at) => (
          <Row
            key={each.annotation.id}
            listed={each}
            partner={isPartner(listed[at - 1], each)}
            ticked={ticked.has(each.annotation.id)}
            toggle={() => toggle(each.annotation.id)}
          />
        ))}
      </ul>
      {listed && listed.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + pageSize)}>
          {t('common.more')}
        </button>
      )}
    </div>
  )
}

interface RowProps {
  readonly listed: ListedAnnotation
  /** Parallel with the one above it. */
  readonly partner: boolean
  readonly ticked: boolean
  readonly toggle: () => void
}

function Row({ listed: { annotation, place, settled }, partner, ticked, toggle }: RowProps) {
  const t = useT()
  const { themes, documents, info } = useSlices('themes', 'documents', 'info')
  const { exact } = annotation.selector
  return (
    <li className={[ticked && 'ticked', partner && 'partner'].filter(Boolean).join(' ')}>
      {partner && <Link2 size={13} aria-label={t('annotation.withPartner')} />}
      <input
        type="checkbox"
        aria-label={t('annotation.select', { quote: exact.slice(0, 60) })}
        checked={ticked}
        onChange={toggle}
      />
      <button
        type="button"
        title={t('annotation.goTo')}
        onClick={() => go({ name: 'reader', document: annotation.document, annotation: annotation.id })}
      >
        <q lang={documents[annotation.document]?.language}>
          <Words text={exact} />
        </q>
        {annotation.memo && <span className="memo-text">{plainMemo(annotation.memo)}</span>}
        <span className="chips">
          {themesOf(annotation).map((id) => (
            <Chip key={id} colour={themeColour(id)}>
              {pathName(themes, id)}
            </Chip>
          ))}
          {annotation.quality.map((mark) => (
            <span key={mark} className="badge">
              {t(`quality.${mark}`)}
            </span>
          ))}
        </span>
        <span className="cite">
          {!settled && <span className="badge">{t('revise.unsettled')}</span>}
          {[documents[annotation.document]?.title, place, info.coders[annotation.coder]?.name]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </button>
    </li>
  )
}

function isPartner(above: ListedAnnotation | undefined, { annotation }: ListedAnnotation): boolean {
  return annotation.parallel !== null && above?.annotation.parallel === annotation.parallel
}

/** Without the fields that filter nothing. */
function clean(filter: AnnotationQuery): AnnotationQuery {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}
