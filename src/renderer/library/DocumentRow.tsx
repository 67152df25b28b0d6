import { Pencil, Trash2 } from 'lucide-react'
import type { LibraryColumn } from '../../shared/ipc/library-columns'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import { countsCharacters } from '../../shared/text/length-unit'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { useFigures } from '../state/number-format'
import { useProject } from '../state/project'
import { attributeOf, valueIn } from './columns'
import { usePrefetch } from './use-prefetch'

interface Props {
  readonly document: VariorumDocument
  /** Its title, without what its neighbours begin with too where it is long. */
  readonly name: string
  /** It stands under its work. */
  readonly isVersion: boolean
  readonly columns: readonly LibraryColumn[]
  readonly isSelected: boolean
  /** Ticks it; with `isRange` all from the one that was ticked before. */
  readonly toggle: (id: DocumentId, isRange: boolean) => void
  readonly edit: (id: DocumentId) => void
  readonly remove: (id: DocumentId) => void
}

/** One text of the library. */
export function DocumentRow({ document, name, isVersion, columns, isSelected, toggle, edit, remove }: Props) {
  const t = useT()
  const prefetch = usePrefetch()
  const { id, title } = document
  return (
    <tr data-menu-text={id} className={isSelected ? 'selected' : ''}>
      <td className="check">
        <input
          type="checkbox"
          aria-label={t('library.select', { title })}
          checked={isSelected}
          onChange={({ nativeEvent }) =>
            toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </td>
      <td className={isVersion ? 'title version' : 'title'}>
        <button
          type="button"
          className="open-document"
          lang={document.language}
          title={name === title ? undefined : title}
          {...prefetch(id)}
          onClick={() => navigate({ name: 'reader', document: id })}
        >
          <span className="badge">{document.language}</span>
          <span className="name">{name}</span>
        </button>
      </td>
      {columns.map((column) => (
        <ColumnCell key={column} column={column} document={document} />
      ))}
      <td className="row-actions">
        <button
          type="button"
          className="icon-button"
          aria-label={`${t('common.edit')}: ${title}`}
          onClick={() => edit(id)}
        >
          <Pencil size={14} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={`${t('common.delete')}: ${title}`}
          onClick={() => remove(id)}
        >
          <Trash2 size={14} aria-hidden />
        </button>
      </td>
    </tr>
  )
}

function ColumnCell({ column, document }: { column: LibraryColumn; document: VariorumDocument }) {
  const t = useT()
  const figures = useFigures()
  const highlights = useProject((project) => project.counts.documents[document.id] ?? 0)
  if (column === 'rendering')
    return (
      <td className="rendering">
        {document.rendering === 'unknown' ? '–' : t(`rendering.${document.rendering}`)}
      </td>
    )
  if (column === 'annotations')
    return <td className="annotations">{highlights === 0 ? '' : figures.whole(highlights)}</td>
  if (column === 'words') {
    const unit = countsCharacters(document.language) ? 'characters' : 'fewWords'
    const count = { count: document.words, n: figures.whole(document.words) }
    return (
      <td className="words" title={t(`reader.${unit}`, count)}>
        {figures.whole(document.words)}
        {unit === 'characters' && <small> {t('library.charactersShort')}</small>}
      </td>
    )
  }
  const value = valueIn(column, document, highlights)
  return (
    <td
      className={attributeOf(column) === null ? column : 'attribute'}
      title={typeof value === 'string' ? value : undefined}
    >
      {value ?? '–'}
    </td>
  )
}
