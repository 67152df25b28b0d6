import type { Row } from '../../shared/alignment/versions'
import type { RowFindings } from '../../shared/alignment/words/findings'
import { appError } from '../../shared/model/app-error'
import type { DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import { readVersion } from './version'

/** For each row of a comparison how each other version parts from one of them, the one the others are held against. */
export async function whereTheyPart(
  session: Session,
  aligner: Aligner,
  rows: readonly Row[],
  ids: readonly DocumentId[],
  from: DocumentId,
  signal?: AbortSignal
): Promise<Result<RowFindings[]>> {
  const texts: string[] = []
  const languages: string[] = []
  let source = -1
  for (const id of ids) {
    const version = await readVersion(session, id)
    if (!version.ok) return version
    texts.push(version.value.text)
    if (version.value.document.rendering === 'source') source = texts.length - 1
    languages.push(version.value.document.language)
  }
  const column = ids.indexOf(from)
  if (column < 0) return err(appError('Invalid', 'notAVersion'))
  const cells = rows.map((row) =>
    row.cells.map((spans, at) => spans.map((each) => (texts[at] ?? '').slice(each.start, each.end)).join(' '))
  )
  return ok(await aligner.findings({ cells, languages, from: column, source }, signal ? { signal } : {}))
}
