import type { CellFindings } from '../../../shared/alignment/words/findings'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import { ok, type Result } from '../../../shared/model/result'
import type { Block } from '../../../shared/model/text-content'
import { sharedWork } from '../../../shared/model/versions'
import { verbatim } from '../../../shared/text/verbatim'
import type { Comparison } from '../../services/compare'
import { findDifferences } from '../../services/find-differences'
import type { Reading } from '../../services/version'
import type { Aligner } from '../../workers/aligner'

/** One row of an aligned work as it is exported. */
export interface AlignedRow {
  /** For each version its sentences in the row, and where in its text they begin (UTF-16). */
  readonly sentences: readonly (readonly string[])[]
  readonly starts: readonly (readonly number[])[]
  /** What each version says in the row, as it stands in its text; empty where it says nothing. */
  readonly texts: readonly string[]
  readonly confidence: readonly (number | null)[]
  readonly byHand: readonly boolean[]
  readonly moved: readonly boolean[]
  /** How each version parts from the one they are held against; null for that one, and where nothing was asked for. */
  readonly findings: readonly (CellFindings | null)[]
}

/** Versions side by side, ready to be written in any format. The first is the base. */
export interface AlignedWork {
  readonly title: string
  readonly versions: readonly VariorumDocument[]
  /** The blocks of each version. */
  readonly blocks: readonly (readonly Block[])[]
  readonly rows: readonly AlignedRow[]
  /** The column that the others are held against, -1 for none. */
  readonly from: number
}

/** Sets versions side by side, all from one state of the project, also where one is corrected before all is worked out. */
export async function alignedWork(
  reading: Reading,
  comparison: Comparison,
  aligner: Aligner,
  ids: readonly DocumentId[],
  from: DocumentId | null
): Promise<Result<AlignedWork>> {
  const compared = await comparison.rows(reading, ids)
  if (!compared.ok) return compared
  const { rows, versions: read } = compared.value
  const parted = from === null ? null : await findDifferences(aligner, compared.value, from)
  if (parted && !parted.ok) return parted
  const versions = read.map(({ document }) => document)
  const work = sharedWork(versions)
  return ok({
    title: (work && reading.state.works.get(work)?.title) || reading.state.info.name,
    versions,
    blocks: read.map(({ blocks }) => blocks),
    from: from === null ? -1 : ids.indexOf(from),
    rows: rows.map((row, at) => ({
      sentences: row.cells.map((cell, column) =>
        cell.map((each) => (read[column]?.text ?? '').slice(each.start, each.end))
      ),
      starts: row.cells.map((cell) => cell.map((each) => each.start)),
      texts: row.cells.map((cell, column) => verbatim(read[column]?.text ?? '', cell)),
      confidence: row.confidence,
      byHand: row.byHand,
      moved: row.moved,
      findings: parted?.value[at] ?? row.cells.map(() => null)
    }))
  })
}

/** What a version is called in the head of a column: its kind and language, and who published it. */
export function columnTitle(
  document: VariorumDocument,
  words: { readonly renderings: Readonly<Record<string, string>> }
): string {
  const kind = words.renderings[document.rendering] ?? document.rendering
  return `${kind} (${document.language})${document.publisher ? `, ${document.publisher}` : ''}`
}
