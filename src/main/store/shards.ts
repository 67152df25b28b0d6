import { z } from 'zod'
import { Alignment } from '../../shared/model/alignment'
import { Annotation } from '../../shared/model/annotation'
import { VariorumDocument } from '../../shared/model/document'
import { Group } from '../../shared/model/group'
import { AnnotationId, DocumentId, GroupId, MemoId, ThemeId, WorkId } from '../../shared/model/ids'
import { LazyMap } from '../../shared/model/lazy-map'
import { Memo } from '../../shared/model/memo'
import { ProjectInfo } from '../../shared/model/project'
import type { ProjectState } from '../../shared/model/state'
import { Theme } from '../../shared/model/theme'
import { Work } from '../../shared/model/work'
import type { SimpleOperation } from '../../shared/operations/operation'
import { isEmpty } from '../../shared/operations/records'
import { crc32 } from './crc32'
import { parseShardName, type ShardName } from './project-files'
import { stableEntries } from './stable-json'

export const infoShard = shard('project.json')
export const codebookShard = shard('codebook.json')
export const memosShard = shard('memos.json')
/** Works and documents lie in sixteen files, by the first hex digit of the CRC-32 of their ids. */
export const libraryShards: readonly ShardName[] = Array.from('0123456789abcdef', (digit) =>
  shard(`library/${digit}.json`)
)
/** The files that are read at opening; those of annotations and alignments wait until they are needed. */
export const eagerShards: readonly ShardName[] = [infoShard, codebookShard, memosShard, ...libraryShards]
export const shardFolders = ['library', 'annotations', 'alignments'] as const

export function libraryShard(id: WorkId | DocumentId): ShardName {
  return shard(`library/${crc32(id).charAt(0)}.json`)
}

export function annotationShard(id: DocumentId): ShardName {
  return shard(`annotations/${id}.json`)
}

export function alignmentShard(id: WorkId): ShardName {
  return shard(`alignments/${id}.json`)
}

/** Throws where it is no name of a snapshot file: an id that no schema has seen. */
function shard(name: string): ShardName {
  const parsed = parseShardName(name)
  if (parsed === null) throw new Error(`${name} is no snapshot file`)
  return parsed
}

/** The one file in which an operation's change is kept. */
export function shardOf(op: SimpleOperation): ShardName {
  switch (op.type) {
    case 'project.create':
    case 'project.rename':
    case 'coder.add':
    case 'coder.update':
    case 'coder.remove':
    case 'attribute.define':
    case 'query.add':
    case 'query.update':
    case 'query.remove':
    case 'formula.add':
    case 'formula.update':
    case 'formula.remove':
    case 'rendering.add':
    case 'rendering.update':
    case 'rendering.remove':
    case 'candidate.dismiss':
    case 'candidate.restore':
    case 'finding.decide':
      return infoShard
    case 'theme.add':
    case 'theme.update':
    case 'theme.move':
    case 'theme.remove':
    case 'codebook.replace':
    case 'group.add':
    case 'group.update':
    case 'group.remove':
      return codebookShard
    case 'memo.add':
    case 'memo.update':
    case 'memo.remove':
      return memosShard
    case 'work.add':
      return libraryShard(op.work.id)
    case 'document.add':
      return libraryShard(op.document.id)
    case 'work.update':
    case 'work.remove':
    case 'document.update':
    case 'document.furnish':
    case 'document.revise':
    case 'document.remove':
      return libraryShard(op.id)
    case 'annotation.add':
      return annotationShard(op.annotation.document)
    case 'annotation.update':
    case 'annotation.remove':
    case 'coding.add':
    case 'coding.remove':
      return annotationShard(op.document)
    case 'alignment.set':
      return alignmentShard(op.alignment.work)
    case 'alignment.remove':
      return alignmentShard(op.work)
  }
}

/** The body of a snapshot file line by line: one record a line, in stable order, the sections of the library too. */
export function* shardLines(state: ProjectState, name: ShardName): Generator<string> {
  if (name === infoShard) yield* section(state.info)
  else if (name === memosShard) yield* section(state.memos)
  else if (name === codebookShard) {
    yield '{"themes":'
    yield* section(state.themes)
    yield ',\n"groups":'
    yield* section(state.groups)
    yield '}'
  } else if (name.startsWith('library/')) {
    yield '{"works":'
    yield* section(within(name, state.works.entries()))
    yield ',\n"documents":'
    yield* section(within(name, state.documents.entries()))
    yield '}'
  } else if (name.startsWith('annotations/'))
    yield* section(state.annotations.get(documentIn(name))?.toRecord() ?? {})
  else yield* section(state.alignments.get(workIn(name)) ?? {})
}

