import { useEffect, useRef, useState } from 'react'
import type { CheckedQuotation, QuotationReport } from '../../shared/quotations/quotation-report'
import { statusText } from '../../shared/quotations/quotation-words'
import { useT, useWords } from '../state/i18n'
import { useProject } from '../state/project'
import { type CheckDesk, listed, type QuotationFilter } from './check-desk'
import { QuotationDetail } from './QuotationDetail'

interface Props {
  readonly desk: CheckDesk
  readonly report: QuotationReport
  readonly filter: QuotationFilter
  readonly chosen: number
}

/** So many quotations are drawn at first, and with each *more*. */
const pageLength = 200

/** The quotations in the order of the manuscript; the chosen one is open. */
export function QuotationList({ desk, report, filter, chosen }: Props) {
  const t = useT()
  const all = listed(report.quotations, filter)
  const [room, setRoom] = useState(pageLength)
  const least = Math.ceil((all.indexOf(chosen) + 1) / pageLength) * pageLength
  const shown = all.slice(0, Math.max(room, least))
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const own = list.current?.querySelector<HTMLElement>(`[data-quotation="${chosen}"]`)
    own?.scrollIntoView({ block: 'nearest' })
    // What has the focus in the list goes along with what is chosen.
    const isFree = document.activeElement === document.body || list.current?.contains(document.activeElement)
    if (isFree) own?.querySelector('button')?.focus({ preventScroll: true })
  }, [chosen])
  if (all.length === 0) return <p className="panel-hint">{t('quotations.noneOfKind')}</p>
  return (
    <>
      <ol ref={list} className="check-list">
        {shown.map((at) => {
          const quotation = report.quotations[at]
          return quotation ? (
            <Item
              key={at}
              at={at}
              quotation={quotation}
              report={report}
              isChosen={at === chosen}
              choose={() => desk.choose(at)}
            />
          ) : null
        })}
      </ol>
      {all.length > shown.length && (
        <button type="button" className="link-button" onClick={() => setRoom(shown.length + pageLength)}>
          {t('quotations.showMore', { count: Math.min(pageLength, all.length - shown.length) })}
        </button>
      )}
    </>
  )
}

interface ItemProps {
  readonly at: number
  readonly quotation: CheckedQuotation
  readonly report: QuotationReport
  readonly isChosen: boolean
  readonly choose: () => void
}

function Item({ at, quotation, report, isChosen, choose }: ItemProps) {
  const t = useT()
  const words = useWords()
  const documents = useProject((project) => project.state.documents)
  const { places, total, status, kind } = quotation
  const [place] = places
  const isWrong = place?.verdicts.some(({ verdict }) => verdict === 'wrong') ?? false
  return (
    <li
      data-quotation={at}
      className={`check-item ${kind === 'unmarked' ? 'unmarked' : status}${isChosen ? ' on' : ''}`}
    >
      <button type="button" aria-expanded={isChosen} onClick={choose}>
        <span className="check-status">
          {statusText(quotation, words.quotations)}
          {isWrong && <em>{t('quotations.wrong')}</em>}
        </span>
        <span className="check-quote">{report.text.slice(quotation.start, quotation.end)}</span>
        {!isChosen && place && (
          <span className="check-place">
            {documents[place.document]?.title}
            {total > 1 && ` · ${t('quotations.places', { count: total })}`}
          </span>
        )}
      </button>
      {isChosen && <QuotationDetail quotation={quotation} report={report} />}
    </li>
  )
}
