import type {
  ChangeStanding,
  HistoryCursor,
  HistoryEntry,
  HistoryPage
} from '../../shared/ipc/history-answers'
import { plainMemo } from '../../shared/memos/links'
import { appError } from '../../shared/model/app-error'
import { formulaName } from '../../shared/model/formula-name'
import type { CoderId, DocumentId } from '../../shared/model/ids'
import { err, type Result } from '../../shared/model/result'
import { operationName } from '../../shared/operations/name'
import type { Operation, SimpleOperation } from '../../shared/operations/operation'
import { simpleOperations } from '../../shared/operations/simple-operations'
import type { Session } from '../project/session'
import type { JournalRecord } from '../store/journal-record'

/**
 * Changes of the past, newest first: all that were made, whatever became of them. A line of the journal that cannot be
 * read is passed over; one of a change in effect ends the list, since how those before it stand could not be told.
 */
export async function readHistory(
  session: Session,
  { from, most }: { from: HistoryCursor | null; most: number }
): Promise<HistoryPage> {
  const undone = await undoneChanges(session)
  const entries: HistoryEntry[] = []
  let { seq, inEffect } = from ?? { seq: session.seq, inEffect: session.current.undo }
  for (; entries.length < most; seq--) {
    const next = await session.lastUpTo(seq)
    // A change in effect whose number is missing.
    if (next < inEffect) return { entries, next: null }
    seq = next
    if (seq === 0) break
    const record = await session.look(seq)
    if (!record && seq === inEffect) return { entries, next: null }
    if (record?.kind !== 'do') continue
    const isFloor = record.undo === 0
    const standing = isFloor ? 'made' : seq === inEffect ? 'done' : undone.has(seq) ? 'undone' : 'overtaken'
    entries.push(entryOf(session, record, standing))
    if (isFloor || seq === inEffect) inEffect = record.below
  }
  return { entries, next: seq > 0 ? { seq, inEffect } : null }
}

/** The changes that Redo would do again, by number. */
async function undoneChanges(session: Session): Promise<Set<number>> {
  const found = new Set<number>()
  for (let seq = session.current.redo; seq !== 0; ) {
    const undo = await session.look(seq)
    if (undo?.of === undefined) break
    found.add(undo.of)
    seq = undo.below
  }
  return found
}

/**
 * Undoes, or does again, until `seq` is the last change in effect (0: all is undone, down to the making of the project).
 * Every step is a change of its own in the journal, so that going back can be taken back too; all are written at once.
 * Nothing is done where a change was made after `seen`.
 */
export async function goTo(
  session: Session,
  { seq, seen }: { seq: number; seen: number },
  coder: CoderId
): Promise<Result<null>> {
  const back = await isInEffect(session, seq)
  if (!back && !(await undoneChanges(session)).has(seq))
    return err(appError('NotFound', 'historyDamaged', { seq }))
  return session.walk(back ? 'undo' : 'redo', seq, coder, { after: seen })
}

async function isInEffect(session: Session, seq: number): Promise<boolean> {
  let at = session.current.undo
  while (at > seq) at = (await session.look(at))?.below ?? 0
  return at === seq
}

function entryOf(
  { state }: Session,
  { seq, time, coder, operation, inverse }: JournalRecord,
  standing: ChangeStanding
): HistoryEntry {
  const titleOf = (id: DocumentId) => state.documents.get(id)?.title ?? ''
  const about = [...simpleOperations(operation), ...simpleOperations(inverse)]
  return {
    seq,
    time,
    coder,
    what: operationName(operation),
    about:
      about
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map((each) => aboutOf(each, titleOf))
        .find((text) => text !== '') ?? '',
    parts: partsOf(operation),
    standing
  }
}

/** How many things a change was made of. */
function partsOf(operation: Operation): number {
  return simpleOperations(operation).length
}

/** Of a change made of several, what it is best known by: the passage, then the text. */
function rankOf({ type }: SimpleOperation): number {
  if (type === 'document.revise') return -1
  if (type.startsWith('annotation.')) return 0
  return type.startsWith('document.') ? 1 : 2
}

/** What a change was about, in words of the project's own: a quote, a title, a theme's name. */
function aboutOf(operation: SimpleOperation, titleOf: (id: DocumentId) => string): string {
  switch (operation.type) {
    case 'annotation.add':
      return shorten(operation.annotation.selector.exact)
    case 'annotation.update':
      return shorten(plainMemo(operation.patch.memo ?? '') || (operation.patch.selector?.exact ?? ''))
    case 'query.add':
      return operation.query.name
    case 'query.update':
      return operation.patch.name ?? ''
    case 'formula.add':
      return formulaName(operation.formula)
    case 'formula.update':
      return operation.patch.forms?.[0] ?? ''
    case 'rendering.add':
      return operation.rendering.words
    case 'rendering.update':
      return operation.patch.words ?? ''
    case 'candidate.dismiss':
      return operation.key.slice(3)
    case 'theme.add':
      return operation.theme.name
    case 'theme.update':
      return operation.patch.name ?? ''
    case 'document.add':
      return shorten(operation.document.title)
    case 'document.update':
      return shorten(operation.patch.title ?? '')
    case 'work.add':
      return shorten(operation.work.title)
    case 'document.revise':
    case 'document.furnish':
      return shorten(titleOf(operation.id))
    case 'project.rename':
      return operation.name
    case 'coder.add':
      return operation.coder.name
    default:
      return ''
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
