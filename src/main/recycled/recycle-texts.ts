import { setImmediate as nextTurn } from 'node:timers/promises'
import { partsOutside } from '../../shared/formulae/miner'
import type { RecycledPassage } from '../../shared/recycled/recycled'
import { RecycledFinder } from '../../shared/recycled/recycled-finder'
import type { TextShelf } from '../concordance/text-shelf'
import type { FormulaText } from '../formulae/formula-questions'

/** So long in one go, in milliseconds; then other questions are heard. */
const sliceMs = 100

/** What was found last: another text is added to it, where all others are the same. */
export interface Recycled {
  readonly finder: RecycledFinder
  readonly texts: readonly FormulaText[]
}

interface RecycledWork {
  readonly folder: string
  readonly texts: readonly FormulaText[]
  /** Whether somebody still waits. */
  isWanted(): boolean
  told(done: number): Promise<unknown>
}

/** Adds the texts that are new since `before`; null where it was cancelled. Boilerplate is left out. */
export async function recycleTexts(
  { folder, texts, isWanted, told }: RecycledWork,
  shelf: TextShelf,
  before: Recycled | null
): Promise<Recycled | null> {
  const goesOn = before?.texts.every((each, at) => isSame(each, texts[at])) ?? false
  const finder = before && goesOn ? before.finder : new RecycledFinder()
  let until = performance.now() + sliceMs
  for (let at = before && goesOn ? before.texts.length : 0; at < texts.length; at++) {
    if (!isWanted()) return null
    const own = texts[at]
    const read = own && (await shelf.text(folder, own.text))
    if (own && read?.ok)
      finder.add(at, read.value.text, partsOutside(read.value.blocks, new Set(own.furniture)))
    if (performance.now() < until) continue
    await told(at)
    await nextTurn()
    until = performance.now() + sliceMs
  }
  return { finder, texts }
}

/** The passages that are worth most, and how many there are. */
export function recycledPassages(
  { finder }: Recycled,
  works: readonly string[],
  most: number
): { readonly total: number; readonly passages: readonly RecycledPassage[] } {
  const all = finder.passages((document) => works[document] ?? '')
  return { total: all.length, passages: all.slice(0, most) }
}

function isSame(a: FormulaText, b: FormulaText | undefined): boolean {
  return a.text === b?.text && a.furniture.join() === b.furniture.join()
}
