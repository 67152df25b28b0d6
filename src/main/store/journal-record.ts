import { z } from 'zod'
import { CoderId } from '../../shared/model/ids'
import { Operation } from '../../shared/operations/operation'
import { crc32 } from './crc32'

const seq = z.int().min(0)

const Fields = z.object({
  seq: z.int().min(1),
  first: z.int().min(1).optional(),
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

/** The numbers of a line lead backwards: following them comes to an end. */
function leadsBack({ seq, undo, redo }: { seq: number; undo: number; redo: number }): boolean {
  return undo <= seq && redo <= seq
}

/**
 * One line of the journal. `first` is the number of the first change that was written together with it, where that is
 * not this one. `do` is a new change; `undo` and `redo` carry the number of the change they take back or do again in
 * `of`. `inverse` takes this very line back.
 * `undo` and `redo` name the change that Undo would take back after this line, and the `undo` line that Redo would
 * take back; `below` is the next one under this line on its own stack (for a change: to undo; for an undo: to redo).
 * A `do` whose `undo` is 0 is part of the making of the project, the floor of undoing: its `below` is what was in
 * effect under it, and Undo does not go there.
 * So the stacks are lists within the journal, and opening need not read it all. 0 is the end of a stack.
 */
export const JournalRecord = Fields.refine(
  (record) =>
    leadsBack(record) &&
    record.below < record.seq &&
    (record.of ?? 0) < record.seq &&
    (record.first ?? 1) <= record.seq,
  { message: 'a number that leads forwards' }
)
export type JournalRecord = z.infer<typeof JournalRecord>

/** All of a line but the operation. */
export const WithoutOperation = Fields.omit({ operation: true })

/** What a line says of its place in the journal; read even where its change is one that this build cannot read. */
const JournalHead = Fields.pick({ seq: true, undo: true, redo: true }).refine(leadsBack)
export type JournalHead = z.infer<typeof JournalHead>

/** The line of a record: a JSON object whose first field is the CRC-32 of all that follows it. Ends with LF. */
export function journalLine(record: JournalRecord): string {
  const rest = JSON.stringify(record).slice(1)
  return `{"sum":"${crc32(rest)}",${rest}\n`
}

/** The lines of records that are written together. The record's fields stand in the order of the schema. */
export function journalLines(records: readonly JournalRecord[]): string[] {
  const first = records[0]?.seq ?? 0
  return records.map(({ seq, ...rest }) =>
    journalLine(seq === first ? { seq, ...rest } : { seq, first, ...rest })
  )
}

const start = /^\{"sum":"([0-9a-f]{8})",/
const startOfNumbers = /^\{"sum":"[0-9a-f]{8}","seq":(\d{1,15}),(?:"first":(\d{1,15}),)?/

/** Reads a line back (without its line end). Null where it is torn or damaged. */
export function parseJournalLine(line: string): JournalRecord | null {
  const parsed = JournalRecord.safeParse(soundJson(line))
  return parsed.success ? parsed.data : null
}

const startOfHead =
  /^\{"sum":"[0-9a-f]{8}","seq":(\d{1,15}),(?:"first":\d{1,15},)?"time":"[^"\\]{1,40}","coder":"[^"\\]{1,64}","kind":"[a-z]+",(?:"of":\d{1,15},)?"undo":(\d{1,15}),"redo":(\d{1,15}),/
/** So many bytes of a line hold its head, as it is written here. */
export const headBytes = 512

/** Where a sound line stands in the journal, by its first bytes: for one of many megabytes. Null where they do not say it. */
export function journalHeadOf(beginning: string): JournalHead | null {
  const [whole, ...numbers] = startOfHead.exec(beginning) ?? []
  if (whole === undefined) return null
  const [seq, undo, redo] = numbers.map(Number)
  const parsed = JournalHead.safeParse({ seq, undo, redo })
  return parsed.success ? parsed.data : null
}

/** Reads only where a line stands in the journal. Null where it is torn or damaged. */
export function parseJournalHead(line: string): JournalHead | null {
  const parsed = JournalHead.safeParse(soundJson(line))
  return parsed.success ? parsed.data : null
}

/** How a line begins, up to what its checksum is of; in bytes. */
export const sumPrefixBytes = '{"sum":"01234567",'.length
/** So many bytes of a line hold its numbers. */
export const numbersBytes = 128

/**
 * The numbers of a line by its first bytes, where it fits its checksum. Null where it is torn or damaged.
 *
 * @param beginning at least `numbersBytes` of the line, or all of it
 * @param sum the CRC-32 of all but its first `sumPrefixBytes`
 */
export function numbersOfLine(beginning: string, sum: number): { seq: number; first: number } | null {
  if (start.exec(beginning)?.[1] !== (sum >>> 0).toString(16).padStart(8, '0')) return null
  const [, seq = '', first = seq] = startOfNumbers.exec(beginning) ?? []
  const numbers = { seq: Number(seq), first: Number(first) }
  return numbers.seq > 0 && numbers.first > 0 && numbers.first <= numbers.seq ? numbers : null
}

/** A sound line as JSON, without its checksum. */
export function sound(line: string): string | null {
  const match = start.exec(line)
  if (!match) return null
  const rest = line.slice(match[0].length)
  return crc32(rest) === match[1] ? `{${rest}` : null
}

/** The value of a sound line; undefined where it is not sound. A sum can be right by intent, the JSON still broken. */
function soundJson(line: string): unknown {
  const json = sound(line)
  if (json === null) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
