import type { ParsedCode, RawFile } from '../parsed'
import { hasPosition, type ParsedQuote, type SidecarTarget } from '../parsed-sidecars'

/** Highlights as they are read, put together by the text that they are on. */
export class HighlightsByText {
  /** Those that have a place but no words. */
  leftOut = 0
  private readonly texts = new Map<string, { of: SidecarTarget; quotes: ParsedQuote[] }>()

  constructor(private readonly codebook: readonly ParsedCode[] = []) {}

  add(of: SidecarTarget, given: ParsedQuote): void {
    const isPlaced = given.exact.trim() !== '' || hasPosition(given)
    const quote = isPlaced ? given : asNote(given)
    if (!isPlaced && quote.memo === '') {
      this.leftOut++
      return
    }
    const key = JSON.stringify([of.doi, of.source, of.doi || of.source ? '' : of.title])
    const own = this.texts.get(key) ?? { of, quotes: [] }
    own.quotes.push(quote)
    this.texts.set(key, own)
  }

  file(more: Partial<RawFile> = {}): RawFile {
    const sidecars = [...this.texts.values()].map((each) => ({ kind: 'highlights' as const, ...each }))
    if (sidecars.length === 0 && !more.sidecars?.length && this.leftOut > 0)
      throw new Error('its highlights have neither words nor a position in the text')
    const warnings = this.leftOut > 0 ? [{ key: 'passagesWithoutQuote' as const, count: this.leftOut }] : []
    return {
      texts: [],
      codebook: this.codebook,
      warnings,
      ...more,
      sidecars: [...sidecars, ...(more.sidecars ?? [])]
    }
  }
}

/** A theme is always on a passage: what a text is tagged with as a whole is said in the note on it. */
function asNote({ memo, themes, codings: _, ...quote }: ParsedQuote): ParsedQuote {
  const tags = themes.map((path) => `#${path.join(' / ')}`).join(' ')
  return { ...quote, memo: [memo, tags].filter(Boolean).join('\n\n'), themes: [] }
}
