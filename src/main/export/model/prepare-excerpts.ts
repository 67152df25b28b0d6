import type { ExportOptions } from '../../../shared/export/export-options'
import { catalogues } from '../../../shared/locales/catalogues'
import type { DocumentId } from '../../../shared/model/ids'
import { othersOf } from '../../services/versions-of-works'
import { arranged } from './arrange'
import { type Chosen, chosenAnnotations, type ExcerptsRequest } from './chosen'
import { chosenBy } from './chosen-by'
import { citingOf } from './citing'
import { ahead, givenItems } from './given-items'
import { referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'

/**
 * Excerpts of the passages that a request is about, sorted and under their headings; the records are made where
 * they are written. `most` of the arrangement alone, where it is given: for a preview.
 *
 * @throws ExportProblem where a text cannot be read, or the style cannot be used
 */
export async function prepareExcerpts(
  makers: Makers,
  request: ExcerptsRequest,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'excerpts'>> {
  const { session, comparison, version, making } = makers
  const language = languageOf(options, makers)
  const { citation, chosen: chosenWords, excerpt } = catalogues[language]
  const chosen = await chosenAnnotations(session, request, options, making?.signal)
  const { moment, passages, themes } = chosen
  const words = { undated: citation.undated, noThemes: chosenWords.noThemes }
  const arrangement = arranged(passages, { state: moment.state, themes, options, words }).slice(0, most)
  const title = `${moment.state.info.name} – ${excerpt.title}`
  const picked = request.chosen ? passages.length : null
  return {
    name: title,
    count: passages.length,
    job: {
      of: 'excerpts',
      format: request.format,
      citing: await citingOf(options.style, arrangement, makers.styles),
      options,
      head: {
        ...referencesTo(moment, documentsFor(chosen)),
        page: titlePage(moment, {
          title,
          version,
          chosenBy: chosenBy(moment.state, request.query, picked, options, language)
        }),
        language,
        count: passages.length
      }
    },
    feed: feedOf(moment, { items: ahead(givenItems(moment, comparison, arrangement, options, making)) })
  }
}

/** The documents that excerpts are of, and their other versions. */
function documentsFor({ moment: { state }, passages }: Chosen): Set<DocumentId> {
  const ids = new Set(passages.map(({ document }) => document))
  for (const id of [...ids]) {
    const document = state.documents.get(id)
    for (const other of document ? othersOf(state, document) : []) ids.add(other.id)
  }
  return ids
}
