const closing = '"\'”’»」』）)]】》〉'

/** What closes a quotation that was opened with another mark than is usual. */
const openedBy: Readonly<Record<string, string>> = { '“': '„', '‘': '‚', '«': '»' }

/** So far back the opening of such a quotation is looked for, UTF-16 code units. */
const longestQuotation = 600

/**
 * What lies behind a place in a block, as far as sentences need it. What was found out last is remembered, and straight
 * quotation marks are counted once: runs of stops, and blocks full of quotations, take time that grows with their length.
 */
export class SentenceScan {
  private stops = { from: -1, to: -1 }
  private closed = { from: -1, to: -1 }
  private opened = { from: -1, opens: false }
  private marks: readonly number[] | null = null

  constructor(readonly text: string) {}

  /** Behind the run of stops that goes on at `at`. */
  afterStops(at: number): number {
    if (at < this.stops.from || at >= this.stops.to) {
      let to = at + 1
      while (to < this.text.length && '。！？!?.'.includes(this.text.charAt(to))) to++
      this.stops = { from: at, to }
    }
    return this.stops.to
  }

  /** Behind the closing quotation marks and brackets at `from`. */
  afterClosing(from: number): number {
    if (this.closed.from !== from) {
      let to = from
      while (to < this.text.length && this.closes(to)) to++
      this.closed = { from, to }
    }
    return this.closed.to
  }

  /** Whether what follows `from` (after white space) can begin a sentence. */
  opensSentence(from: number): boolean {
    if (this.opened.from !== from) {
      const { text } = this
      let at = from
      while (at < text.length && isSpace(text, at)) at++
      const opens =
        at >= text.length || /^[\p{Lu}\p{Lo}\d"“‘„‚«'「『（(《【[•–—-]/u.test(text.slice(at, at + 2))
      this.opened = { from, opens }
    }
    return this.opened.opens
  }

  private closes(at: number): boolean {
    const mark = this.text.charAt(at)
    if (closing.includes(mark)) return !this.opensQuotation(at)
    // „So?“ and »So?« close with what opens elsewhere.
    const opening = openedBy[mark]
    if (opening === undefined) return false
    const before = this.text.slice(Math.max(0, at - longestQuotation), at)
    return before.lastIndexOf(opening) > before.lastIndexOf(mark)
  }

  /** A straight quotation mark right before a letter opens the next sentence, unless one before it is still open. */
  private opensQuotation(at: number): boolean {
    const mark = this.text.charAt(at)
    if ((mark !== '"' && mark !== "'") || !/\p{L}/u.test(this.text.charAt(at + 1))) return false
    return mark === "'" || this.marksBefore(at) % 2 === 0
  }

  /** How many straight double quotation marks stand before a place. */
  private marksBefore(at: number): number {
    this.marks ??= Array.from(this.text.matchAll(/"/g), ({ index }) => index)
    let [low, high] = [0, this.marks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.marks[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}

export function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

export function isChineseAt(text: string, at: number): boolean {
  return /\p{Script=Han}/u.test(text.charAt(at))
}
