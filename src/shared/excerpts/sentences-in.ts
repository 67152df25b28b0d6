import type { Span } from '../model/offsets'
import type { Block } from '../model/text-content'
import { sentences } from '../text/sentences'

const known = new WeakMap<Block, readonly Span[]>()

/** The sentences of a block by offsets within it (UTF-16), cut once: a block may be a book. */
export function sentencesIn(block: Block): readonly Span[] {
  const found = known.get(block) ?? sentences(block.text)
  known.set(block, found)
  return found
}
