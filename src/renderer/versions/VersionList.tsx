import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Rendering } from '../../shared/model/document'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { renderings } from '../ui/MetadataFields'
import { type GatheredVersion, moved } from './set-versions'

interface Props {
  readonly versions: readonly GatheredVersion[]
  readonly change: (versions: readonly GatheredVersion[]) => void
}

/** The versions of a work in their order, each with its kind. Alt with an arrow moves the one that has the focus. */
export function VersionList({ versions, change }: Props) {
  const t = useT()
  const documents = useProject((project) => project.state.documents)
  const move = (at: number, by: 1 | -1) => change(moved(versions, at, by))
  const keys = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <ol className="gathered" aria-label={t('compare.versions')}>
      {versions.map(({ document: id, rendering }, at) => {
        const document = documents[id]
        const title = document?.title ?? ''
        return (
          <li key={id} onKeyDown={keys(at)}>
            <span className="movers">
              <button
                type="button"
                className="icon-button"
                aria-label={t('work.earlier', { title })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ChevronUp size={14} aria-hidden />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t('work.later', { title })}
                disabled={at === versions.length - 1}
                onClick={() => move(at, 1)}
              >
                <ChevronDown size={14} aria-hidden />
              </button>
            </span>
            <span className="badge">{document?.language}</span>
            <span className="grow" lang={document?.language} title={title}>
              {title}
            </span>
            {at === 0 && <span className="badge base">{t('compare.base')}</span>}
            <select
              aria-label={`${t('metadata.rendering')}: ${title}`}
              value={rendering}
              onChange={(event) =>
                change(versions.with(at, { document: id, rendering: event.target.value as Rendering }))
              }
            >
              {renderings.map((each) => (
                <option key={each} value={each}>
                  {t(`rendering.${each}`)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="icon-button"
              aria-label={t('work.takeOut', { title })}
              onClick={() => change(versions.filter((each) => each.document !== id))}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        )
      })}
    </ol>
  )
}
