import { createStore } from 'zustand/vanilla'
import type { Input } from '../../shared/ipc/contract'
import type {
  CheckedQuotation,
  KeptQuotations,
  QuotationStatus
} from '../../shared/quotations/quotation-report'
import { isWronglyCited } from '../../shared/quotations/quotation-report'
import { call, openJob, type RunningJob } from '../state/bridge'
import { showError } from '../state/toasts'

/** Which quotations are listed. */
export type QuotationFilter = QuotationStatus | 'all' | 'several' | 'unmarked' | 'wrong'

export interface CheckDeskState {
  /** How far a check under way is; `total` is 0 while the manuscript is read. Null where none is. */
  readonly checking: { readonly done: number; readonly total: number } | null
  readonly kept: KeptQuotations | null
  readonly filter: QuotationFilter
  /** Whether citations are being made. */
  readonly isCiting: boolean
  /** The quotation that is looked at, by its number in the report; -1 where none is. */
  readonly chosen: number
}

type From = Input<'quotations.check'>

const blank: CheckDeskState = { checking: null, kept: null, filter: 'all', isCiting: false, chosen: -1 }

/** The manuscript of a window whose quotations are checked. It stays while one goes to a passage and back. */
export class CheckDesk {
  readonly store = createStore<CheckDeskState>(() => blank)
  /** What was pasted, and is not checked yet. */
  pasted = ''
  private from: From | null = null
  private job: RunningJob<'quotations.check'> | null = null
  private asked = 0

  /** Checks a file by its path, a file that was dropped, or text. What was checked before stays until it is done. */
  async check(from: From | readonly File[]): Promise<void> {
    this.job?.cancel()
    const own = ++this.asked
    this.store.setState({ checking: { done: 0, total: 0 } })
    // The preload puts their paths in the place of files.
    const job = openJob('quotations.check', from as From, (done, total) => {
      if (own === this.asked) this.store.setState({ checking: { done, total } })
    })
    this.job = job
    const answer = await job.answer
    if (own !== this.asked) return
    this.job = null
    if (!answer.ok) {
      this.store.setState({ checking: null })
      if (answer.error.key !== 'cancelled') showError(answer.error)
      return
    }
    this.from = from as From
    const kept = answer.value
    // Citations that are being made are those of the report before.
    this.store.setState({ checking: null, kept, filter: 'all', isCiting: false, chosen: firstOf(kept) })
  }

  cancel(): void {
    this.asked++
    this.job?.cancel()
    this.job = null
    this.store.setState({ checking: null })
  }

  /** Checks the same manuscript once more. */
  again(): Promise<void> {
    return this.from === null ? Promise.resolve() : this.check(this.from)
  }

  /** Has the citations made in the style that is chosen now. */
  async cite(): Promise<void> {
    const { kept } = this.store.getState()
    if (!kept) return
    this.store.setState({ isCiting: true })
    const answer = await call('quotations.cite', { check: kept.check })
    if (this.store.getState().kept !== kept) return
    this.store.setState({ isCiting: false, ...(answer.ok && { kept: answer.value }) })
    if (!answer.ok) showError(answer.error)
  }

  setFilter(filter: QuotationFilter): void {
    this.store.setState(({ kept, chosen }) => {
      const own = kept ? listed(kept.report.quotations, filter) : []
      return { filter, chosen: own.includes(chosen) ? chosen : (own[0] ?? -1) }
    })
  }

  choose(chosen: number): void {
    const { kept, filter } = this.store.getState()
    const isListed = kept ? listed(kept.report.quotations, filter).includes(chosen) : false
    this.store.setState({ chosen, ...(isListed ? {} : { filter: 'all' as const }) })
  }

  /** Goes on to the next quotation of those that are listed, or to the one before. */
  move(by: 1 | -1): void {
    const { kept, filter, chosen } = this.store.getState()
    const own = kept ? listed(kept.report.quotations, filter) : []
    const at = own.indexOf(chosen)
    const next = own[Math.max(0, Math.min(own.length - 1, at + by))]
    if (next !== undefined) this.store.setState({ chosen: next })
  }

  /** Another manuscript, or another project: nothing of this one stays. */
  clear(): void {
    this.cancel()
    this.from = null
    this.pasted = ''
    this.store.setState(blank)
  }
}

/** The one that needs a look first: what is altered, else the first. */
function firstOf({ report: { quotations } }: KeptQuotations): number {
  const altered = quotations.findIndex(({ status }) => status === 'altered')
  return altered === -1 ? Math.min(0, quotations.length - 1) : altered
}

/** The numbers of the quotations that a filter lets through. */
export function listed(quotations: readonly CheckedQuotation[], filter: QuotationFilter): number[] {
  return quotations.flatMap((each, at) => (isMeant(each, filter) ? [at] : []))
}

function isMeant(each: CheckedQuotation, filter: QuotationFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unmarked':
      return each.kind === 'unmarked'
    case 'several':
      return each.status !== 'short' && each.total > 1
    case 'wrong':
      return isWronglyCited(each)
    default:
      return each.status === filter && each.kind !== 'unmarked'
  }
}

/** The one of this window. */
export const checkDesk = new CheckDesk()
