import type { Alignment } from '../model/alignment'
import type { Annotation } from '../model/annotation'
import type { VariorumDocument } from '../model/document'
import { Metadata } from '../model/document'
import type { Group } from '../model/group'
import type { Memo } from '../model/memo'
import type { PlainState } from '../model/state'
import type { SimpleOperation } from './operation'
import { sameValue } from './same-value'

/** One thing that differs between two states of a project; `name` is what a reader knows it by. */
export interface Difference {
  readonly kind: 'document' | 'annotation' | 'theme' | 'group' | 'memo' | 'work' | 'alignment' | 'project'
  readonly change: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly name: string
}

/** What going from one state to another would add, remove and change. */
export function differences(now: PlainState, then: PlainState): Difference[] {
  const found: Difference[] = []
  const compare = <T>(
    kind: Difference['kind'],
    a: Readonly<Record<string, T>>,
    b: Readonly<Record<string, T>>,
    nameOf: (value: T) => string
  ) => {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [old, next] = [a[key], b[key]]
      if (old === undefined && next !== undefined)
        found.push({ kind, change: 'added', id: key, name: nameOf(next) })
      else if (old !== undefined && next === undefined)
        found.push({ kind, change: 'removed', id: key, name: nameOf(old) })
      else if (next !== undefined && !sameValue(old, next))
        found.push({ kind, change: 'changed', id: key, name: nameOf(next) })
    }
  }
  compare('project', { info: now.info }, { info: then.info }, (info) => info.name)
  compare('theme', now.themes, then.themes, (theme) => theme.name)
  compare('group', now.groups, then.groups, (group) => group.name)
  compare('memo', now.memos, then.memos, (memo) => memo.title || memo.text.slice(0, 80))
  compare('work', now.works, then.works, (work) => work.title)
  compare('document', now.documents, then.documents, (document) => document.title)
  compare('annotation', allAnnotations(now), allAnnotations(then), (each) => each.selector.exact)
  compare('alignment', allAlignments(now), allAlignments(then), (each) => `${each.a} – ${each.b}`)
  return found
}

/**
 * The operations that lead from one state to another, in an order in which each is allowed. Texts are not among them:
 * they are named by content and never go away.
 */
export function operationsTowards(now: PlainState, then: PlainState): SimpleOperation[] {
  const operations: SimpleOperation[] = []
  if (!sameValue(now.info, then.info)) operations.push({ type: 'project.create', info: then.info })
  const [oldNotes, newNotes] = [allAnnotations(now), allAnnotations(then)]
  for (const each of Object.values(oldNotes))
    if (!sameValue(each, newNotes[each.id]))
      operations.push({ type: 'annotation.remove', document: each.document, id: each.id })
  const [oldLinks, newLinks] = [allAlignments(now), allAlignments(then)]
  for (const [key, { work, a, b }] of Object.entries(oldLinks))
    if (!newLinks[key]) operations.push({ type: 'alignment.remove', work, a, b })
  for (const memo of Object.values<Memo>(now.memos))
    if (!sameValue(memo, then.memos[memo.id])) operations.push({ type: 'memo.remove', id: memo.id })
  for (const group of Object.values<Group>(now.groups))
    if (!sameValue(group, then.groups[group.id])) operations.push({ type: 'group.remove', id: group.id })
  for (const { id } of Object.values<VariorumDocument>(now.documents))
    if (!then.documents[id]) operations.push({ type: 'document.remove', id })
  if (!sameValue(now.themes, then.themes))
    operations.push({ type: 'codebook.replace', themes: { ...then.themes } })
  for (const group of Object.values<Group>(then.groups))
    if (!sameValue(now.groups[group.id], group)) operations.push({ type: 'group.add', group })
  for (const work of Object.values(then.works)) {
    const { id, ...patch } = work
    if (!now.works[id]) operations.push({ type: 'work.add', work })
    else if (!sameValue(now.works[id], work)) operations.push({ type: 'work.update', id, patch })
  }
  for (const document of Object.values<VariorumDocument>(then.documents))
    operations.push(...towardsDocument(now.documents[document.id], document))
  for (const { id } of Object.values(now.works))
    if (!then.works[id]) operations.push({ type: 'work.remove', id })
  for (const memo of Object.values<Memo>(then.memos))
    if (!sameValue(now.memos[memo.id], memo)) operations.push({ type: 'memo.add', memo })
  for (const annotation of Object.values(newNotes))
    if (!sameValue(oldNotes[annotation.id], annotation))
      operations.push({ type: 'annotation.add', annotation })
  for (const [key, alignment] of Object.entries(newLinks))
    if (!sameValue(oldLinks[key], alignment)) operations.push({ type: 'alignment.set', alignment })
  return operations
}

function towardsDocument(now: VariorumDocument | undefined, then: VariorumDocument): SimpleOperation[] {
  if (!now) return [{ type: 'document.add', document: then }]
  if (sameValue(now, then)) return []
  const { id, revisions, furniture, words, original } = then
  return [
    { type: 'document.update', id, patch: Metadata.parse(then) },
    { type: 'document.revise', id, revisions, furniture, words, original }
  ]
}

function allAnnotations(state: PlainState): Record<string, Annotation> {
  return Object.assign({}, ...Object.values(state.annotations))
}

function allAlignments(state: PlainState): Record<string, Alignment> {
  return Object.assign({}, ...Object.values(state.alignments))
}
