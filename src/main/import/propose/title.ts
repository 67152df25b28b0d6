import type { ParsedBlock } from '../parsed'

/**
 * Finds the title among the opening blocks: a first-level heading, or else the longest short line before the body
 * begins. Short lines above it (the name of a column of the site) are furniture.
 *
 * @returns the index of the title's block, or -1
 */
export function findTitle(blocks: readonly ParsedBlock[]): number {
  const heading = blocks.findIndex((block) => block.kind === 'heading' && !block.furniture)
  if (heading !== -1) return heading
  let best = -1
  for (const [index, block] of blocks.entries()) {
    if (block.furniture) continue
    if (index > 8 || isBody(block.text)) break
    if (best === -1 || block.text.length > (blocks[best]?.text.length ?? 0)) best = index
  }
  return best
}

/** A paragraph of the text itself: long, or a whole sentence of some length. */
function isBody(text: string): boolean {
  const han = /\p{Script=Han}/u.test(text)
  const length = han ? text.length * 2.5 : text.length
  return length > 330 || (length > 90 && /[.。！？!?]["”’)）]?$/.test(text))
}
