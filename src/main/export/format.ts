import type { ExcerptRecord } from '../../shared/export/excerpt-record'
import type { ExportFormatInfo, ExportSubject } from '../../shared/export/export-format-info'
import type { ExportOptions } from '../../shared/export/export-options'
import type { RichText } from '../../shared/export/rich-text'
import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { FindingStatus, QualityFinding } from '../../shared/ipc/quality-answers'
import type { Alignment } from '../../shared/model/alignment'
import type { Annotation } from '../../shared/model/annotation'
import type { VariorumDocument } from '../../shared/model/document'
import type { Formula } from '../../shared/model/formula'
import type { Group } from '../../shared/model/group'
import type { CoderId, ContentHash, DocumentId, GroupId, ThemeId, WorkId } from '../../shared/model/ids'
import type { Memo } from '../../shared/model/memo'
import type { Span } from '../../shared/model/offsets'
import type { ProjectInfo } from '../../shared/model/project'
import type { FindingDecision } from '../../shared/model/quality-finding'
import type { TextContent } from '../../shared/model/text-content'
import type { Theme } from '../../shared/model/theme'
import type { Work } from '../../shared/model/work'
import type { QuotationReport } from '../../shared/quotations/quotation-report'
import type { AlignedWork } from './aligned/aligned-work'
import type { ExportWords } from './words'

/** What every export states of itself: what chose it, when, and from which state of the project. */
export interface TitlePage {
  readonly title: string
  readonly project: string
  /** What chose the excerpts, in words of the export's language: `Theme “One visit”, doubtful passages left out`. */
  readonly chosenBy: string
  /** ISO, UTC. */
  readonly made: string
  /** The number of the last change that it holds. */
  readonly change: number
  /** The app's version. */
  readonly version: string
}

interface AnyModel {
  readonly page: TitlePage
  readonly words: ExportWords
  /** The language of headings and labels. */
  readonly language: 'en' | 'zh-CN'
  readonly contents: ContentReader
}

/** What excerpts and codebooks refer to. Only documents that the export needs are in it. */
export interface References {
  readonly info: ProjectInfo
  readonly documents: ReadonlyMap<DocumentId, VariorumDocument>
  readonly works: ReadonlyMap<WorkId, Work>
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly groups: Readonly<Record<GroupId, Group>>
}

/** Headings and excerpts in the order in which they are written. Under headings of themes an excerpt stands once for each. */
export type ExcerptItem =
  | {
      readonly kind: 'heading'
      readonly level: number
      readonly text: string
      readonly theme: ThemeId | null
      readonly document: DocumentId | null
    }
  | { readonly kind: 'excerpt'; readonly excerpt: ExcerptRecord }

export interface ExcerptsModel extends AnyModel, References {
  readonly count: number
  /** Read once, from the first to the last; what it gives need not fit into memory at once. */
  items(): AsyncIterable<ExcerptItem>
  /** The works cited, in the style's order. After the items have been read to their end. */
  bibliography(): readonly { readonly document: DocumentId; readonly entry: RichText }[]
}

export interface WorkModel extends AnyModel, References {
  readonly work: AlignedWork
  /** Settled annotations of the versions, by document; for formats that show them. */
  readonly annotations: ReadonlyMap<DocumentId, readonly Annotation[]>
  /** The order of the versions' works in full, by offsets: for formats that carry links. */
  readonly alignments: readonly Alignment[]
}

export interface CodebookModel extends AnyModel, References {
  readonly memos: readonly Memo[]
  /** Passages that carry a theme, and those that carry it or one below. */
  readonly counts: ReadonlyMap<ThemeId, { readonly own: number; readonly below: number }>
}

export interface DocumentModel extends AnyModel, References {
  readonly document: VariorumDocument
  readonly text: TextContent
  /** In the order of the text; those that are not found for sure in this state of the text are left out and counted. */
  readonly annotations: readonly Annotation[]
  readonly unsettled: number
  readonly memos: readonly Memo[]
}

