import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { AnnotationView } from '../../shared/ipc/annotation-view'
import type { ListedAnnotation, ListHeading } from '../../shared/ipc/answers'
import { plainMemo } from '../../shared/memos/links'
import { useT } from '../state/i18n'
import { useSlices } from '../state/project'
import { TableGap } from '../ui/TableGap'
import { useWindowed } from '../ui/use-windowed'
import { AnnotationMarks } from './AnnotationMarks'
import { goToAnnotation } from './go-to-annotation'
import { InSentence } from './InSentence'
import { rowsByHeading } from './rows-by-heading'
import type { Ticked } from './use-annotation-pages'

/** How high rows are, in pixels. With the low ones thirty stand in a window of 1440 by 900. */
const rowHeights = { table: 30, compact: 22 }

/** The columns, and what each is sorted by; null where it is not. */
const columns = [
  ['quote', 'quote'],
  ['theme', 'theme'],
  ['document', 'document'],
  ['version', null],
  ['date', 'date'],
  ['place', 'text'],
  ['coder', 'coder'],
  ['created', 'created']
] as const

interface Props {
  readonly rows: readonly ListedAnnotation[]
  readonly density: keyof typeof rowHeights
  readonly ticked: Ticked
  readonly view: AnnotationView
  readonly setView: (patch: Partial<AnnotationView>) => void
}

/** Annotations as a table, a line each: the passage in its sentence, and all that it can be sorted by. */
export function AnnotationTable({ rows, density, ticked, view, setView }: Props) {
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const lines = useMemo(
    () =>
      rowsByHeading(rows).flatMap(({ heading, rows: own }): Line[] => [
        ...(heading ? [heading] : []),
        ...own
      ]),
    [rows]
  )
  const { indices, before, after } = useWindowed(lines.length, () => rowHeights[density], table)
  return (
    <table ref={table} className={`annotation-table ${density}`}>
      <thead>
        <tr>
          <th className="check" aria-label={t('common.all')} />
          {columns.map(([column, sort]) => (
            <th
              key={column}
              className={column}
              aria-sort={sort === view.sort ? (view.descending ? 'descending' : 'ascending') : 'none'}
            >
              {sort === null ? (
                t(`annotation.columns.${column}`)
              ) : (
                <button
                  type="button"
                  onClick={() => setView({ sort, descending: sort === view.sort && !view.descending })}
                >
                  {t(`annotation.columns.${column}`)}
                  {sort === view.sort &&
                    (view.descending ? (
                      <ArrowDown size={12} aria-hidden />
                    ) : (
                      <ArrowUp size={12} aria-hidden />
                    ))}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <TableGap height={before} />
      <tbody>
        {indices.map((index) => {
          const line = lines[index]
          if (!line) return null
          if (!('annotation' in line))
            return (
              <tr key={index} className="heading-row">
                <td />
                <th scope="rowgroup">{line.words}</th>
              </tr>
            )
          const { id } = line.annotation
          return (
            <Row key={index} listed={line} isTicked={ticked.ids.has(id)} toggle={() => ticked.toggle(id)} />
          )
        })}
      </tbody>
      <TableGap height={after} />
    </table>
  )
}

type Line = ListedAnnotation | ListHeading

function Row({
  listed,
  isTicked,
  toggle
}: {
  readonly listed: ListedAnnotation
  readonly isTicked: boolean
  readonly toggle: () => void
}) {
  const t = useT()
  const { documents, info } = useSlices('documents', 'info')
  const { annotation, place, settled } = listed
  const document = documents[annotation.document]
  return (
    <tr data-annotation={annotation.id} data-of={annotation.document} className={isTicked ? 'selected' : ''}>
      <td className="check">
        <input
          type="checkbox"
          aria-label={t('annotation.select', { quote: annotation.selector.exact.slice(0, 60) })}
          checked={isTicked}
          onChange={toggle}
        />
      </td>
      <td className="quote">
        <button
          type="button"
          title={[annotation.selector.exact, plainMemo(annotation.memo)].filter(Boolean).join('\n\n')}
          onClick={() => goToAnnotation(annotation)}
        >
          {!settled && <span className="badge">{t('revise.unsettled')}</span>}
          <InSentence listed={listed} language={document?.language} isLine />
        </button>
      </td>
      <td className="theme">
        <AnnotationMarks annotation={annotation} isShort />
      </td>
      <td className="document" lang={document?.language} title={document?.title}>
        {document?.title}
      </td>
      <td className="version">
        {document && document.rendering !== 'unknown' ? t(`rendering.${document.rendering}`) : '–'}
      </td>
      <td className="date">{document?.published?.date ?? document?.event?.date ?? '–'}</td>
      <td className="place">{place}</td>
      <td className="coder">{info.coders[annotation.coder]?.name}</td>
      <td className="created">{annotation.created.slice(0, 10)}</td>
    </tr>
  )
}
