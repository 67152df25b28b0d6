import type { RowFindings } from '../alignment/words/findings'
import type { CitationPreview, CitationStyleInfo } from '../citation/citation-styles'
import type { FoundDraft } from '../drafts/draft'
import type { ExportFormatInfo } from '../export/export-format-info'
import type { Annotation } from '../model/annotation'
import type { VariorumDocument } from '../model/document'
import type { Group } from '../model/group'
import type {
  CoderId,
  ContentHash,
  DocumentId,
  GroupId,
  MemoId,
  ProjectId,
  ThemeId,
  WorkId
} from '../model/ids'
import type { Memo } from '../model/memo'
import type { Span } from '../model/offsets'
import type { ProjectInfo } from '../model/project'
import type { AppError, Result } from '../model/result'
import type { AnnotationsOfDocument } from '../model/state'
import type { Block } from '../model/text-content'
import type { Theme } from '../model/theme'
import type { ProjectUiState, UiStatePatch } from '../model/ui-state'
import type { Work } from '../model/work'
import type { CountNews } from '../operations/counts'
import type { Operation } from '../operations/operation'
import type { BackupEntry, BackupsAnswer, BroughtBack, BundleOpened, RestorePreview } from './backup-answers'
import type { ComparedRows, RenderingHere, VersionProposal } from './compare-answers'
import type { ConcordanceAnswers, ConcordanceEvents } from './concordance-answers'
import type { ExportPreview, ExportSaved } from './export-answers'
import type { KeptExports } from './export-request'
import type { FormulaAnswers } from './formula-answers'
import type { HistoryPage, Stepped } from './history-answers'
import type { Imported, ImportFile, IncomingFiles, IncomingMatches } from './import-answers'
import type { Preferences } from './preferences'
import type { QualityAnswers } from './quality-answers'
import type { ClipboardAnswers, QuotationAnswers } from './quotation-answers'
import type { RecycledAnswers } from './recycled-requests'
import type { OldEngine, RecentProject } from './start-answers'
import type { SubscribedDocument } from './subscribed-document'

export interface Start {
  readonly version: string
  readonly electron: string
  readonly oldEngine: OldEngine | null
  readonly platform: string
  readonly preferences: Preferences
  readonly recent: readonly RecentProject[]
  readonly project: ProjectView | null
  /** What a project named on the command line, or the last one, could not be opened for. */
  readonly problem: AppError | null
}

/** The slices of a project that every window shows; annotations come with the documents that are read. */
export interface ProjectView {
  readonly folder: string
  readonly info: ProjectInfo
  readonly themes: Readonly<Record<ThemeId, Theme>>
  readonly groups: Readonly<Record<GroupId, Group>>
  readonly memos: Readonly<Record<MemoId, Memo>>
  readonly documents: Readonly<Record<DocumentId, VariorumDocument>>
  readonly works: Readonly<Record<WorkId, Work>>
  readonly counts: CountNews
  readonly coder: CoderId
  /** The number of the last change in it. */
  readonly seq: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Open for reading only: nothing can be changed. */
  readonly readOnly: boolean
  readonly problem: AppError | null
  readonly notices: readonly AppError[]
}

export interface ReadDocument {
  readonly revision: ContentHash
  readonly blocks: readonly Block[]
  readonly annotations: AnnotationsOfDocument
}

/** A heading of a list: two may have the same words (two texts of one title), never the same place among the headings. */
export interface ListHeading {
  readonly at: number
  readonly words: string
}

export interface ListedAnnotation {
  readonly annotation: Annotation
  readonly place: string
  /** Whether it stands in the text as it is now; else it waits in the tray of its text. */
  readonly settled: boolean
  /** What it is listed under; null where there are no headings. */
  readonly heading: ListHeading | null
  /** What stands about it in its sentence; null where nobody asked, or its place is not sure. */
  readonly sentence: { readonly before: string; readonly after: string } | null
}

