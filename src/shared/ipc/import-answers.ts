import type { CslRecord } from '../model/csl-record'
import type { KnownDate, ProposedField, Rendering } from '../model/document'
import type { DocumentId } from '../model/ids'
import type { ImportWarning } from '../model/import-warning'
import type { StatedFacts } from '../model/reference'
import type { AppError } from '../model/result'
import type { SheetColumns } from '../model/sheet-columns'
import type { Block } from '../model/text-content'

/** A file as the import dialog shows it. */
export interface ImportFile {
  readonly key: string
  /** Which reading of its file this is: what is decided of one holds for no other. */
  readonly reading: number
  readonly name: string
  readonly path: string
  readonly known: DocumentId | null
  readonly error: AppError | null
  /** The title of the work that the file itself makes it a version of; empty for none. */
  readonly work: string
  readonly parsed: ImportedText | null
}

/** Everything that was read: texts, and what files say of texts that lie elsewhere. */
export interface IncomingFiles {
  readonly files: readonly ImportFile[]
  readonly sidecars: readonly ImportSidecar[]
}

/** Something that a file says of a text: of one in the project, or of one on its way in. */
export interface ImportSidecar {
  readonly key: string
  readonly name: string
  readonly warnings: readonly ImportWarning[]
  readonly about:
    | {
        readonly kind: 'highlights'
        readonly of: SidecarTarget
        readonly count: number
        readonly sample: string
      }
    | { readonly kind: 'reference'; readonly of: SidecarTarget; readonly facts: StatedFacts }
    | { readonly kind: 'codebook'; readonly themes: number; readonly groups: number; readonly memos: number }
  /** The text that it is taken to speak of, and by what that was known. */
  readonly meant: {
    readonly text: { readonly document: DocumentId } | { readonly key: string }
    readonly by: 'doi' | 'source' | 'title' | 'quotes'
  } | null
}

export interface SidecarTarget {
  readonly title: string
  readonly doi: string
  readonly source: string
}

/** What an import brought in. */
export interface Imported {
  readonly documents: readonly DocumentId[]
  /** Why texts were refused by themselves; each names its file. */
  readonly refused: readonly AppError[]
  /** What could not be kept as it was, beyond what was told when the files were read. */
  readonly warnings: readonly ImportWarning[]
  readonly highlights: {
    readonly found: number
    readonly toConfirm: number
    readonly orphans: number
    readonly known: number
    readonly notes: number
  }
  readonly references: number
}

/** What texts on their way in have to do with each other and with those that are there. */
export interface IncomingMatches {
  /** Texts that are nearly the same as another: one on its way in, or one of the project. */
  readonly near: readonly {
    readonly key: string
    readonly of: string | null
    readonly document: DocumentId | null
    readonly share: number
  }[]
  /** Texts that look like versions of one. */
  readonly groups: readonly {
    readonly keys: readonly string[]
    readonly documents: readonly DocumentId[]
    readonly likeness: number
  }[]
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
  readonly csl: CslRecord
  readonly publisher: string
  readonly source: string
  readonly credit: string
  readonly rendering: Rendering
  readonly proposed: readonly ProposedField[]
  readonly encoding: string
  /** Those outside furniture. */
  readonly words: number
  readonly attributes: Readonly<Record<string, string>>
  /** Where it comes out of a table: the names of the columns, and what they were taken for. */
  readonly sheet: { readonly head: readonly string[]; readonly used: SheetColumns } | null
  /** How many chapters the book has that it is, or is one of; 0 for what is no book. */
  readonly chapters: number
  /** Which part of its file it is; empty where it is all of it. */
  readonly part: string
  readonly warnings: readonly ImportWarning[]
  /** Highlights that the file itself brings, from another program. */
  readonly highlights: number
  readonly signs: readonly (
    | 'doubledWords'
    | 'missingSpaces'
    | 'oddOrdinals'
    | 'lowerCaseNames'
    | 'garbledNames'
    | 'calques'
  )[]
}
