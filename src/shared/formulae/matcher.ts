import type { FormulaId, RenderingId } from '../model/ids'
import { hardBreak, TokenFolder, type TokenRow } from './tokens'

/** Words that are looked for; `rendering` is null for a source form. */
export interface FormulaPattern {
  readonly formula: FormulaId
  readonly rendering: RenderingId | null
  readonly words: string
}

/** Where a pattern stands: its index, and UTF-16 offsets of the text itself, end exclusive. */
interface FormulaMatch {
  readonly pattern: number
  readonly start: number
  readonly end: number
}

interface Node {
  readonly next: Map<number, Node>
  /** The patterns that end here. */
  readonly patterns: number[]
}

const node = (): Node => ({ next: new Map(), patterns: [] })

/**
 * Finds all renderings of all formulae in one pass, by a trie over folded tokens. Of the matches of one formula those that lie
 * within a longer one are left out; matches of different formulae may overlap.
 */
export class FormulaMatcher {
  private readonly root = node()
  private readonly strict: readonly string[]

  constructor(
    readonly patterns: readonly FormulaPattern[],
    readonly folder = new TokenFolder()
  ) {
    this.strict = patterns.map(({ words }) => strictly(words))
    patterns.forEach(({ words }, index) => {
      const ids = trimmed(folder.tokens(words).ids)
      if (ids.length === 0) return
      let at = this.root
      for (const id of ids) {
        const next = at.next.get(id) ?? node()
        at.next.set(id, next)
        at = next
      }
      at.patterns.push(index)
    })
  }

  /** The matches in a text, by start. */
  find(text: string, row: TokenRow = this.folder.tokens(text)): FormulaMatch[] {
    const found: FormulaMatch[] = []
    const { ids, starts, ends, length } = row
    for (let from = 0; from < length; from++) {
      let at = this.root.next.get(ids[from] ?? -1)
      for (let to = from; at; ) {
        if (at.patterns.length > 0) this.add(found, at.patterns, text, starts[from] ?? 0, ends[to] ?? 0)
        to++
        if (to >= length) break
        at = at.next.get(ids[to] ?? -1)
      }
    }
    return found.length < 2 ? found : this.withoutInner(found)
  }

  /** One match a formula: of renderings that fold alike the one that is written just so, else the first. */
  private add(
    found: FormulaMatch[],
    patterns: readonly number[],
    text: string,
    start: number,
    end: number
  ): void {
    const best = new Map<FormulaId, number>()
    let written: string | null = null
    for (const each of patterns) {
      const formula = this.patterns[each]?.formula
      if (formula === undefined) continue
      if (!best.has(formula)) best.set(formula, each)
      else {
        written ??= strictly(text.slice(start, end))
        if (this.strict[each] === written) best.set(formula, each)
      }
    }
    for (const pattern of best.values()) found.push({ pattern, start, end })
  }

  private withoutInner(found: readonly FormulaMatch[]): FormulaMatch[] {
    const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
    const reach = new Map<FormulaId, number>()
    return sorted.filter(({ pattern, end }) => {
      const formula = this.patterns[pattern]?.formula
      if (formula === undefined || end <= (reach.get(formula) ?? -1)) return false
      reach.set(formula, end)
      return true
    })
  }
}

function trimmed(ids: Int32Array): Int32Array {
  let end = ids.length
  while (end > 0 && ids[end - 1] === hardBreak) end--
  return ids.subarray(0, end)
}

/** Letters, figures and “and” as they are written, to tell renderings that fold alike. */
function strictly(words: string): string {
  return (
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}&+]+/gu) ?? []
  ).join(' ')
}
