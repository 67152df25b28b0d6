import { appError, gone } from '../model/app-error'
import type { Coding } from '../model/coding'
import type { Group } from '../model/group'
import type { CoderId, DocumentId, ThemeId, WorkId } from '../model/ids'
import type { Memo, MemoSubject } from '../model/memo'
import { phraseOf } from '../model/phrase'
import type { AppError } from '../model/result'
import type { SavedQuery } from '../model/saved-query'
import type { ProjectState } from '../model/state'
import type { Theme } from '../model/theme'
import { formulaProblem, isInRegister } from './check-formulae'
import type { CountedState } from './counted-state'
import { memosOn } from './memos-on'
import type { SimpleOperation } from './operation'
import { childNamed } from './theme-named'
import { childrenOf, isUnder } from './theme-order'

/**
 * The rules between slices, which `apply` cannot see: what is named exists, and nothing in use is removed.
 * Returns the first breach of one operation, or null. Looks at no annotation but the one that is meant.
 */
export function check(
  { state, counts }: Pick<CountedState, 'state' | 'counts'>,
  op: SimpleOperation
): AppError | null {
  switch (op.type) {
    case 'theme.add':
      return parentProblem(state, op.theme.parent)
    case 'theme.move':
      if (isUnder(state.themes, op.parent, op.id)) return appError('Invalid', 'themeUnderItself')
      return parentProblem(state, op.parent)
    case 'theme.remove':
      if (childrenOf(state.themes, op.id).length > 0) return appError('Conflict', 'themeHasChildren')
      if (counts.themes.has(op.id)) return appError('Conflict', 'themeInUse')
      return themesSpokenOf(state).has(op.id) ? appError('Conflict', 'themeSpokenOf') : null
    case 'codebook.replace': {
      const untidy = treeProblem(op.themes)
      if (untidy) return untidy
      const lost = (Object.keys(state.themes) as ThemeId[]).filter((id) => !(id in op.themes))
      if (lost.some((id) => counts.themes.has(id))) return appError('Conflict', 'themeInUse')
      const spokenOf = themesSpokenOf(state)
      return lost.some((id) => spokenOf.has(id)) ? appError('Conflict', 'themeSpokenOf') : null
    }
    case 'group.add':
      return themesProblem(state, op.group.themes)
    case 'group.update':
      return themesProblem(state, op.patch.themes ?? [])
    case 'query.add':
      return state.info.coders[op.query.coder] ? null : gone('coder', op.query.coder)
    case 'query.update':
      return changedProblem(state.info.queries[op.id], op.expected)
    case 'finding.decide':
      return op.decision && !state.info.coders[op.decision.coder] ? gone('coder', op.decision.coder) : null
    case 'formula.add':
    case 'formula.update':
    case 'formula.remove':
    case 'rendering.add':
    case 'rendering.update':
    case 'candidate.dismiss':
      return formulaProblem(state.info, op)
    case 'memo.add':
      if (!state.info.coders[op.memo.coder]) return gone('coder', op.memo.coder)
      return subjectProblem(state, op.memo.about)
    case 'memo.update': {
      const memo = state.memos[op.id]
      const texts = memo && { ...memo, phrase: phraseOf(memo.about) }
      return (
        changedProblem(texts, op.expected) ?? (op.patch.about ? subjectProblem(state, op.patch.about) : null)
      )
    }
    case 'theme.update':
      return changedProblem(state.themes[op.id], op.expected) ?? renameProblem(state, op)
    case 'coder.update':
      return changedProblem(state.info.coders[op.id], op.expected)
    case 'work.remove':
      return counts.works.has(op.id) ? appError('Conflict', 'workInUse') : null
    case 'document.add':
      return workProblem(state, op.document.works)
    case 'document.update':
      return workProblem(state, op.patch.works ?? [])
    case 'document.remove':
      if (counts.documents.has(op.id)) return appError('Conflict', 'documentInUse')
      return memosOn(state.memos, 'document', op.id).length > 0
        ? appError('Conflict', 'documentHasMemos')
        : null
    case 'annotation.add': {
      const { annotation } = op
      if (!state.documents.has(annotation.document)) return gone('document', annotation.document)
      if (!state.info.coders[annotation.coder]) return gone('coder', annotation.coder)
      return (
        revisionProblem(state, annotation.document, annotation.selector.revision) ??
        codingsProblem(state, annotation.codings)
      )
    }
    case 'annotation.update': {
      const { selector, codings } = op.patch
      const revision = selector ? revisionProblem(state, op.document, selector.revision) : null
      const now = op.expected && state.annotations.get(op.document)?.get(op.id)
      return changedProblem(now, op.expected) ?? revision ?? codingsProblem(state, codings ?? [])
    }
    case 'coding.add':
      return codingsProblem(state, [op.coding])
    case 'coder.remove':
      return counts.coders.has(op.id) || hasWritten(state, op.id) ? appError('Conflict', 'coderInUse') : null
    case 'alignment.set': {
      const { a, b, work } = op.alignment
      if (!state.works.has(work)) return gone('work', work)
      return [a, b].every((id) => state.documents.get(id)?.works.includes(work))
        ? null
        : appError('Invalid', 'notAVersion')
    }
    default:
      return null
  }
}

