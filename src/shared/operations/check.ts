import { appError } from '../model/app-error'
import type { DocumentId, ThemeId, WorkId } from '../model/ids'
import type { AppError } from '../model/result'
import type { ProjectState } from '../model/state'
import type { SimpleOperation } from './operation'
import type { Standing } from './perform'
import { childrenOf, isUnder } from './theme-order'

/**
 * The rules between slices, which `apply` cannot see: what is named exists, and nothing in use is removed.
 * Returns the first breach of one operation, or null. Looks at no annotation but the one that is meant.
 */
export function check({ state, counts }: Standing, op: SimpleOperation): AppError | null {
  switch (op.type) {
    case 'theme.add':
      return parentProblem(state, op.theme.parent)
    case 'theme.move':
      if (isUnder(state.themes, op.parent, op.id)) return appError('Invalid', 'themeUnderItself')
      return parentProblem(state, op.parent)
    case 'theme.remove':
      if (childrenOf(state.themes, op.id).length > 0) return appError('Conflict', 'themeHasChildren')
      return counts.themes.has(op.id) ? appError('Conflict', 'themeInUse') : null
    case 'codebook.replace': {
      const lost = Object.keys(state.themes).find(
        (id) => !(id in op.themes) && counts.themes.has(id as ThemeId)
      )
      return lost === undefined ? null : appError('Conflict', 'themeInUse')
    }
    case 'work.remove':
      return counts.works.has(op.id) ? appError('Conflict', 'workInUse') : null
    case 'document.add':
      return workProblem(state, op.document.work)
    case 'document.update':
      return workProblem(state, op.patch.work ?? null)
    case 'document.remove':
      return counts.documents.has(op.id) ? appError('Conflict', 'documentInUse') : null
    case 'annotation.add': {
      const { annotation } = op
      if (!state.documents.has(annotation.document)) return notFound(annotation.document)
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
    case 'coder.remove':
      return counts.coders.has(op.id) ? appError('Conflict', 'coderInUse') : null
    case 'alignment.set': {
      const { a, b, work } = op.alignment
      if (!state.works.has(work)) return notFound(work)
      return [a, b].every((id) => state.documents.get(id)?.work === work)
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
  return work !== null && !state.works.has(work) ? notFound(work) : null
}

function revisionProblem(state: ProjectState, id: DocumentId, revision: string): AppError | null {
  const known = state.documents.get(id)?.revisions.some((each) => each.text === revision)
  return known ? null : notFound(revision)
}

function themesProblem(state: ProjectState, themes: readonly ThemeId[]): AppError | null {
  const unknown = themes.find((id) => !state.themes[id])
  return unknown === undefined ? null : notFound(unknown)
}
