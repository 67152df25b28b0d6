import { sliceMarked } from '../../../shared/model/inline-mark'
import type { ParsedBlock } from '../parsed'

const bullet = /^[•·▪◦‣●○■□\uF0B7]\s+/u

/** A paragraph that begins with a bullet is an item of a list; the bullet is its mark and no part of its words. */
export function withBullets(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' && bullet.test(block.text)
      ? { ...sliceMarked(block, bullet.exec(block.text)?.[0].length ?? 0), kind: 'list-item' }
      : block
  )
}
