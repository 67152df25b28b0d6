import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { CheckedQuotation, QuotationReport } from '../../shared/quotations/quotation-report'
import { useT } from '../state/i18n'

interface Props {
  readonly report: QuotationReport
  readonly chosen: number
  readonly choose: (at: number) => void
}

/** So many blocks are drawn about the chosen quotation: a manuscript may have twenty thousand. */
const mostBlocks = 400

interface Line {
  readonly start: number
  readonly text: string
  readonly kind: string
}

/** The manuscript with its quotations; a click chooses one. */
export function ManuscriptPane({ report, chosen, choose }: Props) {
  const t = useT()
  const pane = useRef<HTMLElement>(null)
  const lines = useMemo(() => linesOf(report), [report])
  const place = report.quotations[chosen]?.start ?? 0
  const at = Math.max(
    0,
    lines.findLastIndex(({ start }) => start <= place)
  )
  // The window moves in steps, so that what is drawn stays while one goes on by a quotation or two.
  const step = mostBlocks / 2
  const from = Math.max(0, Math.floor(at / step) * step - step / 2)
  const shown = lines.slice(from, from + mostBlocks)
  useEffect(() => {
    pane.current
      ?.querySelector(`[data-mark="${chosen}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }, [chosen])
  return (
    <section
      ref={pane}
      className="check-manuscript"
      aria-label={t('quotations.manuscript')}
      role="presentation"
      onClick={({ target }) => {
        const mark = target instanceof Element ? target.closest('[data-mark]') : null
        const number = mark?.getAttribute('data-mark')
        if (number) choose(Number(number))
      }}
    >
      {from > 0 && <p className="check-cut">…</p>}
      {shown.map((line) => (
        <p key={line.start} className={`manuscript-${line.kind}`} dir="auto">
          {markedLine(line, report.quotations, chosen)}
        </p>
      ))}
      {from + mostBlocks < lines.length && <p className="check-cut">…</p>}
    </section>
  )
}

function linesOf({ text, kinds }: QuotationReport): Line[] {
  let start = 0
  return text.split('\n').map((own, index) => {
    const line = { start, text: own, kind: kinds[index] ?? 'paragraph' }
    start += own.length + 1
    return line
  })
}

/** A line with what of it is quoted. Of quotations within each other the inner one is marked where it is chosen. */
function markedLine(
  { start, text }: Line,
  quotations: readonly CheckedQuotation[],
  chosen: number
): ReactNode[] {
  const end = start + text.length
  const parts: ReactNode[] = []
  let at = start
  const within = quotations
    .map((quotation, index) => ({ quotation, index }))
    .filter(({ quotation }) => quotation.outerStart < end && quotation.outerEnd > start)
    .sort((a, b) => Number(b.index === chosen) - Number(a.index === chosen))
  const own: typeof within = []
  for (const each of within) {
    const { outerStart, outerEnd } = each.quotation
    const isFree = own.every(
      ({ quotation }) => quotation.outerEnd <= outerStart || quotation.outerStart >= outerEnd
    )
    if (isFree) own.push(each)
  }
  own.sort((a, b) => a.quotation.outerStart - b.quotation.outerStart)
  for (const { quotation, index } of own) {
    const [from, to] = [Math.max(start, quotation.outerStart), Math.min(end, quotation.outerEnd)]
    if (from > at) parts.push(text.slice(at - start, from - start))
    const kind = quotation.kind === 'unmarked' ? 'unmarked' : quotation.status
    parts.push(
      <mark key={index} data-mark={index} className={`${kind}${index === chosen ? ' on' : ''}`}>
        {text.slice(from - start, to - start)}
      </mark>
    )
    at = to
  }
  if (at < end) parts.push(text.slice(at - start))
  return parts
}
