import { alignmentKey } from '../model/alignment-key'
import type { Annotation } from '../model/annotation'
import { appError, gone, type RecordKind } from '../model/app-error'
import { sameCoding } from '../model/codings'
import { LazyMap } from '../model/lazy-map'
import { type AppError, err, ok, type Result, unreachable } from '../model/result'
import type { Passages, ProjectState } from '../model/state'
import { applyToFormulae } from './apply-formulae'
import type { Operation, SimpleOperation } from './operation'
import { isEmpty, previous, withKey, withoutKey } from './records'
import { extractTheme, insertTheme } from './theme-order'

export interface Applied<O extends Operation = Operation> {
  readonly state: ProjectState
  /** The operation that gives back the state before, exactly. */
  readonly inverse: O
}

/**
 * Applies an operation to a state. Pure; a refused operation changes nothing.
 * It looks only at the slice that the operation changes, so that it works on a window's part of the state
 * and on one file's part in replay. Rules between slices are in `check`.
 */
export function apply(state: ProjectState, operation: Operation): Result<Applied> {
  if (operation.type !== 'batch') return applySimple(state, operation)
  let current = state
  const inverses: SimpleOperation[] = []
  for (const each of operation.operations) {
    const applied = applySimple(current, each)
    if (!applied.ok) return applied
    current = applied.value.state
    inverses.push(applied.value.inverse)
  }
  return ok({ state: current, inverse: { ...operation, operations: inverses.reverse() } })
}

const missing = (kind: RecordKind, id: string): Result<never, AppError> => err(gone(kind, id))
const taken = (what: string): Result<never, AppError> => err(appError('Conflict', 'recordExists', { what }))

export function applySimple(state: ProjectState, op: SimpleOperation): Result<Applied<SimpleOperation>> {
  switch (op.type) {
    case 'project.create':
      return ok({ state: { ...state, info: op.info }, inverse: { type: 'project.create', info: state.info } })
    case 'project.rename':
      return ok({
        state: { ...state, info: { ...state.info, name: op.name } },
        inverse: { type: 'project.rename', name: state.info.name }
      })
    case 'coder.add':
    case 'coder.update':
    case 'coder.remove':
      return applyToCoders(state, op)
    case 'attribute.define': {
      const { attributes } = state.info
      const { name, definition } = op
      const next = definition ? withKey(attributes, name, definition) : withoutKey(attributes, name)
      return ok({
        state: { ...state, info: { ...state.info, attributes: next } },
        inverse: { ...op, definition: Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null }
      })
    }
    case 'finding.decide': {
      const { findings } = state.info
      const { key, decision } = op
      const next = decision ? withKey(findings, key, decision) : withoutKey(findings, key)
      return ok({
        state: { ...state, info: { ...state.info, findings: next } },
        inverse: { ...op, decision: Object.hasOwn(findings, key) ? (findings[key] ?? null) : null }
      })
    }
    case 'query.add':
    case 'query.update':
    case 'query.remove':
      return applyToQueries(state, op)
    case 'formula.add':
    case 'formula.update':
    case 'formula.remove':
    case 'rendering.add':
    case 'rendering.update':
    case 'rendering.remove':
    case 'candidate.dismiss':
    case 'candidate.restore': {
      const done = applyToFormulae(state.info, op)
      return done.ok ? ok({ state: { ...state, info: done.value.info }, inverse: done.value.inverse }) : done
    }
    case 'theme.add':
    case 'theme.update':
    case 'theme.move':
    case 'theme.remove':
      return applyToThemes(state, op)
    case 'codebook.replace':
      return ok({
        state: { ...state, themes: op.themes },
        inverse: { type: 'codebook.replace', themes: state.themes }
      })
    case 'group.add':
    case 'group.update':
    case 'group.remove':
      return applyToGroups(state, op)
    case 'memo.add':
    case 'memo.update':
    case 'memo.remove':
      return applyToMemos(state, op)
    case 'work.add':
    case 'work.update':
    case 'work.remove':
      return applyToWorks(state, op)
    case 'document.add':
    case 'document.update':
    case 'document.furnish':
    case 'document.revise':
    case 'document.remove':
      return applyToDocuments(state, op)
    case 'annotation.add':
    case 'annotation.update':
    case 'annotation.remove':
      return applyToAnnotations(state, op)
    case 'coding.add':
    case 'coding.remove':
      return applyToCodings(state, op)
    case 'alignment.set':
    case 'alignment.remove':
      return applyToAlignments(state, op)
    default:
      return unreachable(op, 'operation')
  }
}

/** An update that puts the fields of another back. What that one expected to find is no condition of taking it back. */
function restoring<O extends { readonly patch: object; readonly expected?: object | undefined }>(
  { expected: _, ...op }: O,
  patch: O['patch']
): Omit<O, 'expected'> {
  return { ...op, patch }
}

