import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Annotation } from '../../shared/model/annotation'
import { isId } from '../../shared/model/id-form'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { annotationOf } from '../../shared/model/known-annotation'
import { formatVersion } from '../../shared/model/project'
import { writtenPieces } from './line-ends'
import type { ShardName } from './project-files'
import { shardHeader } from './shard-file'

/** The line of a record: bytes from the beginning of the file as it was written, without the sign and the line end behind it. */
export interface RecordPlace {
  readonly at: number
  readonly length: number
}

/** What a file of annotations says, and what tells whether it is the file that it should be. */
export interface AnnotationLines<Kept> {
  /** What was kept of each. */
  readonly annotations: readonly (readonly [AnnotationId, Kept])[]
  readonly seq: number
  /** The bytes of the whole file as it was written. */
  readonly bytes: number
  /** The SHA-256 of the whole file as it was written. */
  readonly sha256: string
}

/** What stands behind the last record: the end of the body, and that of the file. */
const fileEnd = '}}\n'
const lineFeed = 0x0a
const recordsBetweenTurns = 50

/**
 * Reads a file of annotations record by record, as it is written: one a line, and keeps of each what `keep` gives. Neither its
 * text nor its tree is ever in memory whole. Yields now and then, so that others get their turn.
 *
 * Returns null where the file is written in another way, or anything about it does not fit: only the whole text can
 * tell then what it is. What is returned is what `parseShard` and `parseBody` make of the file.
 */
export function* annotationLines<Kept>(
  name: ShardName,
  document: DocumentId,
  pieces: Iterable<Buffer>,
  keep: (annotation: Annotation, id: AnnotationId, place: RecordPlace) => Kept
): Generator<undefined, AnnotationLines<Kept> | null> {
  const whole = createHash('sha256')
  const body = createHash('sha256')
  const lines = linesOf(writtenPieces(pieces))
  const first = lines.next().value
  const [header, format, own, seq, sum] = shardHeader.exec(textOf(first)) ?? []
  if (!first || header?.length !== first.length || own !== name || Number(format) !== formatVersion)
    return null
  whole.update(first)
  body.update(`${formatVersion}\n${name}\n${Number(seq)}\n`)
  const annotations: [AnnotationId, Kept][] = []
  let at = first.length
  let next: 'brace' | 'record' | 'end' | 'nothing' = 'brace'
  for (const line of lines) {
    const begins = at
    at += line.length
    whole.update(line)
    const text = textOf(line)
    if (next === 'end' && text === fileEnd) {
      body.update('}')
      next = 'nothing'
      continue
    }
    body.update(line)
    if (next === 'brace' && text === '{\n') next = 'record'
    else if (next === 'record') {
      const isLast = !text.endsWith(',\n')
      const records = recordsIn(text.slice(0, isLast ? -1 : -2), document)
      if (!records) return null
      const place = { at: begins, length: line.length - (isLast ? 1 : 2) }
      for (const [id, annotation] of records) annotations.push([id, keep(annotation, id, place)])
      if (annotations.length % recordsBetweenTurns === 0) yield
      if (isLast) next = 'end'
    } else return null
  }
  if (next !== 'nothing' || body.digest('hex') !== sum) return null
  return { annotations, seq: Number(seq), bytes: at, sha256: whole.digest('hex') }
}

/** The records on a line, parsed by their schema. Null where they are none. */
export function recordsIn(line: string, document: DocumentId): [AnnotationId, Annotation][] | null {
  const records: [AnnotationId, Annotation][] = []
  for (const [key, value] of Object.entries(parsed(`{${line}}`))) {
    const annotation = annotationOf(value)
    if (!isId(key) || !annotation || annotation.document !== document) return null
    records.push([key as AnnotationId, annotation])
  }
  return records.length > 0 ? records : null
}

function parsed(json: string): object {
  try {
    return JSON.parse(json) as object
  } catch {
    return {}
  }
}

/** Empty where it is not the UTF-8 of a text. */
function textOf(line: Buffer | undefined): string {
  return line && isUtf8(line) ? line.toString('utf8') : ''
}

/** Lines with their line ends; what follows the last one is a line of its own. */
function* linesOf(pieces: Iterable<Buffer>): Generator<Buffer, undefined> {
  let begun: Buffer[] = []
  for (const piece of pieces) {
    let at = 0
    for (let stop = piece.indexOf(lineFeed); stop !== -1; stop = piece.indexOf(lineFeed, at)) {
      const end = piece.subarray(at, stop + 1)
      yield begun.length === 0 ? end : Buffer.concat([...begun, end])
      begun = []
      at = stop + 1
    }
    // The piece's bytes are another's once the next is asked for.
    if (at < piece.length) begun.push(Buffer.from(piece.subarray(at)))
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}
