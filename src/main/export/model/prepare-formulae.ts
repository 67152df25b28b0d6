import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { catalogues } from '../../../shared/locales/catalogues'
import type { Formula } from '../../../shared/model/formula'
import { formulaName } from '../../../shared/model/formula-name'
import { momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'

/** The register of formulae with its counts, the most frequent first; the first `most` alone, where that is given. */
export async function prepareFormulae(
  makers: Makers,
  request: Extract<ExportRequest, { readonly of: 'formulae' }>,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'formulae'>> {
  const language = languageOf(options, makers)
  const { formulaeExport: words, chosen } = catalogues[language]
  const moment = momentOf(makers.session)
  const { info } = moment.state
  const counted = new Map((await makers.formulae?.())?.formulae.map((each) => [each.id, each]))
  const entries = Object.values<Formula>(info.formulae)
    .map((formula) => ({ formula, counted: counted.get(formula.id) ?? null }))
    .sort(
      (a, b) =>
        (b.counted?.count ?? 0) - (a.counted?.count ?? 0) ||
        formulaName(a.formula).localeCompare(formulaName(b.formula))
    )
  const title = `${info.name} – ${words.title}`
  return {
    name: title,
    count: entries.length,
    job: {
      of: 'formulae',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, []),
        page: titlePage(moment, { title, version: makers.version, chosenBy: chosen.formulae }),
        language,
        entries: entries.slice(0, most)
      }
    },
    feed: feedOf(moment)
  }
}
