import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../shared/model/annotation'
import type { AnnotationId, DocumentId } from '../../shared/model/ids'
import { makeAnnotation } from '../../shared/testing/sample-records'
import { annotationLines, type RecordPlace } from './annotation-lines'
import { stepThrough } from './cooperative'
import { sha256 } from './hash'
import { journalHeadOf, journalLine, parseJournalHead } from './journal-record'
import { asWritten } from './line-ends'
import { RecordFile } from './record-file'
import { scanPieces, scanSegment } from './segment'
import { parseShard, shardText } from './shard-file'
import { annotationShard, parseBody } from './shards'
import { joinLines, stableEntries } from './stable-json'

const document = 'd1' as DocumentId
const name = annotationShard(document)

const memos = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 6 })

function fileOf(notes: readonly string[], seq = 7): string {
  const annotations = notes.map((memo, at) => ({ ...makeAnnotation(`a${at}`, document, ['t1', 't2']), memo }))
  const record = Object.fromEntries(annotations.map((each) => [each.id, each]))
  return shardText(name, seq, joinLines([...stableEntries(record)]))
}

/** Bytes in pieces of odd lengths. */
function* cut(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield Buffer.from(bytes.subarray(at, at + length))
}

function whole(bytes: Buffer) {
  try {
    const text = asWritten(bytes.toString('utf8'))
    const { seq, body } = parseShard(name, text)
    const parsed = parseBody(name, body)
    return parsed.kind === 'annotations'
      ? { annotations: parsed.annotations, seq, sha256: sha256(text) }
      : null
  } catch {
    return null
  }
}

function inLines(bytes: Buffer, length: number) {
  const lines = stepThrough(annotationLines(name, document, cut(bytes, length), (annotation) => annotation))
  return (
    lines && {
      annotations: Object.fromEntries(lines.annotations),
      seq: lines.seq,
      sha256: lines.sha256
    }
  )
}

describe('a file of annotations that is read line by line', () => {
  it('says what the whole file says, wherever it is cut, with other line ends and a byte order mark', () => {
    fc.assert(
      fc.property(memos, fc.integer({ min: 3, max: 400 }), fc.nat(3), (notes, length, how) => {
        const written = fileOf(notes)
        const ends = how % 2 === 0 ? written : written.replaceAll('\n', '\r\n')
        const bytes = Buffer.from(how < 2 ? ends : `\uFEFF${ends}`)
        expect(whole(bytes)).not.toBeNull()
        expect(inLines(bytes, length)).toEqual(whole(bytes))
      })
    )
  })

  it('tells where each record stands, so that it can be read again', () => {
    fc.assert(
      fc.property(memos, fc.integer({ min: 3, max: 400 }), (notes, length) => {
        const bytes = Buffer.from(fileOf(notes))
        const file = new RecordFile(
          { read: (from, size) => bytes.subarray(from, from + size), close() {} },
          document
        )
        const keep = (annotation: Annotation, id: AnnotationId, place: RecordPlace) => ({
          annotation,
          id,
          place
        })
        const lines = stepThrough(annotationLines(name, document, cut(bytes, length), keep))
        expect(lines?.annotations).toHaveLength(notes.length)
        expect(lines?.bytes).toBe(bytes.length)
        for (const [, { annotation, id, place }] of lines?.annotations ?? [])
          expect(file.record(id, place)).toEqual(annotation)
        expect([...file.pieces()].map(String).join('')).toBe(String(bytes))
      })
    )
  })

  it('is never believed where the whole is not', () => {
    fc.assert(
      fc.property(
        memos,
        fc.nat(),
        fc.uint8Array({ minLength: 0, maxLength: 3 }),
        fc.nat(3),
        (notes, place, put, out) => {
          const sound = Buffer.from(fileOf(notes))
          const at = place % sound.length
          const bytes = Buffer.concat([sound.subarray(0, at), put, sound.subarray(at + out)])
          const lines = inLines(bytes, 64)
          if (lines) expect(lines).toEqual(whole(bytes))
        }
      )
    )
  })

  it.each([
    ['on one line', (text: string) => text.replaceAll(',\n', ',').replace('{\n', '{').replace('\n}', '}')],
    ['without a comma', (text: string) => text.replace(',\n', '\n')],
    ['with an empty line', (text: string) => text.replace(',\n', ',\n\n')],
    ['of another text', (text: string) => text.replace('"document":"d1"', '"document":"d2"')],
    ['with no id of one', (text: string) => text.replace('"a0"', '"__proto__"')]
  ])('is left to the whole reading: records %s, with a sum that fits', (_, change) => {
    const { body } = parseShard(name, fileOf(['one', 'two']))
    const bytes = Buffer.from(shardText(name, 7, change(body)))
    expect(inLines(bytes, 64)).toBeNull()
  })
})

describe('a segment of the journal that is read in pieces', () => {
  const line = (seq: number) =>
    journalLine({
      seq,
      time: '2026-01-02T03:04:05.000Z',
      coder: makeAnnotation('a1', document).coder,
      kind: 'do',
      undo: seq,
      redo: 0,
      below: seq - 1,
      operation: { type: 'project.rename', name: `名 ${seq}` },
      inverse: { type: 'project.rename', name: 'x'.repeat(seq * 50) }
    })

  it('has the same sound lines wherever it is cut', () => {
    const sound = [1, 2, 3, 4].map(line).join('')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(7), fc.nat(), (length, how, place) => {
        const text = how & 1 ? sound.replaceAll('\n', '\r\n') : sound
        const bytes = Buffer.from(how & 2 ? `\uFEFF${text}` : text)
        if (how & 4) bytes[place % bytes.length] = 0x21
        const { length: all, ...scan } = scanPieces(cut(bytes, Math.max(3, length)))
        expect(all).toBe(bytes.length)
        expect(scanSegment(bytes)).toEqual({ ...scan, length: all })
        for (const { seq, start, end } of scan.lines)
          expect(`${bytes.toString('utf8', start, end)}\n`).toBe(line(seq))
      })
    )
  })

  it('tells where a line stands by its beginning as by all of it', () => {
    for (const seq of [1, 2, 30])
      expect(journalHeadOf(line(seq).slice(0, 512))).toEqual(parseJournalHead(line(seq).trimEnd()))
  })
})
