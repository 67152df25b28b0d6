import type { ExportOptionName } from './export-options'

/** What is written: excerpts, versions of a work side by side, the codebook, one annotated text, lines of a concordance, the whole project, a report on quotations, the register of formulae, a report on the wording of a version. */
export const exportSubjects = [
  'excerpts',
  'work',
  'codebook',
  'document',
  'concordance',
  'project',
  'quotations',
  'formulae',
  'quality'
] as const
export type ExportSubject = (typeof exportSubjects)[number]

/** What a format is for, in the order in which they are listed: to show, to write with, to count with, for other programs. */
export const exportGroups = ['show', 'write', 'count', 'exchange'] as const
export type ExportGroup = (typeof exportGroups)[number]

/** The same words in each language of the interface. */
export interface InEachLanguage {
  readonly en: string
  readonly 'zh-CN': string
}

/** How a window shows what a format writes. */
export type ExportPreviewKind = 'docx' | 'html' | 'markdown' | 'pdf' | 'table' | 'text' | 'none'

/** What a window and the command know of a format. */
export interface ExportFormatInfo {
  /** One name for a kind of file, in the command too: `docx`, `csv`, `refi-qdpx`. Unique among the formats of a subject. */
  readonly id: string
  readonly of: ExportSubject
  /** Of the file, without a dot; empty for a folder. */
  readonly extension: string
  readonly group: ExportGroup
  readonly label: InEachLanguage
  /** One sentence: what opens it, what it carries. */
  readonly hint: InEachLanguage
  /** The options that it heeds, in the order in which they are asked for. */
  readonly options: readonly ExportOptionName[]
  readonly preview: ExportPreviewKind
  /** The format of the same pages that is written for the preview, where its own cannot be shown. */
  readonly previewFormat?: string
  /** Where it goes when it is no file. */
  readonly to?: 'clipboard'
}
