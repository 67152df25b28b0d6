import type { ThemeId } from '../../../shared/model/ids'
import type { Theme } from '../../../shared/model/theme'
import { themesInOrder } from './codebook-columns'

/** So long may the path of a tag be in Taguette, in characters. */
const longestPath = 200

/** What Taguette calls each theme. */
export interface TaguettePaths {
  readonly paths: ReadonlyMap<ThemeId, string>
  /** How many were cut. */
  readonly shortened: number
  /** How many got a number behind them, as another has the same path there. */
  readonly renamed: number
}

/** Paths of tags: the names from the root down, parted by dots as Taguette has it, each path once. */
export function taguettePaths(themes: Readonly<Record<ThemeId, Theme>>): TaguettePaths {
  const paths = new Map<ThemeId, string>()
  const taken = new Set<string>()
  let shortened = 0
  let renamed = 0
  for (const { id, name, parent } of themesInOrder(themes)) {
    const above = parent === null ? undefined : paths.get(parent)
    // Blanks at its ends Taguette takes away, and it knows no line ends in a tag.
    const own = name.replace(/\s+/g, ' ').trim() || id
    const wanted = above === undefined ? own : `${above}.${own}`
    const whole = cut(wanted, longestPath)
    if (whole !== wanted) shortened++
    let path = whole
    for (let number = 2; taken.has(path); number++) path = `${cut(whole, longestPath - 5)} ${number}`
    if (path !== whole) renamed++
    taken.add(path)
    paths.set(id, path)
  }
  return { paths, shortened, renamed }
}

function cut(text: string, length: number): string {
  const signs = Array.from(text)
  return signs.length <= length ? text : signs.slice(0, length).join('').trim()
}
