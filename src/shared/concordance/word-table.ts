/** Shorter words are copied where they are cut out of a text; longer ones would hold the whole text in memory. UTF-16 code units. */
const longestCopied = 12
/** What is longer than this is no word, and is kept as it was cut; UTF-16 code units. */
const longestWord = 2000

/**
 * Words by number, in the order in which they were met. A word is looked up where it stands in a text, without being cut out of it:
 * counting a corpus looks up each of its words.
 */
export class WordTable {
  readonly words: string[] = []
  private hashes = new Int32Array(1 << 9)
  /** Open addressing: the number of a word and one; 0 where there is none. Twice as many as words at least. */
  private slots = new Int32Array(1 << 10)

  /** The number of a word; a new one where it was not met yet. */
  number(word: string): number {
    return this.numberAt(word, 0, word.length)
  }

  /** The number of the word in a stretch of a text (UTF-16 code units, end exclusive); a new one where it was not met yet. */
  numberAt(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to)
    const at = this.slotOf(hash, text, from, to)
    const known = this.slots[at] ?? 0
    if (known > 0) return known - 1
    const number = this.words.push(copied(text, from, to)) - 1
    if (number >= this.hashes.length) this.grow()
    this.hashes[number] = hash
    this.slots[this.slotOf(hash, text, from, to)] = number + 1
    return number
  }

  /** The number of a word that was met. */
  find(word: string): number | undefined {
    const known = this.slots[this.slotOf(hashOf(word, 0, word.length), word, 0, word.length)] ?? 0
    return known === 0 ? undefined : known - 1
  }

  /** The slot of a word, or the free one where it belongs. */
  private slotOf(hash: number, text: string, from: number, to: number): number {
    const { slots, hashes, words } = this
    const mask = slots.length - 1
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const own = (slots[at] ?? 0) - 1
      if (own < 0 || (hashes[own] === hash && standsAt(words[own] ?? '', text, from, to))) return at
    }
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2)
    hashes.set(this.hashes)
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.hashes.length; number++) {
      let at = (hashes[number] ?? 0) & mask
      while (slots[at] !== 0) at = (at + 1) & mask
      slots[at] = number + 1
    }
    this.hashes = hashes
    this.slots = slots
  }
}

/** FNV-1a, its high bits folded onto the low ones. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function standsAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}

function copied(text: string, from: number, to: number): string {
  const cut = text.slice(from, to)
  if (cut.length <= longestCopied || cut.length > longestWord) return cut
  return String.fromCharCode(...Array.from({ length: cut.length }, (_, at) => cut.charCodeAt(at)))
}
