import { ArrowDown, ArrowUp } from 'lucide-react'
import type { AnnotationView } from '../../shared/ipc/annotation-view'
import { useT } from '../state/i18n'

const shapes = ['cards', 'table', 'compact'] as const
const groups = ['none', 'theme', 'document', 'date', 'coder'] as const
const sorts = ['text', 'quote', 'theme', 'document', 'date', 'coder', 'created'] as const

/** How the annotations are shown: as cards or as a table, in usual or low lines, under which headings, in which order. */
export function ViewTools({
  view,
  setView,
  isShort
}: {
  readonly view: AnnotationView
  readonly setView: (patch: Partial<AnnotationView>) => void
  /** Without headings and order: their room is needed for something else. */
  readonly isShort: boolean
}) {
  const t = useT()
  const Arrow = view.descending ? ArrowDown : ArrowUp
  const turn = t(view.descending ? 'annotation.descending' : 'annotation.ascending')
  return (
    <div className="view-tools">
      {!isShort && (
        <>
          <select
            aria-label={t('annotation.group')}
            value={view.group}
            onChange={({ target: { value } }) =>
              setView({ group: groups.find((each) => each === value) ?? 'none' })
            }
          >
            {groups.map((each) => (
              <option key={each} value={each}>
                {t(`annotation.groupBy.${each}`)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('annotation.sort')}
            value={view.sort}
            onChange={({ target: { value } }) =>
              setView({ sort: sorts.find((each) => each === value) ?? 'text' })
            }
          >
            {sorts.map((each) => (
              <option key={each} value={each}>
                {t(`annotation.sortBy.${each}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="icon-button"
            aria-label={turn}
            title={turn}
            onClick={() => setView({ descending: !view.descending })}
          >
            <Arrow size={15} aria-hidden />
          </button>
        </>
      )}
      <fieldset className="segments">
        <legend className="visually-hidden">{t('annotation.shape')}</legend>
        {shapes.map((each) => (
          <label key={each} className={each === view.shape ? 'on' : ''}>
            <input
              type="radio"
              name="annotation-shape"
              checked={each === view.shape}
              onChange={() => setView({ shape: each })}
            />
            {t(`annotation.shapes.${each}`)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
