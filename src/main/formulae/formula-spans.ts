import type { Hits } from '../../shared/concordance/hits'
import { formulaeNamed } from '../../shared/formulae/formulae-named'
import type { DocumentId } from '../../shared/model/ids'
import type { Session } from '../project/session'
import { readingOf } from '../services/version'
import { findRegister } from './find-occurrences'
import type { FormulaThread } from './formula-thread'

/** Where the formulae of a name stand in each text, by start; of places that overlap the longest. */
export async function formulaSpans(
  session: Session,
  thread: FormulaThread,
  name: string
): Promise<ReadonlyMap<DocumentId, Hits>> {
  const reading = readingOf(session)
  const { documents, byFormula } = await findRegister(reading, session.folder, thread)
  const places = formulaeNamed(reading.state.info.formulae, name)
    .flatMap(({ id }) => byFormula.get(id) ?? [])
    .sort((a, b) => a.document - b.document || a.start - b.start || b.end - a.end)
  const found = new Map<DocumentId, { starts: number[]; ends: number[] }>()
  for (const { document: at, start, end } of places) {
    const document = documents[at]
    if (!document) continue
    const own = found.get(document.id) ?? { starts: [], ends: [] }
    found.set(document.id, own)
    if (start < (own.ends.at(-1) ?? 0)) continue
    own.starts.push(start)
    own.ends.push(end)
  }
  return found
}
