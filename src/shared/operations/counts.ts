import type { Coding } from '../model/coding'
import type { CoderId, DocumentId, ThemeId, WorkId } from '../model/ids'
import { LazyMap } from '../model/lazy-map'
import type { ProjectState } from '../model/state'
import type { Operation, SimpleOperation } from './operation'
import { simpleOperations } from './simple-operations'

/**
 * How many annotations each document has, how often each theme (its own, descendants not counted) was put on a passage,
 * how many annotations and codings each coder made, and how many documents each work has. Zero has no entry. Known without looking at an annotation: two hundred thousand may lie on disk.
 */
export interface Counts {
  readonly documents: LazyMap<DocumentId, number>
  readonly themes: LazyMap<ThemeId, number>
  readonly coders: LazyMap<CoderId, number>
  readonly works: LazyMap<WorkId, number>
}

/** Some counts as they are now, by id; what is absent has not changed. */
export interface CountNews {
  readonly documents: Readonly<Record<DocumentId, number>>
  readonly themes: Readonly<Record<ThemeId, number>>
}

export const noCounts: Counts = {
  documents: LazyMap.empty(),
  themes: LazyMap.empty(),
  coders: LazyMap.empty(),
  works: LazyMap.empty()
}

/** Counts everything afresh. Loads every annotation. */
export function countAll(state: ProjectState): Counts {
  let counts = noCounts
  for (const document of state.documents.values()) counts = countWorks(counts, document.works, 1)
  for (const [id, own] of state.annotations.entries())
    for (const annotation of own.values()) {
      counts = add(counts, 'documents', id, 1)
      counts = add(counts, 'coders', annotation.coder, 1)
      counts = countCodings(counts, annotation.codings, 1)
    }
  return counts
}

/** The counts after a change, from the operation and its inverse alone. */
export function countsAfter(counts: Counts, operation: Operation, inverse: Operation): Counts {
  let current = counts
  for (const [done, undone] of pairs(operation, inverse)) {
    current = count(current, undone, -1)
    current = count(current, done, 1)
  }
  return current
}

/** The counts that a change may have changed, as they are in `counts`. */
export function countNews(counts: Counts, operation: Operation, inverse: Operation): CountNews {
  const documents: Record<DocumentId, number> = {}
  const themes: Record<ThemeId, number> = {}
  for (const op of [...simpleOperations(operation), ...simpleOperations(inverse)]) {
    if (op.type === 'annotation.add' || op.type === 'annotation.remove') {
      const id = op.type === 'annotation.add' ? op.annotation.document : op.document
      documents[id] = counts.documents.get(id) ?? 0
    }
    for (const { theme } of codingsIn(op)) themes[theme] = counts.themes.get(theme) ?? 0
  }
  return { documents, themes }
}

/** A batch's operations, each with its own inverse. */
export function* pairs(
  operation: Operation,
  inverse: Operation
): Generator<[SimpleOperation, SimpleOperation]> {
  const done = simpleOperations(operation)
  const undone = simpleOperations(inverse)
  for (const [index, each] of done.entries()) {
    const own = undone[done.length - 1 - index]
    if (own) yield [each, own]
  }
}

/** What an operation holds, counted with a sign; what its inverse holds is what was there before. */
function count(counts: Counts, op: SimpleOperation, sign: 1 | -1): Counts {
  let next = counts
  switch (op.type) {
    case 'annotation.add':
      next = add(next, 'documents', op.annotation.document, sign)
      next = add(next, 'coders', op.annotation.coder, sign)
      return countCodings(next, op.annotation.codings, sign)
    case 'annotation.update':
    case 'coding.add':
      return countCodings(next, codingsIn(op), sign)
    case 'document.add':
      return countWorks(next, op.document.works, sign)
    case 'document.update':
      return countWorks(next, op.patch.works ?? [], sign)
    default:
      return next
  }
}

function countWorks(counts: Counts, works: readonly WorkId[], by: 1 | -1): Counts {
  return works.reduce((next, work) => add(next, 'works', work, by), counts)
}

function countCodings(counts: Counts, codings: readonly Coding[], by: 1 | -1): Counts {
  let next = counts
  for (const { theme, coder } of codings) next = add(add(next, 'themes', theme, by), 'coders', coder, by)
  return next
}

function codingsIn(op: SimpleOperation): readonly Coding[] {
  if (op.type === 'annotation.add') return op.annotation.codings
  if (op.type === 'coding.add') return [op.coding]
  return op.type === 'annotation.update' ? (op.patch.codings ?? []) : []
}

function add<K extends keyof Counts>(
  counts: Counts,
  kind: K,
  key: Counts[K] extends LazyMap<infer Id, number> ? Id : never,
  by: number
): Counts {
  const table = counts[kind] as LazyMap<string, number>
  const sum = (table.get(key) ?? 0) + by
  return { ...counts, [kind]: sum === 0 ? table.delete(key) : table.set(key, sum) }
}
