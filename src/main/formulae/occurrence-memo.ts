import { setImmediate as nextTurn } from 'node:timers/promises'
import { FormulaMatcher, type FormulaPattern } from '../../shared/formulae/matcher'
import { partsOutside } from '../../shared/formulae/miner'
import type { DiskCache } from '../concordance/disk-cache'
import type { TextShelf } from '../concordance/text-shelf'
import type { FormulaText, OccurrencesTask, TextMatches } from './formula-questions'
import { carriedOver, type FoundMatches, PatternSet } from './found-matches'
import { type FoundText, keepOccurrences, keptOccurrences } from './kept-occurrences'

/** Texts are read so often again that other questions are heard between, in milliseconds. */
const sliceMs = 12

/**
 * Where formulae stand in the texts of a project. A text never changes under its hash, and what is found of one formula does not
 * depend on the others: only formulae that changed are looked for again, and only in texts that are read anyway for them.
 */
export class OccurrenceMemo {
  private folder: string | null = null
  private found = new Map<string, FoundText>()
  private sets = new Map<string, PatternSet>()
  private hasNews = false

  /** @param cache where what was found is kept for another day; null: nowhere */
  constructor(
    private readonly shelf: TextShelf,
    private readonly cache: DiskCache | null
  ) {}

  async occurrences({ folder, texts, patterns }: OccurrencesTask): Promise<TextMatches[]> {
    if (this.folder !== folder) this.open(folder)
    const { found } = this
    const set = this.setOf(patterns)
    const matcherOf = matchers()
    const all: TextMatches[] = []
    let until = performance.now() + sliceMs
    for (const own of texts) {
      const key = keyOf(own)
      const before = found.get(key)?.matches ?? { ...nothing, of: none }
      if (before.of === set) {
        all.push(told(before))
        continue
      }
      const isKnown = set.stepFrom(before.of).fresh.length === 0
      const fresh = isKnown ? nothing : await this.search(folder, own, matcherOf(set, before.of))
      if (fresh === null) {
        all.push(nothing)
        continue
      }
      const matches = carriedOver(before, set, fresh)
      found.set(key, { text: own.text, furniture: own.furniture, matches })
      this.hasNews = true
      all.push(told(matches))
      if (performance.now() > until) {
        await nextTurn()
        until = performance.now() + sliceMs
      }
    }
    return all
  }

  /** Keeps on the disk what was found since, where all texts were searched for the same words. */
  async keep(): Promise<void> {
    const { cache, folder } = this
    const all = [...this.found.values()]
    const [first] = all
    if (!cache || folder === null || !this.hasNews || !first) return
    if (all.some(({ matches }) => matches.of !== first.matches.of)) return
    this.hasNews = false
    keepOccurrences(cache, folder, all)
    await cache.tidy()
  }

  private open(folder: string): void {
    this.folder = folder
    this.hasNews = false
    this.sets = new Map()
    this.found = new Map()
    const kept = this.cache ? keptOccurrences(this.cache, folder) : []
    for (const each of kept) this.found.set(keyOf(each), each)
    for (const set of new Set(kept.map(({ matches }) => matches.of)))
      this.sets.set(JSON.stringify(set.patterns), set)
  }

  /** The same set for the same words, so that what it found is known for its own. */
  private setOf(patterns: readonly FormulaPattern[]): PatternSet {
    const name = JSON.stringify(patterns)
    const known = this.sets.get(name) ?? new PatternSet(patterns)
    this.sets = new Map([[name, known]])
    return known
  }

  /** Null where the text cannot be read: it is tried again when it is asked for again. */
  private async search(
    folder: string,
    { text, furniture }: FormulaText,
    matcher: FormulaMatcher
  ): Promise<Omit<FoundMatches, 'of'> | null> {
    const read = await this.shelf.text(folder, text)
    if (!read.ok) return null
    const own = read.value
    const matches = partsOutside(own.blocks, new Set(furniture)).flatMap(({ start, end }) =>
      matcher.find(own.text, matcher.folder.tokens(own.text, start, end))
    )
    return {
      patterns: Uint32Array.from(matches, (each) => each.pattern),
      starts: Uint32Array.from(matches, (each) => each.start),
      ends: Uint32Array.from(matches, (each) => each.end)
    }
  }
}

const none = new PatternSet([])
const nothing = { patterns: new Uint32Array(), starts: new Uint32Array(), ends: new Uint32Array() }

const keyOf = ({ text, furniture }: Pick<FormulaText, 'text' | 'furniture'>) =>
  `${text} ${furniture.join(' ')}`

/** What is told is a copy: it is handed over to another thread. */
const told = ({ patterns, starts, ends }: FoundMatches): TextMatches => ({ patterns, starts, ends })

/** Gives the matcher for what a set looks for and another did not; each is made once. */
function matchers(): (to: PatternSet, from: PatternSet) => FormulaMatcher {
  const made = new Map<PatternSet, FormulaMatcher>()
  return (to, from) => {
    const known = made.get(from)
    if (known) return known
    const { fresh } = to.stepFrom(from)
    const matcher = new FormulaMatcher(fresh.flatMap((at) => to.patterns[at] ?? []))
    made.set(from, matcher)
    return matcher
  }
}
