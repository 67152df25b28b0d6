import type { Annotation } from '../../../shared/model/annotation'
import type { Span } from '../../../shared/model/offsets'
import { firstEndingAfter } from '../../../shared/text/canonical'
import type { Highlighted } from './annotated-runs'

/** A highlight in a block, and whether it begins or ends there, among the blocks that are written. */
export interface BlockHighlight extends Highlighted {
  readonly begins: boolean
  readonly ends: boolean
}

/**
 * The highlights of each block that is written, by its index, in the order of the annotations. A highlight that lies in
 * blocks which are not written only is in none.
 */
export function highlightsByBlock(
  spans: readonly Span[],
  isWritten: (block: number) => boolean,
  annotations: readonly Annotation[]
): ReadonlyMap<number, readonly BlockHighlight[]> {
  const byBlock = new Map<number, BlockHighlight[]>()
  for (const annotation of annotations) {
    const { start, end } = annotation.selector
    const touched: { index: number; start: number; end: number }[] = []
    for (let index = firstEndingAfter(spans, start); index < spans.length; index++) {
      const own = spans[index]
      if (!own || own.start >= end) break
      const [from, to] = [Math.max(start, own.start), Math.min(end, own.end)]
      if (to > from && isWritten(index)) touched.push({ index, start: from - own.start, end: to - own.start })
    }
    touched.forEach(({ index, ...place }, at) => {
      const list = byBlock.get(index) ?? []
      list.push({ ...place, annotation, begins: at === 0, ends: at === touched.length - 1 })
      byBlock.set(index, list)
    })
  }
  return byBlock
}
