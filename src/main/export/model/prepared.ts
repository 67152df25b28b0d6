import type { ExportSubject } from '../../../shared/export/export-format-info'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { FormulaePlaced, RegisterAnswer } from '../../../shared/formulae/formula-answers'
import type { Language } from '../../../shared/locales/catalogues'
import type { CoderId, DocumentId } from '../../../shared/model/ids'
import type { QuotationReport } from '../../../shared/quotations/quotation-report'
import type { OpenedStyles } from '../../citation/opened-styles'
import type { Concordance } from '../../concordance/concordance'
import type { Session } from '../../project/session'
import type { Comparison } from '../../services/compare'
import type { Reading } from '../../services/version'
import type { Aligner } from '../../workers/aligner'
import { required } from '../export-problem'
import type { ExportFeed, ExportJob } from '../writing/export-job'
import type { Making } from './given-items'
import type { Moment } from './moment'
import { originalOf } from './originals'

/** What an export is made with. */
export interface Makers {
  readonly session: Session
  readonly comparison: Comparison
  readonly aligner: Aligner
  /** Who exports. */
  readonly coder: CoderId
  readonly language: Language
  /** The app's version. */
  readonly version: string
  readonly making?: Making
  /** The open concordances of whoever exports, by id. */
  readonly concordance?: (id: string) => Concordance | undefined
  /** Reads the styles that the person has opened; without it `file:` is followed by a path. */
  readonly styles?: Pick<OpenedStyles, 'xmlOf'>
  /** How often formulae stand in the texts; without it they are written without counts. */
  readonly formulae?: () => Promise<RegisterAnswer>
  /** Where formulae stand in some texts; without it none is found that is not rendered. */
  readonly placed?: (reading: Reading, ids: readonly DocumentId[]) => Promise<readonly FormulaePlaced[]>
  /** The report on the quotations of a manuscript, by the name of the check; null where it is no longer kept. */
  readonly quotations?: (check: string) => QuotationReport | null
}

/** An export whose model is there, as far as it is not made while it is written. */
export interface Prepared<Of extends ExportSubject = ExportSubject> {
  readonly job: ExportJob<Of>
  readonly feed: ExportFeed
  /** What the file is called unless the person says otherwise; without an ending. */
  readonly name: string
  /** How many things of its kind are written: excerpts, rows, themes, paragraphs, documents. */
  readonly count: number
}

/** What an export answers the thread with that asks it for texts. */
export function feedOf(
  { contents, folder }: Moment,
  more: Partial<Pick<ExportFeed, 'items' | 'annotations'>> = {}
): ExportFeed {
  return {
    items: () => Promise.resolve(null),
    annotations: () => Promise.resolve(null),
    text: async (hash) => required(await contents.text(hash)),
    original: (document) => originalOf(folder, document),
    ...more
  }
}

/** The language of an export: what was chosen for it, else that of the app. */
export function languageOf({ language }: ExportOptions, makers: Pick<Makers, 'language'>): Language {
  return language ?? makers.language
}