/** A line of a concordance, as it is written. */
export interface ConcordanceRow {
  /** Counted from 1. */
  readonly line: number
  /** What its group is called; empty where lines are not grouped, or the group has nothing in common. */
  readonly group: string
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  readonly paragraph: number | null
  readonly left: string
  readonly hit: string
  readonly right: string
  readonly themes: readonly ThemeId[]
  /** What other versions say: their sentences, and the words that answer by offsets in them; null where none do. */
  readonly answers: readonly {
    readonly document: DocumentId
    readonly text: string
    readonly said: Span | null
  }[]
}

export interface ConcordanceModel extends AnyModel, References {
  /** The steps that led to the lines, a sentence each. */
  readonly steps: readonly string[]
  readonly rows: readonly ConcordanceRow[]
  readonly isGrouped: boolean
  /** The most answers that a row has. */
  readonly mostAnswers: number
}

/** Reads what lies in the project's folder by its hash. Rejects where a file is damaged or missing. */
export interface ContentReader {
  text(hash: ContentHash): Promise<TextContent>
  /** The original of a document as it came in; null where the project has none of it. */
  original(document: VariorumDocument): Promise<Uint8Array | null>
}

export interface ProjectModel extends AnyModel, References {
  /** The coder who exports. */
  readonly coder: CoderId
  readonly folder: string
  readonly memos: readonly Memo[]
  readonly alignments: readonly Alignment[]
  /** All annotations, a document at a time, in the order of its text. */
  annotations(): AsyncIterable<{ readonly document: DocumentId; readonly annotations: readonly Annotation[] }>
}

/** What was found out about the quotations of a manuscript. */
export interface QuotationsModel extends AnyModel, References {
  readonly report: QuotationReport
}

/** A formula with how often it stands in the texts; null where they were not searched. */
export interface FormulaEntry {
  readonly formula: Formula
  readonly counted: CountedFormula | null
}

/** Something found in the wording of a version, with what was decided on it. */
export interface QualityEntry {
  readonly finding: QualityFinding
  readonly status: FindingStatus
  readonly decision: FindingDecision | null
  /** Page, time and paragraph, in words. */
  readonly place: string
}

export interface QualityModel extends AnyModel, References {
  readonly document: VariorumDocument
  /** What it was held against; null where it has no other version. */
  readonly against: VariorumDocument | null
  /** In the order of the text. */
  readonly entries: readonly QualityEntry[]
}

/** The register of formulae, the most frequent first. */
export interface FormulaeModel extends AnyModel, References {
  readonly entries: readonly FormulaEntry[]
}

export interface ExportModels {
  readonly excerpts: ExcerptsModel
  readonly work: WorkModel
  readonly codebook: CodebookModel
  readonly document: DocumentModel
  readonly concordance: ConcordanceModel
  readonly project: ProjectModel
  readonly quotations: QuotationsModel
  readonly formulae: FormulaeModel
  readonly quality: QualityModel
}

/** Where a format puts what it writes. The file appears under its name only when all of it is on the disk. */
export interface ExportSink {
  /** Aborted where the export is cancelled; `write` rejects then. */
  readonly signal: AbortSignal
  /** Appends to the file; text as UTF-8. Resolves when more is wanted. */
  write(piece: string | Uint8Array): Promise<void>
  /** Of a format that writes a folder: one file of it, by its path below the folder (`/` between names). */
  file(path: string, content: string | Uint8Array): Promise<void>
  /**
   * Makes a PDF of a whole page of HTML, with bookmarks of its headings, and the page's project and date at the head of each
   * sheet; null where there is no Electron to do it.
   */
  readonly print: ((html: string) => Promise<Uint8Array>) | null
  /** What could not be carried: said to the person when the file is written. `count` things of a kind. */
  leftOut(kind: string, count: number): void
}

/** A kind of file that the app writes: one file of code and one line in the registry. */
export interface ExportFormat<Of extends ExportSubject = ExportSubject> extends ExportFormatInfo {
  readonly of: Of
  write(model: ExportModels[Of], options: ExportOptions, sink: ExportSink): Promise<void>
}

/** A format of its subject, its types held. */
export function defineFormat<Of extends ExportSubject>(format: ExportFormat<Of>): ExportFormat<Of> {
  return format
}