/** Some of the annotations that a filter lets through, and how many there are; null where they were not counted. */
export interface AnnotationPage {
  readonly annotations: readonly ListedAnnotation[]
  readonly total: number | null
  /** How many rows all of them take: more than there are, where one stands under several headings. */
  readonly rows: number | null
}

/** An annotation by name, with what it carries. */
export type NamedAnnotation = Pick<Annotation, 'document' | 'id' | 'codings' | 'quality'>

export interface VerifyAnswer {
  readonly documents: number
  readonly annotations: number
  readonly problems: readonly AppError[]
}

/** What importing a better file of a text would do. */
export interface ReimportPlan {
  readonly name: string
  readonly fate: {
    readonly exact: number
    readonly fuzzy: number
    readonly confirm: number
    readonly orphan: number
  }
  /** How many paragraphs are new, and how many of the old ones are gone. */
  readonly added: number
  readonly removed: number
}

export interface RepairAnswer extends VerifyAnswer {
  readonly repaired: readonly AppError[]
}

/** A passage that autocoding would code, in its line of context. */
export interface AutocodeRow {
  readonly document: DocumentId
  /** The state of the text that it was found in. */
  readonly revision: ContentHash
  readonly start: number
  readonly end: number
  readonly left: string
  readonly passage: string
  readonly right: string
  readonly place: string
}

export interface AutocodePreview {
  readonly rows: readonly AutocodeRow[]
  /** How many there are; more than rows where the list was cut. */
  readonly total: number
  readonly documents: number
}

/** A memo as the list of all memos shows it; one on a passage names its annotation. */
export interface ListedMemo {
  readonly memo: Memo | null
  readonly annotation: Annotation | null
  readonly title: string
  readonly text: string
  readonly modified: string
  readonly coder: CoderId
}

