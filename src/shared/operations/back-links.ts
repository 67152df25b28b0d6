import { type LinkTarget, type Mentioned, memoLinks } from '../memos/links'
import type { AnnotationId, DocumentId, MemoId } from '../model/ids'
import { LazyMap } from '../model/lazy-map'
import type { Passages, ProjectState } from '../model/state'
import { pairs } from './counts'
import type { Operation, SimpleOperation } from './operation'

/** A memo that links to something: one of its own, or that of a passage. */
export type LinkSource =
  | { readonly kind: 'memo'; readonly id: MemoId }
  | { readonly kind: 'passage'; readonly document: DocumentId; readonly id: AnnotationId }

/**
 * Which memos link to what, by keys. Known without looking at an annotation, as the counts are: the memos of ten
 * thousand texts may lie on disk.
 */
export type BackLinks = LazyMap<string, LazyMap<string, LinkSource>>

const noLinks: BackLinks = LazyMap.empty()

/** The links of the memos on a document's passages: what each leads to, by its key, and the passage. */
export type PassageLinks = readonly (readonly [target: string, passage: AnnotationId])[]

/** The key of what a link leads to, or of what is asked for. */
export function linkKey(target: LinkTarget | Mentioned): string {
  return target.kind === 'formula' ? `formula:${target.phrase}` : `${target.kind}:${target.id}`
}

/** The memos that link to something. */
export function sourcesOf(links: BackLinks, wanted: Mentioned): LinkSource[] {
  return [...(links.get(linkKey(wanted))?.values() ?? [])]
}

/** The links after a change, from the operation and its inverse alone. */
export function linksAfter(links: BackLinks, operation: Operation, inverse: Operation): BackLinks {
  let current = links
  for (const [done, undone] of pairs(operation, inverse)) {
    current = without(current, written(undone))
    current = withAll(current, written(done))
  }
  return current
}

/** All links there are. Loads every annotation. */
export function allLinks(state: ProjectState): BackLinks {
  let links = linksOfMemos(state)
  for (const [id, own] of state.annotations.entries()) links = withPassages(links, id, linksIn(own))
  return links
}

/** The links of the memos that are not on passages. */
export function linksOfMemos({ memos }: Pick<ProjectState, 'memos'>): BackLinks {
  let links = noLinks
  for (const { id, text } of Object.values(memos))
    links = withAll(links, { source: { kind: 'memo', id }, text })
  return links
}

/** The links with those of a document's passages. */
export function withPassages(links: BackLinks, document: DocumentId, found: PassageLinks): BackLinks {
  let current = links
  for (const [target, id] of found) current = withLink(current, target, { kind: 'passage', document, id })
  return current
}

/** The links of the memos on a document's passages, in stable order. */
export function linksIn(passages: Passages): PassageLinks {
  const found: [string, AnnotationId][] = []
  for (const { id, memo } of passages.values()) for (const target of targetsIn(memo)) found.push([target, id])
  return found.sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))
}

interface Written {
  readonly source: LinkSource
  readonly text: string
}

/** The memo that an operation holds; that of its inverse is the one that was there before. */
function written(op: SimpleOperation): Written | null {
  switch (op.type) {
    case 'annotation.add': {
      const { id, document, memo } = op.annotation
      return { source: { kind: 'passage', document, id }, text: memo }
    }
    case 'annotation.update': {
      const { document, id, patch } = op
      return patch.memo === undefined ? null : { source: { kind: 'passage', document, id }, text: patch.memo }
    }
    case 'memo.add':
      return { source: { kind: 'memo', id: op.memo.id }, text: op.memo.text }
    case 'memo.update':
      return op.patch.text === undefined ? null : { source: { kind: 'memo', id: op.id }, text: op.patch.text }
    default:
      return null
  }
}

function targetsIn(text: string): ReadonlySet<string> {
  return new Set(text.includes('[[') ? memoLinks(text).map(({ target }) => linkKey(target)) : [])
}

function withAll(links: BackLinks, held: Written | null): BackLinks {
  let current = links
  if (held) for (const target of targetsIn(held.text)) current = withLink(current, target, held.source)
  return current
}

function withLink(links: BackLinks, target: string, source: LinkSource): BackLinks {
  return links.set(target, (links.get(target) ?? LazyMap.empty()).set(sourceKey(source), source))
}

function without(links: BackLinks, held: Written | null): BackLinks {
  let current = links
  for (const target of held ? targetsIn(held.text) : []) {
    const left = held && current.get(target)?.delete(sourceKey(held.source))
    if (left) current = left.size === 0 ? current.delete(target) : current.set(target, left)
  }
  return current
}

function sourceKey(source: LinkSource): string {
  return source.kind === 'memo' ? `memo:${source.id}` : `${source.document}/${source.id}`
}
