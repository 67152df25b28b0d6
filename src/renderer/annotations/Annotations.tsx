import { useEffect, useState } from 'react'
import type { ListedAnnotation } from '../../shared/ipc/answers'
import type { AnnotationQuery } from '../../shared/ipc/contract'
import type { VariorumDocument } from '../../shared/model/document'
import type { CoderId, DocumentId, ThemeId } from '../../shared/model/ids'
import type { Coder } from '../../shared/model/project'
import { call } from '../app/api/bridge'
import { keyLabel, runCommand } from '../app/api/commands'
import { useT } from '../app/api/i18n'
import { go, usePlaces } from '../app/api/places'
import { useProject, useSlices } from '../app/api/project'
import { orderedThemes, pathName, themeColour } from '../app/api/theme-names'
import { Empty } from '../ui/Empty'
import { Chip } from '../ui/ThemeDot'

const pageSize = 300

/** All annotations of the project, filtered by theme, text, coder and words. One click goes to the passage. */
export function Annotations({ filter }: { filter: AnnotationQuery }) {
  const t = useT()
  const { themes, documents, info } = useSlices('themes', 'documents', 'info')
  const counts = useProject((project) => project.counts)
  const changes = useProject((project) => project.changes)
  const [listed, setListed] = useState<readonly ListedAnnotation[] | null>(null)
  const [shown, setShown] = useState(pageSize)
  const setFilter = (patch: AnnotationQuery) => {
    const next = { ...filter, ...patch }
    usePlaces.setState({ place: { name: 'annotations', filter: clean(next) } })
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
  const none = Object.keys(counts.documents).length === 0
  if (none)
    return (
      <div className="page">
        <Empty title={t('annotation.empty')} hint={t('annotation.emptyHint', { key: keyLabel('h') })} />
      </div>
    )
  return (
    <div className="page place" data-scroller>
      <div className="place-tools">
        <input
          type="search"
          aria-label={t('annotation.filterText')}
          placeholder={t('annotation.filterText')}
          value={filter.text ?? ''}
          onChange={(event) => setFilter({ text: event.target.value })}
        />
        <select
          aria-label={t('annotation.themes')}
          value={filter.unthemed ? '-' : (filter.themes?.[0] ?? '')}
          onChange={({ target: { value } }) =>
            setFilter({
              themes: value === '' || value === '-' ? undefined : [value as ThemeId],
              unthemed: value === '-' || undefined
            })
          }
        >
          <option value="">{t('annotation.anyTheme')}</option>
          <option value="-">{t('annotation.withoutTheme')}</option>
          {orderedThemes(themes).map((theme) => (
            <option key={theme.id} value={theme.id}>
              {pathName(themes, theme.id)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('shell.texts')}
          value={filter.documents?.[0] ?? ''}
          onChange={({ target: { value } }) =>
            setFilter({ documents: value === '' ? undefined : [value as DocumentId] })
          }
        >
          <option value="">{t('annotation.anyText')}</option>
          {Object.values<VariorumDocument>(documents)
            .filter((each) => counts.documents[each.id])
            .sort((a, b) => a.title.localeCompare(b.title))
            .map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
        </select>
        {Object.keys(info.coders).length > 1 && (
          <select
            aria-label={t('coder.heading')}
            value={filter.coders?.[0] ?? ''}
            onChange={({ target: { value } }) =>
              setFilter({ coders: value === '' ? undefined : [value as CoderId] })
            }
          >
            <option value="">{t('annotation.anyCoder')}</option>
            {Object.values<Coder>(info.coders).map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        )}
        <span className="grow" role="status">
          {listed ? t('annotation.count', { count: listed.length }) : ''}
        </span>
        <button type="button" className="button" onClick={() => runCommand('app.export')}>
          {t('annotation.export')}
        </button>
      </div>
      {listed?.length === 0 && <Empty title={t('annotation.noMatch')} />}
      <ul className="annotation-list" aria-label={t('annotation.list')}>
        {listed?.slice(0, shown).map(({ annotation, place, settled }) => (
          <li key={annotation.id}>
            <button
              type="button"
              title={t('annotation.goTo')}
              onClick={() => go({ name: 'reader', document: annotation.document, annotation: annotation.id })}
            >
              <q lang={documents[annotation.document]?.language}>{annotation.selector.exact}</q>
              {annotation.memo && <span className="memo-text">{annotation.memo}</span>}
              <span className="chips">
                {annotation.themes.map((id) => (
                  <Chip key={id} colour={themeColour(id)}>
                    {pathName(themes, id)}
                  </Chip>
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

/** Without the fields that filter nothing. */
function clean(filter: AnnotationQuery): AnnotationQuery {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))
}
