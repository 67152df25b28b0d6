import type { ExportSink } from './format'

/** What formats of exchange have no place for, by kind; the window and the command say it in words. */
export interface LeftOutCounts {
  /** Links between sentences of versions. */
  readonly alignments?: number
  /** Works that texts are versions of. */
  readonly works?: number
  /** Passages that are marked as parallel. */
  readonly parallels?: number
  /** Passages with marks of their wording. */
  readonly quality?: number
  /** Passages that were not found for sure in the present text. */
  readonly unsettledPassages?: number
  /** Earlier states of texts. */
  readonly revisions?: number
  readonly bibliographicRecords?: number
  /** Texts with marks of boilerplate. */
  readonly boilerplate?: number
  /** Texts whose headings, lists, tables, pages or times become plain paragraphs. */
  readonly structure?: number
  readonly originals?: number
  /** Themes whose name another theme has too: the theme above stands in brackets. */
  readonly renamed?: number
  /** Highlights without a theme that one coder made twice on the same words. */
  readonly joinedHighlights?: number
  /** Memos on themes. */
  readonly themeMemos?: number
}

/** Counts what a file could not carry; what there is none of is not told. */
export function tellLeftOut(sink: Pick<ExportSink, 'leftOut'>, counts: LeftOutCounts): void {
  for (const [kind, count] of Object.entries<number | undefined>({ ...counts }))
    if (count !== undefined && count > 0) sink.leftOut(kind, count)
}
