import type { ExportFormatInfo, ExportSubject } from '../../shared/export/export-format-info'
import { exportSubjects } from '../../shared/export/export-format-info'
import type { ExportFormat } from './format'
import { documentTei } from './formats/document/tei'
import { bibtex } from './formats/excerpts/bibtex'
import { cslJson } from './formats/excerpts/csl-json'
import { excerptsAsCsv } from './formats/excerpts/csv'
import { excerptsEvidence } from './formats/excerpts/evidence'
import { ris } from './formats/excerpts/ris'
import { zoteroRdf } from './formats/excerpts/zotero-rdf'
import { bibtex as projectBibtex } from './formats/project/bibtex'
import { projectBundle } from './formats/project/bundle'
import { cslJson as projectCslJson } from './formats/project/csl-json'
import { ris as projectRis } from './formats/project/ris'
import { zoteroRdf as projectZoteroRdf } from './formats/project/zotero-rdf'
import { workTei } from './formats/work/tei'
import { workTmx } from './formats/work/tmx'
import { oldCodebookFormats, oldExcerptFormats, oldWorkFormats } from './old-formats'

type Registry = { readonly [Of in ExportSubject]: readonly ExportFormat<Of>[] }

/** All that the app can write: one line a format. The window, the menu and the command list what stands here, in this order. */
export const exportFormats: Registry = {
  excerpts: [excerptsAsCsv, ...oldExcerptFormats, bibtex, ris, cslJson, zoteroRdf, excerptsEvidence],
  work: [...oldWorkFormats, workTei, workTmx],
  codebook: [...oldCodebookFormats],
  document: [documentTei],
  project: [projectBundle, projectBibtex, projectRis, projectCslJson, projectZoteroRdf]
}

/** The format of a name and a subject; undefined where there is none. */
export function findFormat<Of extends ExportSubject>(of: Of, id: string): ExportFormat<Of> | undefined {
  return exportFormats[of].find((each) => each.id === id)
}

/** What windows and the command may know of the formats: all but their code. */
export function formatInfos(): ExportFormatInfo[] {
  return exportSubjects.flatMap((of) => exportFormats[of].map(({ write: _, ...info }) => info))
}
