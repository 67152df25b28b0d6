import type { HistoryEntry, HistoryPage } from '../../shared/ipc/answers'
import { appError } from '../../shared/model/app-error'
import type { CoderId, DocumentId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { operationName } from '../../shared/operations/name'
import type { Operation, SimpleOperation } from '../../shared/operations/operation'
import { simpleOperations } from '../../shared/operations/simple-operations'
import type { Session } from '../project/session'
import type { JournalRecord } from '../store/journal-record'

/** Changes of the past, newest first: those that were undone (and can be done again), and those in effect. */
export async function readHistory(
  session: Session,
  { before, most }: { before: number | null; most: number }
): Promise<HistoryPage> {
  const undone: HistoryEntry[] = []
  if (before === null) {
    for (let seq = session.current.redo; seq !== 0 && undone.length < most; ) {
      const undo = await session.look(seq)
      const change = undo?.of === undefined ? null : await session.look(undo.of)
      if (!undo || !change) break
      undone.unshift(entryOf(session, change))
      seq = undo.below
    }
  }
  const done: HistoryEntry[] = []
  let seq = before ?? session.current.undo
  while (seq !== 0 && done.length < most) {
    const change = await session.look(seq)
    if (!change) break
    done.push(entryOf(session, change))
    seq = change.below
  }
  return { undone, done, next: seq === 0 || done.length < most ? null : seq }
}

/**
 * Undoes, or does again, until `seq` is the last change in effect (0: none is). Every step is a change of its own in
 * the journal, so that going back can be taken back too.
 */
export async function goTo(session: Session, seq: number, coder: CoderId): Promise<Result<null>> {
  const back = await isInEffect(session, seq)
  while (session.current.undo !== seq) {
    const step = back ? await session.undo(coder) : await session.redo(coder)
    if (!step.ok)
      return step.error.key === 'nothingToRedo' ? err(appError('NotFound', 'historyDamaged', { seq })) : step
  }
  return ok(null)
}

async function isInEffect(session: Session, seq: number): Promise<boolean> {
  let at = session.current.undo
  while (at > seq) at = (await session.look(at))?.below ?? 0
  return at === seq
}

function entryOf({ state }: Session, { seq, time, coder, operation, inverse }: JournalRecord): HistoryEntry {
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
    parts: partsOf(operation)
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
      return shorten(operation.patch.memo ?? operation.patch.selector?.exact ?? '')
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
