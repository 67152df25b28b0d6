import type { ExportFormatInfo, ExportSubject } from '../../shared/export/export-format-info'
import { exportSubjects } from '../../shared/export/export-format-info'
import type { ExportFormat } from './format'
import { refiQdc } from './formats/codebook/refi-qdc'
import { excerptsToWebAnnotation } from './formats/excerpts/web-annotation'
import { refiQdpx } from './formats/project/refi-qdpx'
import { projectToWebAnnotation } from './formats/project/web-annotation'

type Registry = { readonly [Of in ExportSubject]: readonly ExportFormat<Of>[] }

/** All that the app can write: one line a format. The window, the menu and the command list what stands here, in this order. */
export const exportFormats: Registry = {
  excerpts: [excerptsToWebAnnotation],
  work: [],
  codebook: [refiQdc],
  document: [],
  project: [refiQdpx, projectToWebAnnotation]
}

/** The format of a name and a subject; undefined where there is none. */
export function findFormat<Of extends ExportSubject>(of: Of, id: string): ExportFormat<Of> | undefined {
  return exportFormats[of].find((each) => each.id === id)
}

/** What windows and the command may know of the formats: all but their code. */
export function formatInfos(): ExportFormatInfo[] {
  return exportSubjects.flatMap((of) => exportFormats[of].map(({ write: _, ...info }) => info))
}
