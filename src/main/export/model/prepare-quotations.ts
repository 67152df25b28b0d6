import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { catalogues } from '../../../shared/locales/catalogues'
import { appError } from '../../../shared/model/app-error'
import { ExportProblem } from '../export-problem'
import { momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'

/**
 * A report on the quotations of a manuscript, as it was made; its first `most` quotations alone, where that is given.
 *
 * @throws ExportProblem where the report is no longer kept
 */
export function prepareQuotations(
  makers: Makers,
  request: Extract<ExportRequest, { readonly of: 'quotations' }>,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Prepared<'quotations'> {
  const language = languageOf(options, makers)
  const moment = momentOf(makers.session)
  const report = makers.quotations?.(request.check)
  if (!report) throw new ExportProblem(appError('NotFound', 'quotationsGone'))
  const words = catalogues[language].quotations
  const name = report.name === '' ? words.pasted : report.name
  const title = `${words.title}: ${name}`
  const { text, ...rest } = report
  const quotations = report.quotations.slice(0, most)
  const end = quotations.at(-1)?.outerEnd ?? 0
  return {
    name: `${words.title} – ${name.replace(/\.[a-z]{2,8}$/i, '')}`,
    count: report.quotations.length,
    job: {
      of: 'quotations',
      format: request.format,
      options,
      head: {
        ...referencesTo(
          moment,
          quotations.flatMap(({ places }) => places.map(({ document }) => document))
        ),
        page: {
          ...titlePage(moment, { title, chosenBy: name, version: makers.version }),
          change: report.change
        },
        language,
        // Of the manuscript no more than is needed.
        report: { ...rest, text: text.slice(0, Math.max(end, 0)), quotations }
      }
    },
    feed: feedOf(moment)
  }
}
