import { z } from 'zod'
import { DocumentId } from '../model/ids'

/** What a window asks about the wording of a version. It takes its time: it is a job, and can be cancelled. */
export const qualityMethods = {
  'quality.report': z.object({ document: DocumentId })
}
