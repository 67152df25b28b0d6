import type { ExportFormatInfo, ExportSubject } from '../../shared/export/export-format-info'
import { exportSubjects } from '../../shared/export/export-format-info'
import type { ExportFormat } from './format'
import { codebookAsCsv } from './formats/codebook/csv'
import { codebookAsDocx } from './formats/codebook/docx'
import { codebookAsHtml } from './formats/codebook/html'
import { codebookAsMarkdown } from './formats/codebook/md'
import { codebookAsOdt } from './formats/codebook/odt'
import { refiQdc } from './formats/codebook/refi-qdc'
import { codebookAsTaguetteCsv } from './formats/codebook/taguette-csv'
import { linesAsCsv } from './formats/concordance/csv'
import { linesAsDocx } from './formats/concordance/docx'
import { linesHtml } from './formats/concordance/html'
import { linesAsMarkdown } from './formats/concordance/md'
import { linesAsXlsx } from './formats/concordance/xlsx'
import { documentAsDocx } from './formats/document/docx'
import { documentHtml } from './formats/document/html'
import { documentAsOdt } from './formats/document/odt'
import { documentPdf } from './formats/document/pdf'
import { documentTei } from './formats/document/tei'
import { bibtex } from './formats/excerpts/bibtex'
import { excerptsForClipboard } from './formats/excerpts/clipboard'
import { cslJson } from './formats/excerpts/csl-json'
import { excerptsAsCsv } from './formats/excerpts/csv'
import { excerptsAsDataPackage } from './formats/excerpts/data-package'
import { excerptsAsDocx } from './formats/excerpts/docx'
import { excerptsEvidence } from './formats/excerpts/evidence'
import { excerptsHtml } from './formats/excerpts/html'
import { excerptsForIramuteq } from './formats/excerpts/iramuteq'
import { excerptsAsJson } from './formats/excerpts/json'
import { excerptsAsMarkdown } from './formats/excerpts/md'
import { excerptsAsNotes } from './formats/excerpts/notes'
import { excerptsAsOdt } from './formats/excerpts/odt'
import { excerptsPdf } from './formats/excerpts/pdf'
import { ris } from './formats/excerpts/ris'
import { excerptsAsText } from './formats/excerpts/txt'
import { excerptsToWebAnnotation } from './formats/excerpts/web-annotation'
import { excerptsAsXlsx } from './formats/excerpts/xlsx'
import { zoteroRdf } from './formats/excerpts/zotero-rdf'
import { formulaeAsCsv } from './formats/formulae/csv'
import { formulaeAsDocx } from './formats/formulae/docx'
import { formulaeAsHtml } from './formats/formulae/html'
import { formulaeAsRegister } from './formats/formulae/json'
import { formulaeAsTbx } from './formats/formulae/tbx'
import { formulaeAsXlsx } from './formats/formulae/xlsx'
import { bibtex as projectBibtex } from './formats/project/bibtex'
import { projectBundle } from './formats/project/bundle'
import { cslJson as projectCslJson } from './formats/project/csl-json'
import { refiQdpx } from './formats/project/refi-qdpx'
import { ris as projectRis } from './formats/project/ris'
import { projectToWebAnnotation } from './formats/project/web-annotation'
import { zoteroRdf as projectZoteroRdf } from './formats/project/zotero-rdf'
import { qualityAsCsv } from './formats/quality/csv'
import { qualityAsDocx } from './formats/quality/docx'
import { qualityAsHtml } from './formats/quality/html'
import { qualityAsOdt } from './formats/quality/odt'
import { qualityAsXlsx } from './formats/quality/xlsx'
import { quotationsAsCsv } from './formats/quotations/csv'
import { quotationsAsHtml } from './formats/quotations/html'
import { quotationsAsJson } from './formats/quotations/json'
import { quotationsAsMarkdown } from './formats/quotations/md'
import { workAsCsv } from './formats/work/csv'
import { workAsDocx } from './formats/work/docx'
import { workEdition } from './formats/work/edition'
import { workHtml } from './formats/work/html'
import { workAsOdt } from './formats/work/odt'
import { workTei } from './formats/work/tei'
import { workTmx } from './formats/work/tmx'
import { workAsXlsx } from './formats/work/xlsx'

type Registry = { readonly [Of in ExportSubject]: readonly ExportFormat<Of>[] }

/** All that the app can write: one line a format. The window, the menu and the command list what stands here, in this order. */
export const exportFormats: Registry = {
  excerpts: [
    excerptsAsDocx,
    excerptsAsOdt,
    excerptsPdf,
    excerptsHtml,
    excerptsAsMarkdown,
    excerptsAsNotes,
    excerptsAsText,
    excerptsForClipboard,
    excerptsAsCsv,
    excerptsAsXlsx,
    excerptsAsJson,
    excerptsAsDataPackage,
    excerptsForIramuteq,
    excerptsToWebAnnotation,
    bibtex,
    ris,
    cslJson,
    zoteroRdf,
    excerptsEvidence
  ],
  work: [workEdition, workAsDocx, workAsOdt, workHtml, workAsCsv, workAsXlsx, workTei, workTmx],
  codebook: [
    codebookAsDocx,
    codebookAsOdt,
    codebookAsHtml,
    codebookAsMarkdown,
    codebookAsCsv,
    codebookAsTaguetteCsv,
    refiQdc
  ],
  document: [documentAsDocx, documentAsOdt, documentHtml, documentPdf, documentTei],
  concordance: [linesAsDocx, linesHtml, linesAsMarkdown, linesAsCsv, linesAsXlsx],
  project: [
    projectBundle,
    refiQdpx,
    projectToWebAnnotation,
    projectBibtex,
    projectRis,
    projectCslJson,
    projectZoteroRdf
  ],
  quotations: [quotationsAsHtml, quotationsAsMarkdown, quotationsAsCsv, quotationsAsJson],
  formulae: [
    formulaeAsDocx,
    formulaeAsHtml,
    formulaeAsCsv,
    formulaeAsXlsx,
    formulaeAsTbx,
    formulaeAsRegister
  ],
  quality: [qualityAsDocx, qualityAsOdt, qualityAsHtml, qualityAsCsv, qualityAsXlsx]
}

/** The format of a name and a subject; undefined where there is none. */
export function findFormat<Of extends ExportSubject>(of: Of, id: string): ExportFormat<Of> | undefined {
  return exportFormats[of].find((each) => each.id === id)
}

/** What windows and the command may know of the formats: all but their code. */
export function formatInfos(): ExportFormatInfo[] {
  return exportSubjects.flatMap((of) => exportFormats[of].map(({ write: _, ...info }) => info))
}
