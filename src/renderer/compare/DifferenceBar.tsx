import { ArrowDownWideNarrow } from 'lucide-react'
import { useMemo } from 'react'
import type { Row } from '../../shared/alignment/versions'
import type { RowFindings } from '../../shared/alignment/words/findings'
import { useT } from '../state/i18n'
import { fits, type RowFilter, rowFilters } from './row-filter'

interface Props {
  readonly rows: readonly Row[]
  readonly findings: readonly RowFindings[] | null
  readonly rowFilter: RowFilter | null
  readonly choose: (rowFilter: RowFilter | null) => void
  readonly bySize: boolean
  readonly setBySize: (bySize: boolean) => void
}

/** Where the versions part: how many rows of each kind there are, each a way to see only these. */
export function DifferenceBar({ rows, findings, rowFilter, choose, bySize, setBySize }: Props) {
  const t = useT()
  const counts = useMemo(
    () =>
      rowFilters.map((each) => ({
        rowFilter: each,
        count: rows.filter((row, index) => fits(row, findings?.[index], each)).length
      })),
    [rows, findings]
  )
  const met = counts.filter(({ rowFilter: each, count }) => count > 0 || each === rowFilter)
  return (
    <fieldset className="part-bar">
      <legend>{t('compare.whereTheyPart')}</legend>
      <button
        type="button"
        className="by-size"
        disabled={!findings}
        aria-pressed={bySize}
        aria-label={t('compare.bySize')}
        title={t('compare.bySize')}
        onClick={() => setBySize(!bySize)}
      >
        <ArrowDownWideNarrow size={14} aria-hidden />
      </button>
      <button type="button" aria-pressed={rowFilter === null} onClick={() => choose(null)}>
        {t('compare.all')} <small>{rows.length}</small>
      </button>
      {met.map(({ rowFilter: each, count }) => (
        <button
          key={each}
          type="button"
          className={each === 'figures' || each === 'names' ? 'finding' : ''}
          title={t(`compare.${each}`)}
          aria-pressed={rowFilter === each}
          onClick={() => choose(rowFilter === each ? null : each)}
        >
          {t(`compare.rowFilter.${each}`)} <small>{count}</small>
        </button>
      ))}
    </fieldset>
  )
}
