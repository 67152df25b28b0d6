import { ExportOptions } from '../../../shared/export/export-options'
import type { ExportRequest } from '../../../shared/ipc/export-request'
import { prepareConcordance } from './prepare-concordance'
import { prepareExcerpts } from './prepare-excerpts'
import { prepareFormulae } from './prepare-formulae'
import { prepareCodebook, prepareDocument, prepareProject } from './prepare-others'
import { prepareQuality } from './prepare-quality'
import { prepareQuotations } from './prepare-quotations'
import { prepareWork } from './prepare-work'
import type { Makers, Prepared } from './prepared'

/**
 * Makes the model of an export from one state of the project. Of what has many parts the first `most` alone, where that is
 * given.
 *
 * @throws ExportProblem for a reason that can be said to a person
 */
export async function prepareExport(
  makers: Makers,
  request: ExportRequest,
  most?: number
): Promise<Prepared> {
  const options = ExportOptions.parse(request.options)
  switch (request.of) {
    case 'excerpts':
      return prepareExcerpts(makers, request, options, most)
    case 'work':
      return prepareWork(makers, request, options, most)
    case 'codebook':
      return prepareCodebook(makers, request, options)
    case 'document':
      return prepareDocument(makers, request, options, most)
    case 'concordance':
      return prepareConcordance(makers, request, options, most)
    case 'project':
      return prepareProject(makers, request, options)
    case 'quotations':
      return prepareQuotations(makers, request, options, most)
    case 'formulae':
      return prepareFormulae(makers, request, options, most)
    case 'quality':
      return prepareQuality(makers, request, options, most)
  }
}
