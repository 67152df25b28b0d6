import { createHash } from 'node:crypto'
import type { FormulaPattern } from '../../shared/formulae/matcher'
import type { ContentHash } from '../../shared/model/ids'
import type { DiskCache } from '../concordance/disk-cache'
import { bytesOf, PartReader } from '../concordance/kept-parts'
import { textSource } from '../concordance/text-source'
import { type FoundMatches, PatternSet } from './found-matches'

/** To be raised when texts are cut or folded otherwise: what was found before does not hold then. */
const version = 1
/** Numbers of the head, one Uint32 each. */
const heads = 3

/** A text with what was found in it; `furniture`: which paragraphs were left out. */
export interface FoundText {
  readonly text: ContentHash
  readonly furniture: readonly number[]
  readonly matches: FoundMatches
}

interface KeptList {
  readonly patterns: readonly FormulaPattern[]
  /** `bytes` of its file, `count` of what was found in it. */
  readonly texts: readonly (Pick<FoundText, 'text' | 'furniture'> & {
    readonly bytes: number
    readonly count: number
  })[]
}

const nameOf = (folder: string) =>
  `${createHash('sha256').update(folder).digest('hex').slice(0, 40)}.formulae`

/** Keeps on the disk where the formulae of a project stand, for another day. All texts are of one set of patterns. */
export function keepOccurrences(cache: DiskCache, folder: string, all: readonly FoundText[]): void {
  const [first] = all
  if (!first) return
  const columns = (['patterns', 'starts', 'ends'] as const).map((column) => {
    const joined = new Uint32Array(all.reduce((sum, { matches }) => sum + matches.patterns.length, 0))
    let at = 0
    for (const { matches } of all) {
      joined.set(matches[column], at)
      at += matches[column].length
    }
    return joined
  })
  const list: KeptList = {
    patterns: first.matches.of.patterns,
    texts: all.map(({ text, furniture, matches }) => {
      const bytes = textSource(folder, text)?.bytes ?? 0
      return { text, furniture, bytes, count: matches.patterns.length }
    })
  }
  const said = Buffer.from(JSON.stringify(list), 'utf8')
  const head = Uint32Array.of(version, said.length, columns[0]?.length ?? 0)
  cache.write(nameOf(folder), [bytesOf(head), ...columns.map(bytesOf), said])
}

/** What was kept of a project, less texts whose files are not what they were; empty where nothing was. */
export function keptOccurrences(cache: DiskCache, folder: string): FoundText[] {
  const kept = cache.read(nameOf(folder))
  if (!kept) return []
  const reader = new PartReader(kept.bytes)
  const [own = 0, saidBytes = 0, total = 0] = reader.numbers(heads)
  if (own !== version) return []
  const columns = [reader.numbers(total), reader.numbers(total), reader.numbers(total)] as const
  const list: KeptList = JSON.parse(reader.text('utf8', saidBytes))
  const of = new PatternSet(list.patterns)
  let from = 0
  return list.texts.flatMap(({ text, furniture, bytes, count }) => {
    const [patterns, starts, ends] = columns.map((column) => column.slice(from, from + count))
    from += count
    const source = textSource(folder, text)
    if (!patterns || !starts || !ends || source?.bytes !== bytes || source.at > kept.at) return []
    return [{ text, furniture, matches: { of, patterns, starts, ends } }]
  })
}
