import type { ParsedBlock } from '../parsed'

const bullet = /^[•·▪◦‣●○■□\uF0B7]\s+/u

/** A paragraph that begins with a bullet is an item of a list; the bullet is its mark and no part of its words. */
export function withBullets(blocks: readonly ParsedBlock[]): ParsedBlock[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' && bullet.test(block.text)
      ? { ...block, kind: 'list-item', text: block.text.replace(bullet, '') }
      : block
  )
}
