import { z } from 'zod'
import { CoderId } from '../../shared/model/ids'
import { Operation } from '../../shared/operations/operation'
import { crc32 } from './crc32'

/**
 * One line of the journal. `do` is a new change; `undo` and `redo` carry the number of the change they take back or
 * do again in `of`. `inverse` takes this very line back.
 */
export const JournalRecord = z.object({
  seq: z.int().min(1),
  time: z.iso.datetime(),
  coder: CoderId,
  kind: z.enum(['do', 'undo', 'redo']),
  of: z.int().min(1).optional(),
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

/** Reads a line back (without its LF). Null where it is torn or damaged. */
export function parseJournalLine(line: string): JournalRecord | null {
  const match = start.exec(line)
  if (!match) return null
  const rest = line.slice(match[0].length)
  if (crc32(rest) !== match[1]) return null
  const parsed = JournalRecord.safeParse(JSON.parse(`{${rest}`))
  return parsed.success ? parsed.data : null
}
