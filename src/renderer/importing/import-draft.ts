import type { ImportedText, ImportFile } from '../../shared/ipc/import-answers'
import { type Draft, toDraft } from '../ui/MetadataFields'

/** What the reader has decided so far about one file. */
export interface ImportDraft {
  readonly included: boolean
  readonly metadata: Draft
  /** The title of the work it is a version of; empty for none. */
  readonly work: string
  readonly furniture: ReadonlySet<number>
}

/** The proposals as a first draft. A file that is in the project already is not taken again unless asked for. */
export function draftOf(file: ImportFile, parsed: ImportedText): ImportDraft {
  return {
    included: file.known === null,
    metadata: toDraft({ ...parsed, attributes: { ...parsed.attributes }, notes: '' }),
    work: file.work,
    furniture: new Set(parsed.blocks.flatMap((block, index) => (block.furniture ? [index] : [])))
  }
}
