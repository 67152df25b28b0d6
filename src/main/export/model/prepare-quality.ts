import { placeText } from '../../../shared/excerpts/citation'
import { locatorOf } from '../../../shared/excerpts/locator'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { findingStatus } from '../../../shared/ipc/quality-answers'
import { catalogues } from '../../../shared/locales/catalogues'
import { fill } from '../../../shared/locales/fill'
import { appError } from '../../../shared/model/app-error'
import { currentText } from '../../../shared/model/current-text'
import type { DocumentId } from '../../../shared/model/ids'
import type { FindingDecision } from '../../../shared/model/quality-finding'
import { span } from '../../../shared/model/span'
import { qualityReport } from '../../services/quality-report'
import { ExportProblem, required } from '../export-problem'
import { exportWords } from '../words'
import { momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'

/**
 * What is found in the wording of a version, with what was decided on it; the first `most` alone, where that is given.
 *
 * @throws ExportProblem where a text cannot be read
 */
export async function prepareQuality(
  makers: Makers,
  request: Extract<ExportRequest, { readonly of: 'quality' }>,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'quality'>> {
  const { session, comparison, making, version } = makers
  const language = languageOf(options, makers)
  const { quality, chosen } = catalogues[language]
  const moment = momentOf(session)
  const { documents, info } = moment.state
  const document = documents.get(request.document)
  if (!document) throw new ExportProblem(appError('NotFound', 'documentMissing', { name: request.document }))
  const formulae = async (ids: readonly DocumentId[]) => (await makers.placed?.(moment, ids)) ?? []
  const signal = making?.signal ?? new AbortController().signal
  const parts = { reading: moment, comparison, formulae, signal }
  const report = required(await qualityReport(parts, document.id))
  const { blocks } = required(await moment.contents.text(currentText(document)))
  const words = exportWords(language)
  const decisions: Readonly<Record<string, FindingDecision>> = info.findings
  const entries = report.findings.map((finding) => {
    const locator = locatorOf(blocks, span(finding.start, finding.end))
    return {
      finding,
      status: findingStatus(decisions, finding),
      decision: decisions[finding.key] ?? null,
      place: locator ? placeText(locator, words) : ''
    }
  })
  const title = `${document.title} – ${quality.report}`
  const against = report.against ? (documents.get(report.against) ?? null) : null
  return {
    name: title,
    count: entries.length,
    job: {
      of: 'quality',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, [document.id, ...(against ? [against.id] : [])]),
        page: titlePage(moment, {
          title,
          version,
          chosenBy: fill(chosen.quality, { title: document.title })
        }),
        language,
        document,
        against,
        entries: entries.slice(0, most)
      }
    },
    feed: feedOf(moment)
  }
}
