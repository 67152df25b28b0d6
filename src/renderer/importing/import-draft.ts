import type { ImportedText, ImportFile } from '../../shared/ipc/import-answers'
import { lineShape, siteOf } from '../../shared/text/repeated-lines'
import { learntLines } from '../app/api/memory'
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
  const learnt = new Set(learntLines(siteOf(parsed)))
  const isFurniture = ({ text, furniture }: ImportedText['blocks'][number]) =>
    furniture || (learnt.size > 0 && learnt.has(lineShape(text)))
  return {
    included: file.known === null,
    metadata: toDraft({ ...parsed, attributes: { ...parsed.attributes }, notes: '' }),
    work: file.work,
    furniture: new Set(parsed.blocks.flatMap((block, index) => (isFurniture(block) ? [index] : [])))
  }
}