export function shardBody(state: ProjectState, name: ShardName): string {
  return [...shardLines(state, name)].join('')
}

function* section(record: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n'
  for (const line of stableEntries(record)) {
    yield before
    yield line
    before = ',\n'
  }
  yield before === '{\n' ? '{}' : '\n}'
}

function within<K extends WorkId | DocumentId, V>(
  name: ShardName,
  entries: Iterable<[K, V]>
): Record<string, V> {
  return Object.fromEntries(Array.from(entries).filter(([id]) => libraryShard(id) === name))
}

const Library = z.object({
  works: z.record(WorkId, Work),
  documents: z.record(DocumentId, VariorumDocument)
})
const Codebook = z.object({ themes: z.record(ThemeId, Theme), groups: z.record(GroupId, Group) })
const Memos = z.record(MemoId, Memo)
const Annotations = z.record(AnnotationId, Annotation)
const Alignments = z.record(z.string(), Alignment)

/** A snapshot file's body, checked by its schema. Throws a ZodError, or an Error where a record is in the wrong file. */
export function parseBody(name: ShardName, body: string) {
  const data: unknown = JSON.parse(body)
  if (name === infoShard) return { kind: 'info' as const, info: ProjectInfo.parse(data) }
  if (name === codebookShard) return { kind: 'codebook' as const, ...Codebook.parse(data) }
  if (name === memosShard) return { kind: 'memos' as const, memos: Memos.parse(data) }
  if (name.startsWith('library/')) {
    const library = Library.parse(data)
    for (const id of [...Object.keys(library.works), ...Object.keys(library.documents)] as WorkId[])
      if (libraryShard(id) !== name) throw new Error(`${id} does not belong into ${name}`)
    return { kind: 'library' as const, ...library }
  }
  if (name.startsWith('annotations/')) {
    const id = documentIn(name)
    const annotations = Annotations.parse(data)
    for (const each of Object.values(annotations)) checkOwner(name, id, each)
    return { kind: 'annotations' as const, id, annotations }
  }
  return { kind: 'alignments' as const, id: workIn(name), alignments: Alignments.parse(data) }
}

export type ShardBody = ReturnType<typeof parseBody>

function checkOwner(name: ShardName, document: DocumentId, annotation: Annotation): void {
  if (annotation.document !== document) throw new Error(`${annotation.id} does not belong into ${name}`)
}

/** Puts a snapshot file's body into a state. */
export function withShard(state: ProjectState, body: ShardBody): ProjectState {
  switch (body.kind) {
    case 'info':
      return { ...state, info: body.info }
    case 'codebook':
      return { ...state, themes: body.themes, groups: body.groups }
    case 'memos':
      return { ...state, memos: body.memos }
    case 'library': {
      let { works, documents } = state
      for (const work of Object.values(body.works)) works = works.set(work.id, work)
      for (const document of Object.values(body.documents)) documents = documents.set(document.id, document)
      return { ...state, works, documents }
    }
    case 'annotations':
      return withAnnotations(state, body.id, LazyMap.from(body.annotations))
    case 'alignments':
      return { ...state, alignments: put(state.alignments, body.id, body.alignments) }
  }
}

/** Puts the annotations of a document in the place of those that a state has. */
export function withAnnotations(
  state: ProjectState,
  id: DocumentId,
  own: LazyMap<AnnotationId, Annotation>
): ProjectState {
  const { annotations } = state
  return { ...state, annotations: own.size === 0 ? annotations.delete(id) : annotations.set(id, own) }
}

function put<K extends string, V extends object>(table: LazyMap<K, V>, id: K, value: V) {
  return isEmpty(value) ? table.delete(id) : table.set(id, value)
}

export function documentIn(name: ShardName): DocumentId {
  return DocumentId.parse(idIn(name))
}

export function workIn(name: ShardName): WorkId {
  return WorkId.parse(idIn(name))
}

function idIn(name: ShardName): string {
  return name.slice(name.indexOf('/') + 1, -'.json'.length)
}
