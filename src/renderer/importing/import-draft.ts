import type { ImportedText, ImportFile } from '../../shared/ipc/import-answers'
import { metadataLimits } from '../../shared/model/metadata-limits'
import { lineShape, siteOf } from '../../shared/text/repeated-lines'
import { learntLines } from '../state/ui-state'
import { type Draft, toDraft } from '../ui/metadata-draft'
import { type MetadataProblem, metadataProblem } from '../ui/metadata-problem'

/** What the reader has decided so far about one file. */
export interface ImportDraft {
  readonly included: boolean
  readonly metadata: Draft
  /** The title of the work it is a version of; empty for none. */
  readonly work: string
  readonly furniture: ReadonlySet<number>
}

/** Why a text that is wanted cannot come in as it is; null where it can, or is not wanted. */
export function draftProblem({ included, metadata, work }: ImportDraft): MetadataProblem<'work'> | null {
  if (!included) return null
  const most = metadataLimits.title
  return (
    metadataProblem(metadata) ?? (work.trim().length > most ? { field: 'work', kind: 'tooLong', most } : null)
  )
}

/** The proposals as a first draft. A file that is in the project already is not taken again unless asked for. */
export function draftOf(file: ImportFile, parsed: ImportedText): ImportDraft {
  const learnt = new Set(learntLines(siteOf(parsed)))
  const isFurniture = ({ text, furniture }: ImportedText['blocks'][number]) =>
    furniture || (learnt.size > 0 && learnt.has(lineShape(text)))
  return {
    included: file.known === null,
    metadata: toDraft({
      ...parsed,
      attributes: { ...parsed.attributes },
      proposed: [...parsed.proposed],
      notes: ''
    }),
    work: file.work,
    furniture: new Set(parsed.blocks.flatMap((block, index) => (isFurniture(block) ? [index] : [])))
  }
}
