import type { ReactNode } from 'react'
import type { AppError } from '../../shared/model/result'
import { useT } from '../state/i18n'
import { type Counting, CountingState } from './CountingState'
import { FigureState } from './FigureState'
import { type FigureColumn, FigureTable, type TableRows } from './FigureTable'

interface Props<Row extends { readonly word: string; readonly form: string }> {
  /** What is counted and how, to be chosen. */
  readonly choices: ReactNode
  /** What the figures say, in a sentence each. */
  readonly notes: readonly (string | null)[]
  readonly figure: TableRows<Row> &
    Omit<Counting, 'isStale'> & {
      readonly error: AppError | null
      readonly value: { readonly unread: number } | null
    }
  readonly columns: readonly FigureColumn<Row>[]
  readonly act: (row: Row) => void
}

/** Words with figures, beside the lines: what is counted, what it says, the words. */
export function FigurePanel<Row extends { readonly word: string; readonly form: string }>({
  choices,
  notes,
  figure,
  columns,
  act
}: Props<Row>) {
  const t = useT()
  const unread = figure.value?.unread ?? 0
  return (
    <div className="figure figure-words">
      <div className="figure-choices">{choices}</div>
      {notes.map(
        (note) =>
          note !== null && (
            <p key={note} className="panel-hint">
              {note}
            </p>
          )
      )}
      {unread > 0 && (
        <p className="panel-hint">
          <strong>{t('concordance.unread', { count: unread })}</strong>
        </p>
      )}
      <CountingState counting={figure} />
      {!figure.isStopped && <FigureState figure={figure} isEmpty={figure.total === 0} />}
      {figure.total > 0 && <FigureTable figure={figure} columns={columns} act={act} />}
    </div>
  )
}
