import { appError, gone } from '../model/app-error'
import type { Dismissal, Formula, FormulaFacts, FormulaLink, FormulaRendering } from '../model/formula'
import { formulaName } from '../model/formula-name'
import type { CoderId, FormulaId } from '../model/ids'
import type { ProjectInfo } from '../model/project'
import type { FindingDecision } from '../model/quality-finding'
import type { AppError } from '../model/result'
import type { FormulaOperation } from './apply-formulae'
import { sameValue } from './same-value'

/** The first breach of what the register asks of an operation, or null. */
export function formulaProblem(info: ProjectInfo, op: FormulaOperation): AppError | null {
  switch (op.type) {
    case 'formula.add': {
      const { formula } = op
      const coders = [formula, ...Object.values<FormulaRendering>(formula.renderings)]
      return codersProblem(info, coders) ?? linksProblem(info, formula.id, formula.links)
    }
    case 'formula.update':
      return (
        seenProblem(info.formulae[op.id], op.expected) ??
        (op.patch.links ? linksProblem(info, op.id, op.patch.links) : null)
      )
    case 'formula.remove': {
      const linked = Object.values<Formula>(info.formulae).find(({ links }) =>
        links.some(({ formula }) => formula === op.id)
      )
      return linked ? appError('Conflict', 'formulaLinked', { name: formulaName(linked) }) : null
    }
    case 'rendering.add': {
      const { words, language } = op.rendering
      const known = Object.values<FormulaRendering>(info.formulae[op.formula]?.renderings ?? {})
      return known.some((each) => each.words === words && each.language === language)
        ? appError('Conflict', 'renderingDecided', { words })
        : codersProblem(info, [op.rendering])
    }
    case 'rendering.update': {
      const now = info.formulae[op.formula]?.renderings[op.id]
      if (now && op.expected?.status !== undefined && now.status !== op.expected.status)
        return appError('Conflict', 'renderingDecided', { words: now.words })
      for (const field of ['words', 'note'] as const)
        if (now && op.expected?.[field] !== undefined && now[field] !== op.expected[field])
          return appError('Conflict', 'textChanged')
      return op.patch.coder ? codersProblem(info, [{ coder: op.patch.coder }]) : null
    }
    case 'candidate.dismiss':
      return codersProblem(info, [op.dismissal])
    default:
      return null
  }
}

/** Whether a coder made or decided anything in the register, or on findings. */
export function isInRegister({ formulae, dismissed, findings }: ProjectInfo, coder: CoderId): boolean {
  return (
    Object.values<Formula>(formulae).some(
      (formula) =>
        formula.coder === coder ||
        Object.values<FormulaRendering>(formula.renderings).some((each) => each.coder === coder)
    ) ||
    Object.values<Dismissal>(dismissed).some((each) => each.coder === coder) ||
    Object.values<FindingDecision>(findings).some((each) => each.coder === coder)
  )
}

function codersProblem(info: ProjectInfo, named: readonly { readonly coder: CoderId }[]): AppError | null {
  const unknown = named.find(({ coder }) => !info.coders[coder])
  return unknown ? gone('coder', unknown.coder) : null
}

function linksProblem(info: ProjectInfo, own: FormulaId, links: readonly FormulaLink[]): AppError | null {
  const unknown = links.find(({ formula }) => formula === own || !info.formulae[formula])
  return unknown ? gone('formula', unknown.formula) : null
}

/** Where a formula is not the one that a change was made from: what another made of it is to be seen first. */
function seenProblem(now: Formula | undefined, expected: Partial<FormulaFacts> | undefined): AppError | null {
  if (!now || !expected) return null
  const fields = Object.keys(expected) as (keyof FormulaFacts)[]
  return fields.every((field) => sameValue(now[field], expected[field]))
    ? null
    : appError('Conflict', 'textChanged')
}
