/** What the dictionary says of one headword. */
export interface LexiconEntry {
  /** Readings in pinyin without tones, syllables parted by a space. */
  readonly readings: readonly string[]
  /** English senses in lower case, most usual first. */
  readonly senses: readonly string[]
}

/** A bilingual dictionary that can be asked for a headword. */
export interface Lexicon {
  lookUp(word: string): LexiconEntry | null
}

export const noLexicon: Lexicon = { lookUp: () => null }

/** The longest headword that is looked for, in UTF-16 code units (all of them are Han characters of the BMP). */
export const longestHeadword = 8

/**
 * CC-CEDICT as `scripts/lib/chinese-lexicon.mjs` writes it: sorted lines. Nothing is parsed before it is asked for;
 * opening it only finds where the lines of each first character stand.
 */
export class ChineseLexicon implements Lexicon {
  private readonly ranges = new Map<string, [start: number, end: number]>()
  private readonly opened = new Map<string, Map<string, string>>()
  private readonly known = new Map<string, LexiconEntry | null>()

  constructor(private readonly text: string) {
    let at = 0
    while (at < text.length) {
      const end = text.indexOf('\n', at)
      const next = end < 0 ? text.length : end + 1
      const first = text.charAt(at)
      const range = this.ranges.get(first)
      if (range) range[1] = next
      else this.ranges.set(first, [at, next])
      at = next
    }
  }

  lookUp(word: string): LexiconEntry | null {
    const known = this.known.get(word)
    if (known !== undefined) return known
    const entry = this.find(word)
    this.known.set(word, entry)
    return entry
  }

  private find(word: string): LexiconEntry | null {
    const line = this.linesOf(word.charAt(0)).get(word)
    if (line === undefined) return null
    if (line.startsWith('=')) return line.slice(1) === word ? null : this.lookUp(line.slice(1))
    const [readings = '', senses = ''] = line.split('\t')
    return {
      readings: readings === '' ? [] : readings.split(','),
      senses: senses === '' ? [] : senses.split(';')
    }
  }

  private linesOf(first: string): Map<string, string> {
    const opened = this.opened.get(first)
    if (opened) return opened
    const lines = new Map<string, string>()
    const [start, end] = this.ranges.get(first) ?? [0, 0]
    for (const line of this.text.slice(start, end).split('\n')) {
      const tab = line.indexOf('\t')
      if (tab > 0) lines.set(line.slice(0, tab), line.slice(tab + 1))
    }
    this.opened.set(first, lines)
    return lines
  }
}
