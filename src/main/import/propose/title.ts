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
    // A sentence is a title only where nothing else can be one.
    if (best === -1 || worth(block) > worth(blocks[best])) best = index
  }
  return best
}

function worth(block: ParsedBlock | undefined): number {
  const text = block?.text ?? ''
  return text.length - (/[.。！!;；]$/.test(text) ? 1000 : 0)
}

/** A paragraph of the text itself: long, or a whole sentence of some length. */
function isBody(text: string): boolean {
  const han = /\p{Script=Han}/u.test(text)
  const length = han ? text.length * 2.5 : text.length
  return length > 330 || (length > 90 && /[.。！？!?]["”’)）]?$/.test(text))
}

/** What a text is called by its file, where it says no title itself. */
export function nameAsTitle(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '') || fileName
}
