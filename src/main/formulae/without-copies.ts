import type { FormulaId } from '../../shared/model/ids'
import { type Copies, copyFacts, countedOnce } from '../../shared/recycled/copies'
import type { FoundFormulae, Occurrence } from './find-occurrences'

/** By what was found; the copies are those of the same texts. */
const known = new WeakMap<FoundFormulae, FoundFormulae>()

/** Where formulae stand, less the places in text that stands nearly alike in an earlier text of another work. */
export function withoutCopies(found: FoundFormulae, copies: Copies): FoundFormulae {
  const before = known.get(found)
  if (before) return before
  const documents = found.documents.flatMap(({ id }, at) => {
    const text = found.texts[at]?.text
    return text === undefined ? [] : [{ id, text }]
  })
  const byFormula = new Map<FormulaId, readonly Occurrence[]>()
  for (const [formula, all] of found.byFormula) {
    const document = Uint32Array.from(all, (each) => each.document)
    const start = Uint32Array.from(all, (each) => each.start)
    const order = Uint32Array.from(all.keys())
    const left = countedOnce(order, document, copyFacts({ document, start }, documents, copies))
    byFormula.set(
      formula,
      Array.from(left).flatMap((at) => all[at] ?? [])
    )
  }
  const made = { ...found, byFormula }
  known.set(found, made)
  return made
}
