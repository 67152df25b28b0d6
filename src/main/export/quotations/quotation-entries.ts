import { placeText } from '../../../shared/excerpts/citation'
import { plainText } from '../../../shared/export/rich-text'
import { catalogues } from '../../../shared/locales/catalogues'
import { piecesOf, type QuotationPiece, sourcePieces } from '../../../shared/quotations/quotation-pieces'
import type { CheckedQuotation, QuotedPlace } from '../../../shared/quotations/quotation-report'
import { remarksOn, statusText, verdictText } from '../../../shared/quotations/quotation-words'
import type { QuotationsModel } from '../format'

/** A quotation of a report, in the words of its language. */
export interface QuotationEntry {
  readonly quotation: CheckedQuotation
  readonly number: number
  readonly status: string
  /** The quotation as the manuscript has it, in pieces. */
  readonly pieces: readonly QuotationPiece[]
  readonly given: string
  /** The likeliest place, and what else is known of the others. */
  readonly place: QuotedPlace | null
  readonly title: string
  readonly at: string
  readonly source: readonly QuotationPiece[]
  readonly right: string
  readonly verdicts: readonly string[]
  readonly remarks: readonly string[]
  readonly others: readonly string[]
}

/** The quotations of a report, one after another. */
export function* quotationEntries(model: QuotationsModel): Generator<QuotationEntry> {
  const { report, language, words } = model
  const own = catalogues[language].quotations
  const comma = language === 'zh-CN' ? '、' : ', '
  const whereOf = (place: QuotedPlace) => (place.locator ? placeText(place.locator, words) : '')
  const titleOf = (place: QuotedPlace) => model.documents.get(place.document)?.title ?? ''
  for (const [index, quotation] of report.quotations.entries()) {
    const [place = null, ...others] = quotation.places
    yield {
      quotation,
      number: index + 1,
      status: statusText(quotation, own),
      pieces: piecesOf(report.text, quotation, place?.differences ?? [], 'own'),
      given: quotation.given?.text ?? '',
      place,
      title: place ? titleOf(place) : '',
      at: place ? whereOf(place) : '',
      source: place ? sourcePieces(place) : [],
      right: place ? plainText(place.cited) : '',
      verdicts: (place?.verdicts ?? []).map((verdict) => verdictText(verdict, own)),
      remarks: [
        ...(quotation.kind === 'unmarked' ? [own.unmarkedNote] : []),
        ...(quotation.status === 'earlier' ? [own.earlierNote] : []),
        ...(place ? remarksOn(place, own, comma) : [])
      ],
      others: others.map((each) => [titleOf(each), whereOf(each)].filter(Boolean).join(', '))
    }
  }
}
