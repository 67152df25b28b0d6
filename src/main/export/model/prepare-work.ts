import type { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { catalogues } from '../../../shared/locales/catalogues'
import { fill } from '../../../shared/locales/fill'
import type { Alignment } from '../../../shared/model/alignment'
import { appError } from '../../../shared/model/app-error'
import { currentText } from '../../../shared/model/current-text'
import type { DocumentId } from '../../../shared/model/ids'
import { sharedWork } from '../../../shared/model/versions'
import { readVersion } from '../../services/version'
import { alignedWork } from '../aligned/aligned-work'
import { ExportProblem, required } from '../export-problem'
import { names } from './chosen-by'
import { type Moment, momentOf, referencesTo, titlePage } from './moment'
import { feedOf, languageOf, type Makers, type Prepared } from './prepared'
import { settledAnnotations } from './settled'

type WorkRequest = Extract<ExportRequest, { readonly of: 'work' }>

/**
 * Versions of a work side by side, with their highlights and the links between the first and each other.
 *
 * @throws ExportProblem where they are not versions of one work, or a text cannot be read
 */
export async function prepareWork(
  makers: Makers,
  request: WorkRequest,
  options: ExportOptions,
  most = Number.POSITIVE_INFINITY
): Promise<Prepared<'work'>> {
  const { session, comparison, aligner, version } = makers
  const { documents: ids, from } = request
  const language = languageOf(options, makers)
  const moment = momentOf(session)
  const whole = required(await alignedWork(moment, comparison, aligner, ids, from))
  const work = { ...whole, rows: whole.rows.slice(0, most) }
  const annotations = ids.map(
    (id) => [id, settledAnnotations(moment.state, id, options).annotations] as const
  )
  const titles = whole.versions.map(({ title }) => title)
  return {
    name: work.title,
    count: whole.rows.length,
    job: {
      of: 'work',
      format: request.format,
      options,
      head: {
        ...referencesTo(moment, ids),
        page: titlePage(moment, {
          title: work.title,
          version,
          chosenBy: fill(catalogues[language].chosen.work, { names: names(titles, language) })
        }),
        language,
        work,
        annotations: new Map(annotations),
        alignments: await alignmentsOf(moment, makers, ids)
      }
    },
    feed: feedOf(moment)
  }
}

/** The links between the first version and each other, by offsets. */
async function alignmentsOf(
  moment: Moment,
  { comparison }: Pick<Makers, 'comparison'>,
  [first, ...others]: readonly DocumentId[]
): Promise<Alignment[]> {
  const found: Alignment[] = []
  if (!first) return found
  const base = required(await readVersion(moment, first))
  for (const id of others) {
    const other = required(await readVersion(moment, id))
    const work = sharedWork([base.document, other.document])
    if (!work) throw new ExportProblem(appError('Invalid', 'notAVersion'))
    found.push({
      work,
      a: base.document.id,
      b: id,
      revisionA: currentText(base.document),
      revisionB: currentText(other.document),
      links: [...(await comparison.links(moment, base, other))]
    })
  }
  return found
}
