import type { Formula, FormulaRendering } from './formula'

/** The renderings of a formula, accepted ones first, each group in the order of decision. */
export function renderingsOf(formula: Pick<Formula, 'renderings'>): FormulaRendering[] {
  const rank = { accepted: 0, proposed: 1, rejected: 2 }
  return Object.values<FormulaRendering>(formula.renderings).sort(
    (a, b) =>
      rank[a.status] - rank[b.status] ||
      (a.decided === b.decided ? (a.id < b.id ? -1 : 1) : a.decided < b.decided ? -1 : 1)
  )
}

/** What a formula is called: its first form, else its first rendering, else its id. */
export function formulaName(formula: Pick<Formula, 'id' | 'forms' | 'renderings'>): string {
  return formula.forms[0] ?? renderingsOf(formula)[0]?.words ?? formula.id
}
