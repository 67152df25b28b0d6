import { type CheckedQuotation, countsOf, quotationStatuses } from '../../shared/quotations/quotation-report'
import { useT } from '../state/i18n'
import type { QuotationFilter } from './check-desk'

interface Props {
  readonly quotations: readonly CheckedQuotation[]
  readonly filter: QuotationFilter
  readonly set: (filter: QuotationFilter) => void
}

/** How many quotations stand how; each kind can be listed by itself. */
export function QuotationFilters({ quotations, filter, set }: Props) {
  const t = useT()
  const counts = countsOf(quotations)
  const kinds: readonly (readonly [QuotationFilter, string, number])[] = [
    ['all', t('quotations.all'), quotations.length],
    ...quotationStatuses.map((each) => [each, t(`quotations.status.${each}`), counts[each]] as const),
    ['unmarked', t('quotations.unmarked'), counts.unmarked],
    ['several', t('quotations.several'), counts.several],
    ['wrong', t('quotations.wrong'), counts.wrong]
  ]
  return (
    <div className="check-filters" role="group" aria-label={t('quotations.list')}>
      {kinds
        .filter(([kind, , count]) => count > 0 || kind === filter)
        .map(([kind, name, count]) => (
          <button
            type="button"
            key={kind}
            className={`check-filter ${kind}${kind === filter ? ' on' : ''}`}
            aria-pressed={kind === filter}
            onClick={() => set(kind)}
          >
            {name} <span className="number">{count}</span>
          </button>
        ))}
    </div>
  )
}
