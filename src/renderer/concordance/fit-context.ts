import type { ConcordanceLine } from '../../shared/concordance/lines'

/** Where a text may begin after a cut: behind white space, or at a sign that stands without white space around it. */
const begins = /(?<=\s)\S|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** The places in a text at which a whole word begins, ascending; 0 among them. */
function wordStarts(text: string): number[] {
  const starts = [0]
  for (const { index } of text.matchAll(begins)) if (index > 0) starts.push(index)
  return starts
}

/**
 * From where a text is shown so that its end fits into a width, in whole words. `widthOf` measures in any unit. The text's
 * length where not even its last word fits.
 */
export function fittingStart(text: string, width: number, widthOf: (part: string) => number): number {
  const starts = wordStarts(text)
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (widthOf(text.slice(starts[middle])) <= width) high = middle
    else low = middle + 1
  }
  return starts[low] ?? text.length
}

interface Fitted {
  readonly width: number
  readonly font: string
  readonly start: number
}

/** The most that a hit takes of the width it shares with its contexts; the style sheet has the same. */
const hitShare = 0.44
/** Measured widths and drawn ones may differ by so many pixels. */
const tolerance = 3

/** Measures the left contexts of lines, each once for a width and a type. */
export class ContextFitter {
  private readonly fitted = new WeakMap<ConcordanceLine, Fitted>()
  private readonly pen = document.createElement('canvas').getContext('2d')

  /**
   * From where the left context of a line is shown.
   * @param room what both contexts and the hit have together, in pixels
   * @param font of the contexts and of the hit, as CSS writes them
   */
  startOf(line: ConcordanceLine, room: number, font: string, hitFont: string): number {
    const known = this.fitted.get(line)
    if (known?.width === room && known.font === font) return known.start
    if (!this.pen || room <= 0) return 0
    const pen = this.pen
    pen.font = hitFont
    const hit = Math.min(room * hitShare, pen.measureText(line.hit).width)
    pen.font = font
    const width = (room - hit) / 2 - tolerance
    const start = fittingStart(line.left, width, (part) => pen.measureText(part).width)
    this.fitted.set(line, { width: room, font, start })
    return start
  }
}
