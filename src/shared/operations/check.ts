import { appError } from '../model/app-error'
import type { DocumentId, ThemeId, WorkId } from '../model/ids'
import type { AppError } from '../model/result'
import type { ProjectState } from '../model/state'
import { applySimple } from './apply'
import type { Operation, SimpleOperation } from './operation'
import { simpleOperations } from './simple-operations'
import { childrenOf, isUnder } from './theme-order'

/**
 * The rules between slices, which `apply` cannot see: what is named exists, and nothing in use is removed.
 * Returns the first breach, or null. The operations of a batch are judged one after another,
 * each on the state that the earlier ones leave.
 */
export function check(state: ProjectState, operation: Operation): AppError | null {
  let current = state
  for (const each of simpleOperations(operation)) {
    const breach = checkSimple(current, each)
    if (breach !== null) return breach
    if (operation.type !== 'batch') return null
    const applied = applySimple(current, each)
    if (!applied.ok) return applied.error
    current = applied.value.state
  }
  return null
}

function checkSimple(state: ProjectState, op: SimpleOperation): AppError | null {
  switch (op.type) {
    case 'theme.add':
      return parentProblem(state, op.theme.parent)
    case 'theme.move':
      if (isUnder(state.themes, op.parent, op.id)) return appError('Invalid', 'themeUnderItself')
      return parentProblem(state, op.parent)
    case 'theme.remove':
      if (childrenOf(state.themes, op.id).length > 0) return appError('Conflict', 'themeHasChildren')
      return countUses(state, op.id) > 0 ? appError('Conflict', 'themeInUse') : null
    case 'work.remove':
      return Object.values(state.documents).some((document) => document.work === op.id)
        ? appError('Conflict', 'workInUse')
        : null
    case 'document.add':
      return workProblem(state, op.document.work)
    case 'document.update':
      return workProblem(state, op.patch.work ?? null)
    case 'document.remove':
      return state.annotations[op.id] ? appError('Conflict', 'documentInUse') : null
    case 'annotation.add': {
      const { annotation } = op
      const document = state.documents[annotation.document]
      if (!document) return notFound(annotation.document)
      if (!state.info.coders[annotation.coder]) return notFound(annotation.coder)
      return (
        revisionProblem(state, annotation.document, annotation.selector.revision) ??
        themesProblem(state, annotation.themes)
      )
    }
    case 'annotation.update': {
      const { selector, themes } = op.patch
      const revision = selector ? revisionProblem(state, op.document, selector.revision) : null
      return revision ?? themesProblem(state, themes ?? [])
    }
    case 'coder.remove': {
      const used = Object.values(state.annotations).some((own) =>
        Object.values(own).some((annotation) => annotation.coder === op.id)
      )
      return used ? appError('Conflict', 'coderInUse') : null
    }
    case 'alignment.set': {
      const { a, b, work } = op.alignment
      if (!state.works[work]) return notFound(work)
      return [a, b].every((id) => state.documents[id]?.work === work)
        ? null
        : appError('Invalid', 'notAVersion')
    }
    default:
      return null
  }
}

const notFound = (what: string) => appError('NotFound', 'recordMissing', { what })

function parentProblem(state: ProjectState, parent: ThemeId | null): AppError | null {
  return parent !== null && !state.themes[parent] ? notFound(parent) : null
}

function workProblem(state: ProjectState, work: WorkId | null): AppError | null {
  return work !== null && !state.works[work] ? notFound(work) : null
}

function revisionProblem(state: ProjectState, id: DocumentId, revision: string): AppError | null {
  const known = state.documents[id]?.revisions.some((each) => each.text === revision)
  return known ? null : notFound(revision)
}

function themesProblem(state: ProjectState, themes: readonly ThemeId[]): AppError | null {
  const unknown = themes.find((id) => !state.themes[id])
  return unknown === undefined ? null : notFound(unknown)
}

/** How many annotations carry a theme. */
export function countUses(state: ProjectState, theme: ThemeId): number {
  let count = 0
  for (const own of Object.values(state.annotations))
    for (const annotation of Object.values(own)) if (annotation.themes.includes(theme)) count++
  return count
}
