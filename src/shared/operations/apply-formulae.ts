import { appError, gone } from '../model/app-error'
import type { Formula } from '../model/formula'
import type { ProjectInfo } from '../model/project'
import { err, ok, type Result } from '../model/result'
import type { SimpleOperation } from './operation'
import { previous, withKey, withoutKey } from './records'

export type FormulaOperation = Extract<
  SimpleOperation,
  { type: `formula.${string}` | `rendering.${string}` | `candidate.${string}` }
>

interface Done {
  readonly info: ProjectInfo
  readonly inverse: SimpleOperation
}

/** Applies an operation on the register; looks at nothing else of the project. */
export function applyToFormulae(info: ProjectInfo, op: FormulaOperation): Result<Done> {
  const { formulae } = info
  const done = (next: typeof formulae, inverse: SimpleOperation): Result<Done> =>
    ok({ info: { ...info, formulae: next }, inverse })
  switch (op.type) {
    case 'candidate.dismiss':
    case 'candidate.restore':
      return applyToDismissed(info, op)
    case 'formula.add': {
      const { formula } = op
      if (formulae[formula.id]) return err(appError('Conflict', 'recordExists', { what: formula.id }))
      return done(withKey(formulae, formula.id, formula), { type: 'formula.remove', id: formula.id })
    }
    default: {
      const id = op.type === 'formula.update' || op.type === 'formula.remove' ? op.id : op.formula
      const formula = formulae[id]
      if (!formula) return err(gone('formula', id))
      if (op.type === 'formula.remove')
        return done(withoutKey(formulae, id), { type: 'formula.add', formula })
      if (op.type === 'formula.update')
        return done(withKey(formulae, id, { ...formula, ...op.patch }), {
          type: 'formula.update',
          id,
          patch: previous(formula, op.patch)
        })
      const changed = withRendering(formula, op)
      return changed.ok ? done(withKey(formulae, id, changed.value.formula), changed.value.inverse) : changed
    }
  }
}

function withRendering(
  formula: Formula,
  op: Extract<SimpleOperation, { type: `rendering.${string}` }>
): Result<{ formula: Formula; inverse: SimpleOperation }> {
  const { renderings } = formula
  const done = (next: typeof renderings, inverse: SimpleOperation) =>
    ok({ formula: { ...formula, renderings: next }, inverse })
  if (op.type === 'rendering.add') {
    const { rendering } = op
    if (renderings[rendering.id]) return err(appError('Conflict', 'recordExists', { what: rendering.id }))
    return done(withKey(renderings, rendering.id, rendering), {
      type: 'rendering.remove',
      formula: formula.id,
      id: rendering.id
    })
  }
  const rendering = renderings[op.id]
  if (!rendering) return err(gone('rendering', op.id))
  if (op.type === 'rendering.remove')
    return done(withoutKey(renderings, op.id), { type: 'rendering.add', formula: formula.id, rendering })
  return done(withKey(renderings, op.id, { ...rendering, ...op.patch }), {
    type: 'rendering.update',
    formula: formula.id,
    id: op.id,
    patch: previous(rendering, op.patch)
  })
}

function applyToDismissed(
  info: ProjectInfo,
  op: Extract<SimpleOperation, { type: `candidate.${string}` }>
): Result<Done> {
  const { dismissed } = info
  const { key } = op
  const before = Object.hasOwn(dismissed, key) ? dismissed[key] : undefined
  if (op.type === 'candidate.dismiss') {
    if (before) return err(appError('Conflict', 'recordExists', { what: key }))
    const next = withKey(dismissed, key, op.dismissal)
    return ok({ info: { ...info, dismissed: next }, inverse: { type: 'candidate.restore', key } })
  }
  if (!before) return err(gone('candidate', key))
  return ok({
    info: { ...info, dismissed: withoutKey(dismissed, key) },
    inverse: { type: 'candidate.dismiss', key, dismissal: before }
  })
}
