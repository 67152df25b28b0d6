import type { CandidateEntry, ProposedRendering } from '../../shared/formulae/formula-answers'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import type { ProjectInfo } from '../../shared/model/project'
import { currentProject } from '../state/project'
import type { FormulaeDesk } from './formulae-desk'

let decided: { readonly of: ProjectInfo['formulae']; readonly keys: ReadonlySet<string> } | null = null

/** The keys of all forms and renderings of the register, whatever was decided. */
function decidedKeys(formulae: ProjectInfo['formulae']): ReadonlySet<string> {
  if (decided?.of === formulae) return decided.keys
  const keys = new Set(Object.values<Formula>(formulae).flatMap((each) => [...keysOf(each)]))
  decided = { of: formulae, keys }
  return keys
}

function keysOf({ forms, renderings }: Formula): Set<string> {
  return new Set([
    ...forms.map(phraseKey),
    ...Object.values<FormulaRendering>(renderings).map(({ words }) => phraseKey(words))
  ])
}

/** The candidates that nobody has decided on: one that is undone is among them again. */
export function candidatesLeft(
  candidates: readonly CandidateEntry[] | null,
  { formulae, dismissed }: Pick<ProjectInfo, 'formulae' | 'dismissed'>
): readonly CandidateEntry[] | null {
  if (candidates === null) return null
  const keys = decidedKeys(formulae)
  return candidates.filter(({ key }) => !keys.has(key) && !Object.hasOwn(dismissed, key))
}

/** The proposals for a formula that nobody has decided on. */
export function proposalsLeft(
  proposals: readonly ProposedRendering[] | null,
  formula: Formula
): readonly ProposedRendering[] | null {
  if (proposals === null) return null
  const keys = keysOf(formula)
  return proposals.filter(({ key }) => !keys.has(key))
}

/** What waits for a decision in a desk at this moment, and which one of it a key decides on. */
export function waiting({ state }: FormulaeDesk) {
  const { info } = currentProject().state
  const { chosen, marked } = state
  const formula = chosen?.kind === 'formula' ? info.formulae[chosen.id] : undefined
  const candidates = candidatesLeft(state.candidates, info) ?? []
  const proposals = (formula && proposalsLeft(state.proposals, formula)) ?? []
  return {
    formula,
    candidates,
    proposals,
    candidate: chosen?.kind === 'candidate' ? candidates.find(({ key }) => key === chosen.key) : undefined,
    proposal: proposals.find(({ key }) => key === marked) ?? proposals[0]
  }
}
