import { phraseKey } from '../../shared/formulae/phrase-key'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import { fold } from '../../shared/text/fold'

interface Ranked {
  readonly formula: Formula
  /** One of its forms or renderings stands in what another version says there. */
  readonly isBeside: boolean
}

/**
 * The formulae that words may belong to: those that stand in other versions there come first. `held` is the one that has
 * the words already; it is not among them.
 *
 * @param typed what the person looks for among them
 * @param beside what other versions say where the words stand
 */
export function rankedFormulae(
  all: readonly Formula[],
  words: string,
  typed: string,
  beside: readonly string[]
): { readonly found: readonly Ranked[]; readonly held: Formula | null } {
  const key = phraseKey(words)
  const there = beside.map((each) => fold(each).text)
  const sought = fold(typed.trim()).text
  let held: Formula | null = null
  const found: Ranked[] = []
  for (const formula of all) {
    const own = wordsOf(formula)
    if (key !== '' && own.some((each) => phraseKey(each) === key)) {
      held = formula
      continue
    }
    const folded = own.map((each) => fold(each).text)
    if (sought !== '' && !holds(formula, folded, sought)) continue
    found.push({ formula, isBeside: folded.some((each) => there.some((text) => text.includes(each))) })
  }
  found.sort(
    (a, b) =>
      Number(b.isBeside) - Number(a.isBeside) || formulaName(a.formula).localeCompare(formulaName(b.formula))
  )
  return { found, held }
}

function holds({ pinyin, gloss }: Formula, folded: readonly string[], sought: string): boolean {
  const toneless = pinyin.normalize('NFD').replace(/\p{M}/gu, '')
  return [...folded, fold(toneless).text, fold(gloss).text].some((each) => each.includes(sought))
}

function wordsOf({ forms, renderings }: Formula): string[] {
  const accepted = Object.values<FormulaRendering>(renderings).filter(({ status }) => status === 'accepted')
  return [...forms, ...accepted.map((each) => each.words)]
}
