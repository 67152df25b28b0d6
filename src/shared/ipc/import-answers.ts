import type { KnownDate, Rendering } from '../model/document'
import type { DocumentId } from '../model/ids'
import type { ImportWarning } from '../model/import-warning'
import type { AppError } from '../model/result'
import type { SheetColumns } from '../model/sheet-columns'
import type { Block } from '../model/text-content'

/** A file as the import dialog shows it. */
export interface ImportFile {
  readonly key: string
  readonly name: string
  readonly path: string
  readonly known: DocumentId | null
  readonly error: AppError | null
  /** The title of the work that the file itself makes it a version of; empty for none. */
  readonly work: string
  readonly parsed: ImportedText | null
}

/** What texts on their way in have to do with each other and with those that are there. */
export interface IncomingKin {
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
  readonly author: string
  readonly publisher: string
  readonly source: string
  readonly credit: string
  readonly rendering: Rendering
  readonly encoding: string
  /** Those outside furniture. */
  readonly words: number
  readonly attributes: Readonly<Record<string, string>>
  /** Where it comes out of a table: the names of the columns, and what they were taken for. */
  readonly sheet: { readonly head: readonly string[]; readonly used: SheetColumns } | null
  readonly warnings: readonly ImportWarning[]
  readonly signs: readonly ('doubledWords' | 'missingSpaces' | 'oddOrdinals' | 'lowerCaseNames')[]
}
