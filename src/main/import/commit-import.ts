import { describe } from '../../shared/anchoring/describe'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { CoderId, WorkId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { newAnnotation } from '../../shared/model/new-records'
import { ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import type { SimpleOperation } from '../../shared/operations/operation'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import { type CompanionFate, commitCompanions } from './companions/commit-companions'
import { type FindQuotes, findHere } from './companions/place-quotes'
import type { CompanionDecision, Decision } from './decision'
import { newMemo, StatedCodes } from './state-codes'
import { type CommittedText, stateAlignments } from './stated-alignment'
import { storeText } from './store-text'

/** Everything that comes in with one step. */
export interface Wanted {
  /** Part of the making of the project, which Undo does not take back. */
  readonly floor?: boolean
  readonly texts: readonly Decision[]
  readonly companions?: readonly CompanionDecision[]
}

export interface Committed extends CompanionFate {
  readonly documents: readonly VariorumDocument[]
}

/**
 * Brings texts in as one undoable step, with what other files say about them or about texts that are there. Texts and
 * originals are written first; the documents appear with the operation that names them, all of them or none, with the
 * passages that their files mark and the alignments they state.
 */
export async function commitImport(
  session: Session,
  { texts, companions = [], floor = false }: Wanted,
  coder: CoderId,
  find: FindQuotes = findHere
): Promise<Result<Committed>> {
  const works = new Works()
  const codes = new StatedCodes(session.state)
  const committed: CommittedText[] = []
  const annotations: SimpleOperation[] = []
  for (const decision of texts) {
    const { parsed, path, key } = decision
    const kept = parsed.blocks.flatMap((block, at) =>
      block.text !== '' || block.kind === 'cell' ? [at] : []
    )
    const stored = await storeText(session, decision, kept)
    if (!stored.ok) return stored
    const { facts, blocks } = stored.value
    const document: VariorumDocument = { ...facts, ...decision.metadata, works: works.of(decision.work) }
    const group = parsed.aligned === null ? null : `${path}\n${parsed.aligned}`
    committed.push({ document, blocks, kept, group, ...(key === undefined ? {} : { key }) })
    codes.bring(parsed.brought, coder)
    annotations.push(...passagesOf(decision, document, canonicalText(blocks), codes, coder))
  }
  const said = await commitCompanions(session, committed, companions, { codes, coder, find })
  if (!said.ok) return said
  const { documents, operations: saying, fate } = said.value
  const operations: SimpleOperation[] = [
    ...works.operations,
    ...codes.operations,
    ...documents.map((document) => ({ type: 'document.add' as const, document })),
    ...stateAlignments(committed),
    ...annotations,
    ...saying
  ]
  if (operations.length === 0) return ok({ documents: [], ...fate })
  const done = await session.do({ type: 'batch', label: 'import', operations }, coder, { floor })
  return done.ok ? ok({ documents, ...fate }) : done
}

/** The works that texts of an import are made versions of; those that share a title share a work. */
class Works {
  readonly operations: SimpleOperation[] = []
  private readonly made = new Map<string, WorkId>()

  of(work: Decision['work']): WorkId[] {
    if (work === null) return []
    if ('id' in work) return [work.id]
    const known = this.made.get(work.title)
    if (known) return [known]
    const id = newId.work()
    this.made.set(work.title, id)
    this.operations.push({ type: 'work.add', work: { id, title: work.title, order: [] } })
    return [id]
  }
}

/** The passages that a file marks in its text, and its notes on the whole. */
function passagesOf(
  { parsed }: Decision,
  document: VariorumDocument,
  text: string,
  codes: StatedCodes,
  coder: CoderId
): SimpleOperation[] {
  const operations: SimpleOperation[] = []
  for (const { start, end, memo, themes: paths, coder: name, created } of parsed.passages) {
    const selector = end <= text.length ? describe(text, span(start, end), currentText(document)) : null
    if (!selector) continue
    const themes = [...new Set(paths.flatMap((each) => codes.theme(each) ?? []))]
    const annotation = newAnnotation(document.id, selector, codes.coder(name, coder), {
      ...(created && { created }),
      memo,
      themes
    })
    operations.push({ type: 'annotation.add', annotation })
  }
  for (const note of parsed.notes)
    operations.push({ type: 'memo.add', memo: newMemo({ kind: 'document', id: document.id }, note, coder) })
  return operations
}
