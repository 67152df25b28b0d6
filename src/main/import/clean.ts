import type { ImportWarning } from '../../shared/model/import-warning'
import type { ParsedBlock, RawText } from './parsed'

/** Control characters that no text needs, and halves of characters. Line ends within a block are spaces. */
const unwanted = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/**
 * A text without what no text can hold: control characters and lone surrogates become spaces where they are white space
 * and U+FFFD elsewhere, so that offsets stay. Marks of direction are kept. What was replaced is counted.
 */
export function cleaned(text: RawText): RawText {
  let [controls, replaced] = [0, 0]
  const blocks = text.blocks.map((block): ParsedBlock => {
    const clean = block.text.replace(unwanted, (character) => {
      if (/\s|\u0085/.test(character)) return ' '
      controls++
      return '\uFFFD'
    })
    replaced += clean.match(/\uFFFD/g)?.length ?? 0
    return clean === block.text ? block : { ...block, text: clean }
  })
  const warnings: ImportWarning[] = [...(text.warnings ?? [])]
  if (controls > 0) warnings.push({ key: 'controlCharacters', count: controls })
  if (replaced > controls) warnings.push({ key: 'replacementCharacters', count: replaced - controls })
  return { ...text, blocks, warnings }
}
