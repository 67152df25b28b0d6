import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { currentText } from '../../shared/model/current-text'
import type { KeptQuotations } from '../../shared/quotations/quotation-report'
import { goToExport, reportExportSources } from '../state/export-source'
import { useT } from '../state/i18n'
import { usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { CitationStylePicker } from '../ui/CitationStylePicker'
import { Empty } from '../ui/Empty'
import type { CheckDesk } from './check-desk'
import { ManuscriptPane } from './ManuscriptPane'
import { QuotationFilters } from './QuotationFilters'
import { QuotationList } from './QuotationList'

/** What was found out: the quotations at the left, the manuscript with them at the right. */
export function CheckReport({ desk, kept }: { desk: CheckDesk; kept: KeptQuotations }) {
  const t = useT()
  const { filter, chosen, isCiting } = useStore(desk.store)
  const { check, report } = kept
  const { citationStyle } = usePreferences()
  const isStale = useIsStale(kept)
  useEffect(() => {
    if (report.style !== citationStyle) void desk.cite()
  }, [desk, report.style, citationStyle])
  useEffect(() => reportExportSources(() => [{ of: 'quotations', check }]), [check])
  const { quotations, texts, unread, unpaired } = report
  return (
    <div className="check-report">
      <div className="check-top">
        <strong className="check-name" title={report.name}>
          {report.name === '' ? t('quotations.pasted') : report.name}
        </strong>
        <span className="check-facts">
          {[
            t('quotations.looked', { count: texts }),
            unread.length > 0 && t('quotations.unread', { count: unread.length }),
            unpaired.length > 0 && t('quotations.unpaired', { count: unpaired.length })
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
        <span className="grow" />
        <CitationStylePicker />
        <button type="button" className="button" onClick={() => void desk.again()}>
          {t('quotations.again')}
        </button>
        <button type="button" className="button" onClick={() => desk.clear()}>
          {t('quotations.another')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={quotations.length === 0 || isCiting}
          onClick={() => goToExport({ of: 'quotations', check })}
        >
          {t('quotations.export')}
        </button>
      </div>
      {isStale && (
        <p className="check-stale" role="status">
          {t('quotations.stale')}{' '}
          <button type="button" className="link-button" onClick={() => void desk.again()}>
            {t('quotations.again')}
          </button>
        </p>
      )}
      {quotations.length === 0 ? (
        <Empty title={t('quotations.none')} hint={t('quotations.noneHint')} />
      ) : (
        <div className="check-panes">
          <section className="check-left" aria-label={t('quotations.list')} data-scroller>
            <QuotationFilters quotations={quotations} filter={filter} set={(next) => desk.setFilter(next)} />
            <QuotationList desk={desk} report={report} filter={filter} chosen={chosen} />
          </section>
          <ManuscriptPane report={report} chosen={chosen} choose={(at) => desk.choose(at)} />
        </div>
      )}
    </div>
  )
}

/** Whether a text in which something was found is another by now. */
function useIsStale({ report }: KeptQuotations): boolean {
  const documents = useProject((project) => project.state.documents)
  return useMemo(
    () =>
      report.quotations.some(({ places }) =>
        places.some(({ document, revision, earlier }) => {
          const own = documents[document]
          return earlier === null && (!own || currentText(own) !== revision)
        })
      ),
    [report, documents]
  )
}
