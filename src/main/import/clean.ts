import type { ImportWarning } from '../../shared/model/import-warning'
import type { ParsedBlock, RawText } from './parsed'

/** Control characters that no text needs, and halves of characters. Line ends of all kinds within a block are spaces. */
const unwanted = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu

export interface Cleaned {
  readonly blocks: ParsedBlock[]
  readonly warnings: ImportWarning[]
}

/**
 * Blocks without what no text can hold: control characters and lone surrogates become spaces where they are white space
 * and U+FFFD elsewhere, so that offsets stay. Marks of direction are kept. What was replaced is counted.
 */
export function cleanBlocks(blocks: readonly ParsedBlock[]): Cleaned {
  let controls = 0
  const clean = blocks.map((block): ParsedBlock => {
    const text = block.text.replace(unwanted, (character) => {
      if (/\s|\u0085/.test(character)) return ' '
      controls++
      return '\uFFFD'
    })
    return text === block.text ? block : { ...block, text }
  })
  return { blocks: clean, warnings: controls > 0 ? [{ key: 'controlCharacters', count: controls }] : [] }
}

/** A text with clean blocks. Characters that could not be read are counted too. */
export function cleaned(text: RawText): RawText {
  const { blocks, warnings: told } = cleanBlocks(text.blocks)
  const controls = told.reduce((sum, { count }) => sum + count, 0)
  const replaced = blocks.reduce((sum, block) => sum + (block.text.match(/\uFFFD/g)?.length ?? 0), 0)
  const warnings: ImportWarning[] = [...(text.warnings ?? []), ...told]
  if (replaced > controls) warnings.push({ key: 'replacementCharacters', count: replaced - controls })
  return { ...text, blocks, warnings }
}
