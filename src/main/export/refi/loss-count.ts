import type { Annotation } from '../../../shared/model/annotation'
import type { TextContent } from '../../../shared/model/text-content'
import type { ProjectModel } from '../format'
import type { LeftOutCounts } from '../left-out'

/** Counts what a project holds and REFI-QDA has no place for. */
export class LossCount {
  private readonly found: { -readonly [Kind in keyof LeftOutCounts]?: number }

  constructor({ alignments, works, documents }: ProjectModel, renamed: number) {
    const all = [...documents.values()]
    this.found = {
      alignments: alignments.reduce((sum, { links }) => sum + links.length, 0),
      works: works.size,
      revisions: all.reduce((sum, { revisions }) => sum + revisions.length - 1, 0),
      bibliographicRecords: all.filter(({ csl }) => Object.keys(csl).length > 0).length,
      boilerplate: all.filter(({ furniture }) => furniture.length > 0).length,
      renamed
    }
  }

  /** Counts a text with all its annotations. */
  count(
    annotations: readonly Annotation[],
    { unsettled, joined }: { readonly unsettled: number; readonly joined: number },
    { blocks }: TextContent
  ): void {
    const isPlain = blocks.every(
      ({ kind, page, time, marks }) =>
        kind === 'paragraph' && page === undefined && time === undefined && !marks?.length
    )
    this.add('structure', isPlain ? 0 : 1)
    this.add('unsettledPassages', unsettled)
    this.add('joinedHighlights', joined)
    this.add('quality', annotations.filter(({ quality }) => quality.length > 0).length)
    this.add('parallels', annotations.filter(({ parallel }) => parallel !== null).length)
  }

  counts(): LeftOutCounts {
    return this.found
  }

  private add(kind: keyof LeftOutCounts, count: number): void {
    this.found[kind] = (this.found[kind] ?? 0) + count
  }
}
