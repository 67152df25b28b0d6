import type { QuotationReport } from '../../shared/quotations/quotation-report'
import type { Session } from '../project/session'

/** So many reports of a project are kept, those that were made last. */
const mostReports = 8

const kept = new WeakMap<Session, Map<string, QuotationReport>>()

/** Keeps a report for as long as its project is open and few others are made. */
export function keepQuotations(session: Session, check: string, report: QuotationReport): void {
  const reports = kept.get(session) ?? new Map<string, QuotationReport>()
  kept.set(session, reports)
  reports.delete(check)
  reports.set(check, report)
  const [oldest] = reports.keys()
  if (reports.size > mostReports && oldest !== undefined) reports.delete(oldest)
}

export function keptQuotations(session: Session, check: string): QuotationReport | null {
  return kept.get(session)?.get(check) ?? null
}
