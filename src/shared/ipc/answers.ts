import type { Row } from '../alignment/versions'
import type { Annotation } from '../model/annotation'
import type { KnownDate, Rendering, VariorumDocument } from '../model/document'
import type { CoderId, DocumentId, ThemeId, WorkId } from '../model/ids'
import type { ProjectInfo } from '../model/project'
import type { AppError, Result } from '../model/result'
import type { AnnotationsOfDocument } from '../model/state'
import type { Block } from '../model/text-content'
import type { Theme } from '../model/theme'
import type { Work } from '../model/work'
import type { CountNews } from '../operations/counts'
import type { OperationName } from '../operations/name'
import type { Operation } from '../operations/operation'
import type { Hit } from '../search/plain-search'
import type { Preferences } from './preferences'

export interface RecentProject {
  readonly folder: string
  readonly name: string
}

export interface Start {
  readonly version: string
  readonly electron: string
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
  readonly blocks: readonly Block[]
  readonly annotations: AnnotationsOfDocument
}

export interface ListedAnnotation {
  readonly annotation: Annotation
  readonly place: string
}

export interface SearchAnswer {
  readonly documents: readonly { readonly document: DocumentId; readonly hits: readonly Hit[] }[]
  readonly total: number
}

export interface RenderingAnswer {
  readonly document: DocumentId
  readonly text: string
}

/** A file as the import dialog shows it. */
export interface ImportFile {
  readonly key: string
  readonly name: string
  readonly path: string
  readonly known: DocumentId | null
  readonly error: AppError | null
  readonly parsed: ImportedText | null
}

export interface ImportedText {
  readonly blocks: readonly {
    readonly kind: Block['kind']
    readonly text: string
    readonly furniture: boolean
  }[]
  readonly title: string
  readonly language: string
  readonly published: KnownDate | null
  readonly event: KnownDate | null
  readonly author: string
  readonly publisher: string
  readonly source: string
  readonly credit: string
  readonly rendering: Rendering
  readonly encoding: string
  readonly signs: readonly ('doubledWords' | 'missingSpaces' | 'oddOrdinals' | 'lowerCaseNames')[]
}

export interface ExportPreview {
  readonly count: number
  readonly text: string
  readonly cut: boolean
}

export interface VerifyAnswer {
  readonly documents: number
  readonly annotations: number
  readonly problems: readonly AppError[]
}

/** What each method answers. A dialog that the person closed answers null. */
export interface Answers {
  'app.start': Start
  'app.setPreferences': Preferences
  'app.ready': null
  'app.settled': null
  'app.newWindow': null
  'app.licences': string
  'project.new': ProjectView | null
  'project.open': ProjectView | null
  'project.sample': ProjectView
  'project.do': { readonly seq: number }
  'project.undo': { readonly what: OperationName }
  'project.redo': { readonly what: OperationName }
  'project.removeTheme': { readonly seq: number }
  'project.countUnder': number
  'project.removeDocument': { readonly seq: number }
  'project.setCoder': CoderId
  'project.verify': VerifyAnswer
  'document.read': ReadDocument
  'document.release': null
  'annotations.list': readonly ListedAnnotation[]
  'annotation.citation': string
  'annotation.renderings': readonly RenderingAnswer[]
  'search.run': SearchAnswer
  'compare.rows': readonly Row[]
  'import.choose': readonly string[]
  'import.read': readonly ImportFile[]
  'import.commit': readonly DocumentId[]
  'import.cancel': null
  'export.preview': ExportPreview
  'export.save': { readonly file: string } | null
  'clipboard.write': null
}

export type Answer<M extends keyof Answers> = Result<Answers[M]>

/** What the main process tells windows without being asked. */
export interface Events {
  /** A change that is on disk; `operation` is the part of it that concerns this window, null where none does. */
  change: {
    readonly seq: number
    readonly operation: Operation | null
    readonly counts: CountNews
    readonly canUndo: boolean
    readonly canRedo: boolean
  }
  /** Why changes cannot be saved at the moment, and what was found damaged so far. */
  status: { readonly problem: AppError | null; readonly notices: readonly AppError[] }
  project: ProjectView | null
  importProgress: { readonly done: number; readonly total: number }
  preferences: Preferences
  /** The window is about to close: what is being typed is to be saved now, and `app.settled` called. */
  leaving: null
  /** A command chosen in the menu. */
  command: string
}

export type EventName = keyof Events
