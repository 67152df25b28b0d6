import { z } from 'zod'
import { CoderId } from '../../shared/model/ids'
import { Operation } from '../../shared/operations/operation'
import { crc32 } from './crc32'

const seq = z.int().min(0)

/**
 * One line of the journal. `do` is a new change; `undo` and `redo` carry the number of the change they take back or
 * do again in `of`. `inverse` takes this very line back.
 * `undo` and `redo` name the change that Undo would take back after this line, and the `undo` line that Redo would
 * take back; `below` is the next one under this line on its own stack (for a change: to undo; for an undo: to redo).
 * A `do` whose `undo` is 0 is part of the making of the project, the floor of undoing: its `below` is what was in effect
 * under it, and Undo does not go there. So the stacks are lists within the journal, and opening need not read it all. 0 is the end of a stack.
 */
export const JournalRecord = z.object({
  seq: z.int().min(1),
  time: z.iso.datetime(),
  coder: CoderId,
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.int().min(1).optional(),
  undo: seq,
  redo: seq,
  below: seq,
  operation: Operation,
  inverse: Operation
})
export type JournalRecord = z.infer<typeof JournalRecord>

/** The line of a record: a JSON object whose first field is the CRC-32 of all that follows it. */
export function journalLine(record: JournalRecord): string {
  const rest = JSON.stringify(record).slice(1)
  return `{"sum":"${crc32(rest)}",${rest}\n`
}

const start = /^\{"sum":"([0-9a-f]{8})",/
const startOfSeq = /^\{"sum":"[0-9a-f]{8}","seq":(\d{1,15}),/

/** Reads a line back (without its LF). Null where it is torn or damaged. */
export function parseJournalLine(line: string): JournalRecord | null {
  const json = sound(line)
  if (json === null) return null
  const parsed = JournalRecord.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : null
}

/** The number of a line that fits its checksum, without parsing it. Null where it is torn or damaged. */
export function seqOfLine(line: string): number | null {
  return sound(line) === null ? null : Number(startOfSeq.exec(line)?.[1] ?? 0) || null
}

/** A sound line as JSON, without its checksum. */
export function sound(line: string): string | null {
  const match = start.exec(line)
  if (!match) return null
  const rest = line.slice(match[0].length)
  return crc32(rest) === match[1] ? `{${rest}` : null
}
