import type { ExportSubject } from '../../../shared/export/export-format-info'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { Language } from '../../../shared/locales/catalogues'
import type { CoderId } from '../../../shared/model/ids'
import type { Session } from '../../project/session'
import type { Comparison } from '../../services/compare'
import type { Aligner } from '../../workers/aligner'
import { required } from '../export-problem'
import type { ExportFeed, ExportJob } from '../writing/export-job'
import type { Making } from './excerpt-items'
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
