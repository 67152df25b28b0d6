import { setImmediate as nextTurn } from 'node:timers/promises'
import { appError } from '../../shared/model/app-error'
import type { CoderId } from '../../shared/model/ids'
import { err, ok, type Result } from '../../shared/model/result'
import { Batch, type Operation, SimpleOperation } from '../../shared/operations/operation'
import { perform } from '../../shared/operations/perform'
import { type JournalRecord, WithoutOperation } from '../store/journal-record'
import { type Head, type Pending, unfit } from './session-parts'

/** Other work gets its turn after so many steps. */
const stepsPerTurn = 20

/** A change to be made, with where it leaves the two stacks if it is a step on them (see JournalRecord). */
export interface Step {
  readonly kind: JournalRecord['kind']
  readonly operation: Operation
  readonly coder: CoderId
  readonly of?: number
  readonly floor?: boolean
  readonly tops?: { readonly undo: number; readonly redo: number | 'self'; readonly below: number }
}

/** Looks up a change of the past by its number; null where there is none, or it cannot be read. */
type Look = (seq: number) => Promise<JournalRecord | null>

/**
 * The journal's next line after `head`, and what stands when it is written. Pure: nothing is written or remembered.
 * What is acknowledged can always be read again: it is checked by the very schema that will read it. Fails where the
 * operation breaks a rule or does not fit its record; throws where an operation cannot be applied at all.
 */
export function nextRecord(head: Head, step: Step): Result<Pending> {
  const { kind, coder, of, floor = false } = step
  const parsed = readable(step.operation)
  if (!parsed.success) return err(unfit(parsed.error))
  const operation = parsed.data
  const performed = perform(head.standing, operation, { trusted: kind !== 'do' })
  if (!performed.ok) return performed
  const seq = head.seq + 1
  const tops = step.tops ?? { undo: floor ? 0 : seq, redo: 0, below: head.undo }
  const record: JournalRecord = {
    seq,
    time: new Date().toISOString(),
    coder,
    kind,
    ...(of === undefined ? {} : { of }),
    undo: tops.undo,
    redo: tops.redo === 'self' ? seq : tops.redo,
    below: tops.below,
    operation,
    inverse: performed.value.inverse
  }
  const rest = WithoutOperation.safeParse(record)
  if (!rest.success) return err(unfit(rest.error))
  const { standing } = performed.value
  return ok({ head: { standing, seq, undo: record.undo, redo: record.redo }, record })
}

/** The step that takes the last change in effect back. */
export async function undoOf({ undo: top, redo }: Head, look: Look, coder: CoderId): Promise<Result<Step>> {
  const last = await look(top)
  if (!last) return err(appError('NotFound', top === 0 ? 'nothingToUndo' : 'historyDamaged', { seq: top }))
  const tops = { undo: last.below, redo: 'self' as const, below: redo }
  return ok({ kind: 'undo', operation: last.inverse, coder, of: top, tops })
}

/** The step that does again what was taken back last. */
export async function redoOf({ redo: top }: Head, look: Look, coder: CoderId): Promise<Result<Step>> {
  const undone = await look(top)
  const of = undone?.of
  if (!undone || of === undefined)
    return err(appError('NotFound', top === 0 ? 'nothingToRedo' : 'historyDamaged', { seq: top }))
  const tops = { undo: of, redo: undone.below, below: 0 }
  return ok({ kind: 'redo', operation: undone.inverse, coder, of, tops })
}

/**
 * The steps from a head until `seq` is the last change in effect, each worked out on what the one before leaves. Other
 * work gets its turn between them.
 */
export async function stepsTo(
  start: Head,
  seq: number,
  stepOf: (head: Head) => Promise<Result<Step>>
): Promise<Result<readonly Pending[]>> {
  const steps: Pending[] = []
  for (let head = start; head.undo !== seq; ) {
    const step = await stepOf(head)
    if (!step.ok) return step
    const next = nextRecord(head, step.value)
    if (!next.ok) return next
    steps.push(next.value)
    head = next.value.head
    if (steps.length % stepsPerTurn === 0) await nextTurn()
  }
  return ok(steps)
}

/**
 * An operation as it will be read back: a field that is there and undefined, say, is not in JSON. Told apart by its
 * type, so that what does not fit can be named.
 */
function readable(operation: Operation) {
  const written: unknown = JSON.parse(JSON.stringify(operation))
  return operation.type === 'batch' ? Batch.safeParse(written) : SimpleOperation.safeParse(written)
}
