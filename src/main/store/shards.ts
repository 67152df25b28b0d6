import { z } from 'zod'
import { Alignment } from '../../shared/model/alignment'
import { Annotation } from '../../shared/model/annotation'
import { VariorumDocument } from '../../shared/model/document'
import { AnnotationId, DocumentId, ThemeId, WorkId } from '../../shared/model/ids'
import { ProjectInfo } from '../../shared/model/project'
import type { ProjectState } from '../../shared/model/state'
import { Theme } from '../../shared/model/theme'
import { Work } from '../../shared/model/work'
import type { SimpleOperation } from '../../shared/operations/operation'
import { isEmpty } from '../../shared/operations/records'
import { stableJson, stableLines } from './stable-json'

/** The name of a snapshot file, relative to the project folder, with `/` between its parts. */
export type ShardName = string

export const infoShard: ShardName = 'project.json'
export const codebookShard: ShardName = 'codebook.json'
export const libraryShard: ShardName = 'library.json'

/** The one file in which an operation's change is kept. */
export function shardOf(op: SimpleOperation): ShardName {
  switch (op.type) {
    case 'project.create':
    case 'project.rename':
    case 'coder.add':
    case 'coder.update':
    case 'coder.remove':
      return infoShard
    case 'theme.add':
    case 'theme.update':
    case 'theme.move':
    case 'theme.remove':
      return codebookShard
    case 'work.add':
    case 'work.update':
    case 'work.remove':
    case 'document.add':
    case 'document.update':
    case 'document.furnish':
    case 'document.remove':
      return libraryShard
    case 'annotation.add':
      return `annotations/${op.annotation.document}.json`
    case 'annotation.update':
    case 'annotation.remove':
      return `annotations/${op.document}.json`
    case 'alignment.set':
      return `alignments/${op.alignment.work}.json`
    case 'alignment.remove':
      return `alignments/${op.work}.json`
  }
}

/** The body of a shard as it goes into its file: stable, one record a line. */
export function shardBody(state: ProjectState, name: ShardName): string {
  if (name === infoShard) return stableLines(state.info)
  if (name === codebookShard) return stableLines(state.themes)
  if (name === libraryShard)
    return `{"works":${stableLines(state.works)},\n"documents":${stableLines(state.documents)}}`
  const id = idIn(name)
  if (name.startsWith('annotations/')) return stableLines(state.annotations[DocumentId.parse(id)] ?? {})
  if (name.startsWith('alignments/')) return stableLines(state.alignments[WorkId.parse(id)] ?? {})
  throw new Error(`no such shard: ${name} ${stableJson(id)}`)
}

const Library = z.object({
  works: z.record(WorkId, Work),
  documents: z.record(DocumentId, VariorumDocument)
})
const Themes = z.record(ThemeId, Theme)
const Annotations = z.record(AnnotationId, Annotation)
const Alignments = z.record(z.string(), Alignment)

/** Puts a shard's parsed body into a state. Throws a ZodError where it does not fit its schema. */
export function withShard(state: ProjectState, name: ShardName, data: unknown): ProjectState {
  if (name === infoShard) return { ...state, info: ProjectInfo.parse(data) }
  if (name === codebookShard) return { ...state, themes: Themes.parse(data) }
  if (name === libraryShard) return { ...state, ...Library.parse(data) }
  const id = idIn(name)
  if (name.startsWith('annotations/')) {
    const own = Annotations.parse(data)
    if (isEmpty(own)) return state
    return { ...state, annotations: { ...state.annotations, [DocumentId.parse(id)]: own } }
  }
  const own = Alignments.parse(data)
  if (isEmpty(own)) return state
  return { ...state, alignments: { ...state.alignments, [WorkId.parse(id)]: own } }
}

function idIn(name: ShardName): string {
  return name.slice(name.indexOf('/') + 1, -'.json'.length)
}
