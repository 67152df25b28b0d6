import type { CountedFormula } from '../../shared/formulae/formula-answers'
import type { Formula, FormulaKind, FormulaRendering } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { fold } from '../../shared/text/fold'
import type { RegisterFilter } from './formulae-desk'

interface Filters {
  readonly filter: RegisterFilter
  readonly kind: FormulaKind | ''
  /** Formulae that stand first in a text of this year or a later one; null: all. */
  readonly since: number | null
  readonly words: string
}

/** The formulae that a list shows, the most frequent first. */
export function listedFormulae(
  all: readonly Formula[],
  counts: ReadonlyMap<string, CountedFormula>,
  { filter, kind, since, words }: Filters
): Formula[] {
  const sought = fold(words.trim()).text
  return all
    .filter((formula) => {
      if (kind !== '' && formula.kind !== kind) return false
      const own = counts.get(formula.id)
      if (since !== null && !(Number(own?.first.slice(0, 4) ?? 0) >= since)) return false
      if (filter === 'present' && (own?.count ?? 0) === 0) return false
      if (filter === 'several' && Object.keys(own?.renderings ?? {}).length < 2) return false
      return sought === '' || holds(formula, sought)
    })
    .sort(
      (a, b) =>
        (counts.get(b.id)?.count ?? 0) - (counts.get(a.id)?.count ?? 0) ||
        formulaName(a).localeCompare(formulaName(b))
    )
}

function holds({ forms, pinyin, gloss, renderings }: Formula, sought: string): boolean {
  const toneless = pinyin.normalize('NFD').replace(/\p{M}/gu, '')
  const words = Object.values<FormulaRendering>(renderings).map((each) => each.words)
  return [...forms, pinyin, toneless, gloss, ...words].some((each) => fold(each).text.includes(sought))
}
