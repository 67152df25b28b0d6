import type { KeptQuotations } from '../quotations/quotation-report'

/** What is answered about the quotations of a manuscript. */
export interface QuotationAnswers {
  /** The path of a file; null where none was chosen. */
  'quotations.choose': string | null
  'quotations.check': KeptQuotations
  'quotations.cite': KeptQuotations
}

/** What is answered once something lies on the clipboard. */
export interface ClipboardAnswers {
  'clipboard.passage': null
  'clipboard.write': null
}
