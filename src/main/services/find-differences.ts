import type { Row } from '../../shared/alignment/versions'
import type { RowFindings } from '../../shared/alignment/words/findings'
import { appError } from '../../shared/model/app-error'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { Aligner } from '../workers/aligner'
import type { Version } from './version'

/**
 * For each row of a comparison how each other version parts from one of them, the one the others are held against. The
 * versions are those that the rows were made of: their offsets are of no other text.
 */
export async function findDifferences(
  aligner: Aligner,
  { rows, versions }: { readonly rows: readonly Row[]; readonly versions: readonly Version[] },
  from: DocumentId,
  signal?: AbortSignal
): Promise<Result<RowFindings[]>> {
  const documents = versions.map(({ document }) => document)
  const column = documents.findIndex(({ id }) => id === from)
  if (column < 0) return err(appError('Invalid', 'notAVersion'))
  const cells = rows.map((row) =>
    row.cells.map((spans, at) =>
      spans.map((each) => (versions[at]?.text ?? '').slice(each.start, each.end)).join(' ')
    )
  )
  const languages = documents.map(({ language }) => language)
  const source = documents.findLastIndex(({ rendering }) => rendering === 'source')
  return ok(await aligner.findings({ cells, languages, from: column, source }, signal ? { signal } : {}))
}
