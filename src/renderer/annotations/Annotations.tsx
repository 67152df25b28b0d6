import { Link2 } from 'lucide-react'
import type { AnnotationQuery } from '../../shared/ipc/annotation-query'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import { plainMemo } from '../../shared/memos/links'
import { themesOf } from '../../shared/model/codings'
import { keyLabel, runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { navigate, useNavigation } from '../state/navigation'
import { useProject, useSlices } from '../state/project'
import { pathName, themeColour } from '../state/theme-names'
import { Empty } from '../ui/Empty'
import { Chip } from '../ui/ThemeDot'
import { Words } from '../ui/Words'
import { Filters } from './Filters'
import { RecodeBar } from './RecodeBar'
import { useAnnotationPages, useTicked } from './use-annotation-pages'

/** All annotations of the project, filtered. One click goes to the passage; those that are ticked are recoded together. */
export function Annotations({ filter }: { filter: AnnotationQuery }) {
  const t = useT()
  const none = useProject(({ counts }) => Object.keys(counts.documents).length === 0)
  const setFilter = (patch: AnnotationQuery) => {
    useNavigation.setState({ place: { name: 'annotations', filter: clean({ ...filter, ...patch }) } })
  }
  const query = JSON.stringify(filter)
  const { rows, total, more } = useAnnotationPages(query)
  const ticked = useTicked(query, rows)
  if (none)
    return (
      <div className="page">
        <Empty title={t('annotation.empty')} hint={t('annotation.emptyHint', { key: keyLabel('h') })} />
      </div>
    )
  return (
    <div className="page place" data-scroller>
      <div className="place-tools">
        <Filters filter={filter} setFilter={setFilter} />
        <span className="grow" role="status">
          {rows ? t('annotation.count', { count: total }) : ''}
        </span>
        <button type="button" className="button" onClick={() => runCommand('app.export')}>
          {t('annotation.export')}
        </button>
      </div>
      {rows && total > 0 && (
        <div className="place-tools">
          <label className="check-label">
            <input
              type="checkbox"
              checked={ticked.chosen.length === total}
              onChange={(event) => ticked.setAll(event.target.checked)}
            />
            {t('annotation.selectAll')}
          </label>
          {ticked.chosen.length > 0 && <RecodeBar chosen={ticked.chosen} clear={ticked.clear} />}
        </div>
      )}
      {rows?.length === 0 && <Empty title={t('annotation.noMatch')} />}
      <ul className="annotation-list" aria-label={t('annotation.list')}>
        {rows?.map((each, at) => (
          <Row
            key={each.annotation.id}
            listed={each}
            partner={isPartner(rows[at - 1], each)}
            ticked={ticked.ids.has(each.annotation.id)}
            toggle={() => ticked.toggle(each.annotation.id)}
          />
        ))}
      </ul>
      {rows && total > rows.length && (
        <button type="button" className="button" onClick={more}>
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
        onClick={() => navigate({ name: 'reader', document: annotation.document, annotation: annotation.id })}
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