/** Where a text is not the one that a change was made from: what another made of it meanwhile is to be seen first. */
function changedProblem<T extends object>(
  now: T | undefined,
  expected: Partial<T> | undefined
): AppError | null {
  if (!now || !expected) return null
  const fields = Object.keys(expected) as (keyof T)[]
  return fields.every((field) => now[field] === expected[field]) ? null : appError('Conflict', 'textChanged')
}

/** Whether a coder wrote a memo, saved a query, or decided something in the register. */
function hasWritten({ memos, info }: ProjectState, coder: CoderId): boolean {
  const written = [...Object.values<Memo>(memos), ...Object.values<SavedQuery>(info.queries)]
  return written.some((each) => each.coder === coder) || isInRegister(info, coder)
}

function parentProblem(state: ProjectState, parent: ThemeId | null): AppError | null {
  return parent !== null && !state.themes[parent] ? gone('theme', parent) : null
}

function workProblem(state: ProjectState, works: readonly WorkId[]): AppError | null {
  const unknown = works.find((id) => !state.works.has(id))
  return unknown === undefined ? null : gone('work', unknown)
}

function revisionProblem(state: ProjectState, id: DocumentId, revision: string): AppError | null {
  const known = state.documents.get(id)?.revisions.some((each) => each.text === revision)
  return known ? null : gone('revision', revision)
}

/** A name that was typed must not be the one of another theme beside it. Restoring an earlier state may pass through it. */
function renameProblem(
  { themes }: ProjectState,
  { id, patch, expected }: Extract<SimpleOperation, { type: 'theme.update' }>
): AppError | null {
  const own = themes[id]
  if (!own || patch.name === undefined || expected?.name === undefined) return null
  const { [id]: _, ...others } = themes
  const other = childNamed(others, own.parent, patch.name)
  return other ? appError('Invalid', 'themeNameTaken', { name: other.name }) : null
}

function themesProblem(state: ProjectState, themes: readonly ThemeId[]): AppError | null {
  const unknown = themes.find((id) => !state.themes[id])
  return unknown === undefined ? null : gone('theme', unknown)
}

function codingsProblem(state: ProjectState, codings: readonly Coding[]): AppError | null {
  const unknown = codings.find(({ coder }) => !state.info.coders[coder])
  return unknown
    ? gone('coder', unknown.coder)
    : themesProblem(
        state,
        codings.map(({ theme }) => theme)
      )
}

/** Why themes are no tree: a parent is missing or below its own child, or siblings are not numbered 0, 1, 2 … */
function treeProblem(themes: Readonly<Record<ThemeId, Theme>>): AppError | null {
  const all = Object.values<Theme>(themes)
  const sizes = new Map<ThemeId | null, number>()
  for (const { parent } of all) sizes.set(parent, (sizes.get(parent) ?? 0) + 1)
  const taken = new Set<string>()
  for (const { id, name, parent, order } of all) {
    if (parent !== null && !themes[parent]) return gone('theme', parent)
    if (themes[id] === undefined || isUnderItself(themes, id)) return appError('Invalid', 'themeUnderItself')
    const place = `${parent} ${order}`
    if (order >= (sizes.get(parent) ?? 0) || taken.has(place))
      return appError('Invalid', 'themeOrder', { name })
    taken.add(place)
  }
  return null
}

function isUnderItself(themes: Readonly<Record<ThemeId, Theme>>, id: ThemeId): boolean {
  const above = new Set<ThemeId>()
  for (let at: ThemeId | null = id; at !== null; at = themes[at]?.parent ?? null) {
    if (above.has(at)) return true
    above.add(at)
  }
  return false
}

/** Themes that a group holds or that a memo is about. */
function themesSpokenOf({ groups, memos }: ProjectState): Set<ThemeId> {
  const themes = new Set(Object.values<Group>(groups).flatMap((group) => group.themes))
  for (const { about } of Object.values<Memo>(memos)) if (about.kind === 'theme') themes.add(about.id)
  return themes
}

function subjectProblem(state: ProjectState, about: MemoSubject): AppError | null {
  if (about.kind === 'theme') return themesProblem(state, [about.id])
  return about.kind === 'document' && !state.documents.has(about.id) ? gone('document', about.id) : null
}