type Of<Prefix extends string> = Extract<SimpleOperation, { type: `${Prefix}.${string}` }>

function applyToCoders(state: ProjectState, op: Of<'coder'>): Result<Applied<SimpleOperation>> {
  const { coders } = state.info
  const done = (next: typeof coders, inverse: SimpleOperation) =>
    ok({ state: { ...state, info: { ...state.info, coders: next } }, inverse })
  if (op.type === 'coder.add') {
    if (coders[op.coder.id]) return taken(op.coder.id)
    return done(withKey(coders, op.coder.id, op.coder), { type: 'coder.remove', id: op.coder.id })
  }
  const coder = coders[op.id]
  if (!coder) return missing('coder', op.id)
  if (op.type === 'coder.remove') return done(withoutKey(coders, op.id), { type: 'coder.add', coder })
  return done(withKey(coders, op.id, { ...coder, ...op.patch }), restoring(op, previous(coder, op.patch)))
}

function applyToQueries(state: ProjectState, op: Of<'query'>): Result<Applied<SimpleOperation>> {
  const { queries } = state.info
  const done = (next: typeof queries, inverse: SimpleOperation) =>
    ok({ state: { ...state, info: { ...state.info, queries: next } }, inverse })
  if (op.type === 'query.add') {
    const { query } = op
    if (queries[query.id]) return taken(query.id)
    return done(withKey(queries, query.id, query), { type: 'query.remove', id: query.id })
  }
  const query = queries[op.id]
  if (!query) return missing('query', op.id)
  if (op.type === 'query.remove') return done(withoutKey(queries, op.id), { type: 'query.add', query })
  return done(withKey(queries, op.id, { ...query, ...op.patch }), restoring(op, previous(query, op.patch)))
}

function applyToThemes(state: ProjectState, op: Of<'theme'>): Result<Applied<SimpleOperation>> {
  const { themes } = state
  const done = (next: typeof themes, inverse: SimpleOperation) =>
    ok({ state: { ...state, themes: next }, inverse })
  if (op.type === 'theme.add') {
    if (themes[op.theme.id]) return taken(op.theme.id)
    return done(insertTheme(themes, op.theme, op.index), { type: 'theme.remove', id: op.theme.id })
  }
  const theme = themes[op.id]
  if (!theme) return missing('theme', op.id)
  const { order, ...rest } = theme
  switch (op.type) {
    case 'theme.update':
      return done(withKey(themes, op.id, { ...theme, ...op.patch }), restoring(op, previous(theme, op.patch)))
    case 'theme.move':
      return done(insertTheme(extractTheme(themes, theme), { ...rest, parent: op.parent }, op.index), {
        type: 'theme.move',
        id: op.id,
        parent: theme.parent,
        index: order
      })
    case 'theme.remove':
      return done(extractTheme(themes, theme), { type: 'theme.add', theme: rest, index: order })
  }
}

function applyToGroups(state: ProjectState, op: Of<'group'>): Result<Applied<SimpleOperation>> {
  const { groups } = state
  const done = (next: typeof groups, inverse: SimpleOperation) =>
    ok({ state: { ...state, groups: next }, inverse })
  if (op.type === 'group.add') {
    if (groups[op.group.id]) return taken(op.group.id)
    return done(withKey(groups, op.group.id, op.group), { type: 'group.remove', id: op.group.id })
  }
  const group = groups[op.id]
  if (!group) return missing('group', op.id)
  if (op.type === 'group.remove') return done(withoutKey(groups, op.id), { type: 'group.add', group })
  return done(withKey(groups, op.id, { ...group, ...op.patch }), { ...op, patch: previous(group, op.patch) })
}

function applyToMemos(state: ProjectState, op: Of<'memo'>): Result<Applied<SimpleOperation>> {
  const { memos } = state
  const done = (next: typeof memos, inverse: SimpleOperation) =>
    ok({ state: { ...state, memos: next }, inverse })
  if (op.type === 'memo.add') {
    if (memos[op.memo.id]) return taken(op.memo.id)
    return done(withKey(memos, op.memo.id, op.memo), { type: 'memo.remove', id: op.memo.id })
  }
  const memo = memos[op.id]
  if (!memo) return missing('memo', op.id)
  if (op.type === 'memo.remove') return done(withoutKey(memos, op.id), { type: 'memo.add', memo })
  return done(withKey(memos, op.id, { ...memo, ...op.patch }), restoring(op, previous(memo, op.patch)))
}