/** What each method answers. A dialog that the person closed answers null. */
export interface Answers
  extends ConcordanceAnswers,
    FormulaAnswers,
    QualityAnswers,
    RecycledAnswers,
    QuotationAnswers,
    ClipboardAnswers {
  'app.start': Start
  'app.setPreferences': Preferences
  'app.ready': null
  'uiState.read': ProjectUiState
  'uiState.patch': ProjectUiState
  /** Whether all of it is on the disk. */
  'drafts.keep': { readonly isWritten: boolean }
  'drafts.adopt': { readonly project: ProjectId; readonly drafts: readonly FoundDraft[] }
  /** What the project holds in a field; null where its record is gone. */
  'drafts.stored': { readonly text: string | null }
  'app.draftsFlushed': null
  'app.newWindow': null
  'app.licences': string
  'citation.styles': readonly CitationStyleInfo[]
  /** Null where no file was chosen. */
  'citation.openStyle': CitationStyleInfo | null
  'citation.preview': CitationPreview
  'job.cancel': null
  'project.new': { readonly folder: string } | null
  'project.open': { readonly folder: string } | null
  'project.sample': { readonly folder: string }
  'project.freshSample': { readonly folder: string }
  'project.do': { readonly seq: number }
  'project.edit': { readonly seq: number }
  'project.undo': Stepped
  'project.redo': Stepped
  'project.removeTheme': { readonly seq: number }
  'project.countUnder': number
  'project.removeDocuments': { readonly seq: number }
  'project.setCoder': CoderId
  'project.verify': VerifyAnswer
  'project.repair': RepairAnswer
  'project.retry': null
  'project.history': HistoryPage
  'project.goTo': null
  'project.restoreState': null
  'project.backups': BackupsAnswer
  /** Null where no folder was chosen. */
  'project.chooseBackupPlace': BackupsAnswer | null
  'project.stopBackupPlace': BackupsAnswer
  'project.openBackup': BroughtBack | null
  'project.openBundle': BundleOpened | null
  'project.backUp': BackupEntry
  'project.previewRestore': RestorePreview
  'project.restore': null
  /** Without blocks where the window has them. */
  'document.subscribe': SubscribedDocument
  'document.find': readonly Span[]
  'document.readRevision': ReadDocument
  'document.correct': { readonly fate: ReimportPlan['fate'] }
  'document.planReimport': ReimportPlan | null
  'document.reimport': { readonly fate: ReimportPlan['fate'] }
  'document.unsubscribe': null
  'document.prefetch': null
  'annotations.list': AnnotationPage
  'annotations.names': readonly NamedAnnotation[]
  'annotations.recode': { readonly seq: number; readonly count: number }
  'annotations.remove': { readonly seq: number }
  'autocode.preview': AutocodePreview
  'autocode.apply': { readonly seq: number; readonly count: number }
  'memos.list': readonly ListedMemo[]
  'memos.mentioning': readonly ListedMemo[]
  'project.countsUnder': Readonly<Record<ThemeId, number>>
  'project.mergeThemes': { readonly seq: number }
  'project.splitTheme': { readonly seq: number }
  'work.setVersions': { readonly work: WorkId }
  'work.propose': readonly VersionProposal[]
  'work.release': null
  'compare.rows': ComparedRows
  'compare.findings': readonly RowFindings[]
  'compare.renderings': readonly RenderingHere[]
  'parallel.carry': { readonly seq: number }
  'parallel.linkAnswering': { readonly count: number }
  /** The rows as the correction leaves them. */
  'compare.correct': { readonly seq: number; readonly compared: ComparedRows }
  'import.choose': readonly string[]
  /** How many files there are, to be had by `import.files`, and what they say of texts. */
  'import.read': { readonly files: number; readonly sidecars: IncomingFiles['sidecars'] }
  /** Files that were read, from the one after so many on: as many as a window takes in without a pause. */
  'import.files': readonly ImportFile[]
  /** The keys that are no more, and what came in their place. */
  'import.readAgain': { readonly removed: readonly string[]; readonly files: readonly ImportFile[] }
  'import.commit': Imported
  'import.matches': IncomingMatches
  /** The path of a file that holds what lies on the clipboard; null where that is no text. */
  'import.paste': string | null
  'import.report': { readonly file: string } | null
  'import.cancel': null
  'export.formats': readonly ExportFormatInfo[]
  'export.preview': ExportPreview
  'export.save': ExportSaved | null
  'export.copy': { readonly count: number }
  'export.presets': KeptExports
  'export.chart': { readonly file: string; readonly shortened: boolean } | null
  'export.showInFolder': null
}

export type Answer<M extends keyof Answers> = Result<Answers[M]>

/** What the main process tells windows without being asked. */
export interface Events extends ConcordanceEvents {
  /** A change that is on disk; `operation` is the part of it that concerns this window, null where none does. */
  change: {
    readonly seq: number
    readonly operation: Operation | null
    readonly counts: CountNews
    /** Works of which an alignment has changed. */
    readonly realigned: readonly WorkId[]
    readonly canUndo: boolean
    readonly canRedo: boolean
  }
  /** Why changes cannot be saved at the moment, and what was found damaged so far. */
  status: { readonly problem: AppError | null; readonly notices: readonly AppError[] }
  project: ProjectView | null
  /** Long work under way: opening, verifying, backing up. Null when it is over. */
  progress: { readonly done: number; readonly total: number } | null
  /** How far a job is that this window has opened. */
  jobProgress: { readonly job: string; readonly done: number; readonly total: number }
  importProgress: { readonly done: number; readonly total: number }
  /** What another window has set. */
  preferences: Partial<Preferences>
  /** What another window has had the desk remember of the open project. */
  uiState: UiStatePatch
  /** The window is about to close: what is being typed is to be saved now, and `app.settled` called. */
  beforeClose: null
  /** Drafts of a window that is gone wait to be looked after. */
  drafts: null
  /** A command chosen in the menu. */
  command: string
}

export type EventName = keyof Events
