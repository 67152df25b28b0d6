import type { ExportSubject } from '../../../shared/export/export-format-info'
import type { ExportOptions } from '../../../shared/export/export-options'
import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { ContentHash, DocumentId } from '../../../shared/model/ids'
import type { TextContent } from '../../../shared/model/text-content'
import type { StyleNode } from '../../citation/style-tree'
import type {
  CodebookModel,
  ConcordanceModel,
  DocumentModel,
  ExcerptsModel,
  FormulaeModel,
  ProjectModel,
  QualityModel,
  QuotationsModel,
  WorkModel
} from '../format'
import type { GivenItem } from '../model/given-items'

type MadeThere = 'words' | 'contents'

/** What of each model comes to the thread as one message; the rest it asks for, or makes itself. */
export interface ModelHeads {
  readonly excerpts: Omit<ExcerptsModel, MadeThere | 'items' | 'bibliography'>
  readonly work: Omit<WorkModel, MadeThere>
  readonly codebook: Omit<CodebookModel, MadeThere>
  readonly document: Omit<DocumentModel, MadeThere>
  readonly concordance: Omit<ConcordanceModel, MadeThere>
  readonly project: Omit<ProjectModel, MadeThere | 'annotations'>
  readonly quotations: Omit<QuotationsModel, MadeThere>
  readonly formulae: Omit<FormulaeModel, MadeThere>
  readonly quality: Omit<QualityModel, MadeThere>
}

/** What citing excerpts needs to know beforehand. */
export interface Citing {
  /** In the order in which each is first cited. */
  readonly documents: readonly DocumentId[]
  /** A style that the person has opened; null for those that ship. */
  readonly opened: StyleNode | null
}

/** An export, ready to be written: plain data, for it crosses threads. */
export interface ExportJob<Of extends ExportSubject = ExportSubject> {
  readonly of: Of
  /** The id of the format. */
  readonly format: string
  readonly options: ExportOptions
  readonly head: ModelHeads[Of]
  /** Of excerpts. */
  readonly citing?: Citing
}

export interface AnnotationsOf {
  readonly document: DocumentId
  readonly annotations: readonly Annotation[]
}

/** What the writing asks for while it goes on: each batch once, null after the last. */
export interface ExportFeed {
  items(): Promise<readonly GivenItem[] | null>
  annotations(): Promise<AnnotationsOf | null>
  text(hash: ContentHash): Promise<TextContent>
  original(document: VariorumDocument): Promise<Uint8Array | null>
}

/** Where what is written goes. Each resolves when more is wanted. */
export interface ExportOutlet {
  piece(bytes: Uint8Array): Promise<void>
  file(path: string, bytes: Uint8Array): Promise<void>
  readonly print: ((html: string) => Promise<Uint8Array>) | null
}

export type ExportSide = ExportFeed & ExportOutlet

/** What a format could not carry, by kind. */
export type LeftOut = readonly { readonly kind: string; readonly count: number }[]

/** Whatever writes exports: a thread, or this very one. */
export interface ExportWriter {
  /** Rejects with the signal's reason where it is aborted, and with the reason where the format fails. */
  write(job: ExportJob, side: ExportSide, signal: AbortSignal): Promise<LeftOut>
}