function applyToWorks(state: ProjectState, op: Of<'work'>): Result<Applied<SimpleOperation>> {
  const { works } = state
  const done = (next: typeof works, inverse: SimpleOperation) =>
    ok({ state: { ...state, works: next }, inverse })
  if (op.type === 'work.add') {
    if (works.has(op.work.id)) return taken(op.work.id)
    return done(works.set(op.work.id, op.work), { type: 'work.remove', id: op.work.id })
  }
  const work = works.get(op.id)
  if (!work) return missing('work', op.id)
  if (op.type === 'work.remove') return done(works.delete(op.id), { type: 'work.add', work })
  return done(works.set(op.id, { ...work, ...op.patch }), { ...op, patch: previous(work, op.patch) })
}

function applyToDocuments(state: ProjectState, op: Of<'document'>): Result<Applied<SimpleOperation>> {
  const { documents } = state
  const done = (next: typeof documents, inverse: SimpleOperation) =>
    ok({ state: { ...state, documents: next }, inverse })
  if (op.type === 'document.add') {
    if (documents.has(op.document.id)) return taken(op.document.id)
    return done(documents.set(op.document.id, op.document), { type: 'document.remove', id: op.document.id })
  }
  const document = documents.get(op.id)
  if (!document) return missing('document', op.id)
  switch (op.type) {
    case 'document.update':
      return done(documents.set(op.id, { ...document, ...op.patch }), {
        ...op,
        patch: previous(document, op.patch)
      })
    case 'document.furnish':
      return done(documents.set(op.id, { ...document, furniture: op.furniture }), {
        ...op,
        furniture: document.furniture
      })
    case 'document.revise': {
      const { type: _, id, ...next } = op
      return done(documents.set(id, { ...document, ...next }), { ...op, ...previous(document, next) })
    }
    case 'document.remove':
      return done(documents.delete(op.id), { type: 'document.add', document })
  }
}

function applyToAnnotations(state: ProjectState, op: Of<'annotation'>): Result<Applied<SimpleOperation>> {
  const id = op.type === 'annotation.add' ? op.annotation.document : op.document
  const own: Passages = state.annotations.get(id) ?? LazyMap.empty()
  const done = (next: Passages, inverse: SimpleOperation) => {
    const annotations = next.size === 0 ? state.annotations.delete(id) : state.annotations.set(id, next)
    return ok({ state: { ...state, annotations }, inverse })
  }
  if (op.type === 'annotation.add') {
    const { annotation } = op
    if (own.has(annotation.id)) return taken(annotation.id)
    return done(own.set(annotation.id, annotation), {
      type: 'annotation.remove',
      document: id,
      id: annotation.id
    })
  }
  const annotation = own.get(op.id)
  if (!annotation) return missing('annotation', op.id)
  if (op.type === 'annotation.remove') return done(own.delete(op.id), { type: 'annotation.add', annotation })
  return done(own.set(op.id, { ...annotation, ...op.patch }), restoring(op, previous(annotation, op.patch)))
}

function applyToCodings(state: ProjectState, op: Of<'coding'>): Result<Applied<SimpleOperation>> {
  const { document, id, modified } = op
  const own = state.annotations.get(document)
  const annotation = own?.get(id)
  if (!own || !annotation) return missing('annotation', id)
  const done = (codings: Annotation['codings'], inverse: SimpleOperation) => {
    const next = own.set(id, { ...annotation, codings, modified })
    return ok({ state: { ...state, annotations: state.annotations.set(document, next) }, inverse })
  }
  const { codings, modified: before } = annotation
  if (op.type === 'coding.add') {
    const { theme, coder } = op.coding
    if (codings.some((each) => sameCoding(each, op.coding))) return taken(theme)
    return done(codings.toSpliced(op.index ?? codings.length, 0, op.coding), {
      type: 'coding.remove',
      document,
      id,
      theme,
      coder,
      modified: before
    })
  }
  const index = codings.findIndex((each) => sameCoding(each, op))
  const coding = codings[index]
  if (!coding) return missing('coding', op.theme)
  return done(codings.toSpliced(index, 1), {
    type: 'coding.add',
    document,
    id,
    coding,
    index,
    modified: before
  })
}

function applyToAlignments(state: ProjectState, op: Of<'alignment'>): Result<Applied<SimpleOperation>> {
  const { work, a, b } = op.type === 'alignment.set' ? op.alignment : op
  const key = alignmentKey(a, b)
  const own = state.alignments.get(work) ?? {}
  const before = own[key]
  const inverse: SimpleOperation = before
    ? { type: 'alignment.set', alignment: before }
    : { type: 'alignment.remove', work, a, b }
  if (op.type === 'alignment.remove' && !before) return missing('link', key)
  const next = op.type === 'alignment.set' ? withKey(own, key, op.alignment) : withoutKey(own, key)
  const alignments = isEmpty(next) ? state.alignments.delete(work) : state.alignments.set(work, next)
  return ok({ state: { ...state, alignments }, inverse })
}
