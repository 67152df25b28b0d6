import type { ExportPreviewKind } from '../export/export-format-info'

/** The beginning of an export, written in its format: what is needed to show it as it will look. */
export interface ExportPreview {
  readonly kind: ExportPreviewKind
  /** Of a Word document, of a PDF. */
  readonly bytes?: Uint8Array
  /** A page of HTML, or plain text. */
  readonly text?: string
  /** Of a table, the head first. */
  readonly rows?: readonly (readonly string[])[]
  /** How many there are in all: excerpts, rows, themes, paragraphs, documents. */
  readonly count: number
  /** Whether there is more than is shown. */
  readonly cut: boolean
}

/** An export that is on the disk. */
export interface ExportSaved {
  readonly file: string
  readonly count: number
  /** What the format could not carry, by kind. */
  readonly leftOut: readonly { readonly kind: string; readonly count: number }[]
  /** Whether the name was too long and was cut. */
  readonly shortened: boolean
}
