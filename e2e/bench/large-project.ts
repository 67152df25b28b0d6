import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject } from '../../src/main/project/create'
import { CheckpointWriter, type ClosedSegment } from '../../src/main/store/checkpoint'
import { textFile } from '../../src/main/store/content-store'
import { type Files, realFiles } from '../../src/main/store/files'
import { journalLine } from '../../src/main/store/journal-record'
import { segmentName } from '../../src/main/store/segment'
import { annotationShard, eagerShards } from '../../src/main/store/shards'
import { Snapshots } from '../../src/main/store/snapshots'
import { describe } from '../../src/shared/anchoring/describe'
import type { Annotation } from '../../src/shared/model/annotation'
import type { VariorumDocument } from '../../src/shared/model/document'
import type { AnnotationId, DocumentId, ThemeId } from '../../src/shared/model/ids'
import { LazyMap } from '../../src/shared/model/lazy-map'
import { utf16 } from '../../src/shared/model/span'
import { emptyState } from '../../src/shared/model/state'
import type { Theme } from '../../src/shared/model/theme'
import { countedState } from '../../src/shared/operations/counted-state'
import { coder, makeAnnotation, makeDocument, makeTheme } from '../../src/shared/testing/sample-records'
import { canonicalText } from '../../src/shared/text/canonical'
import { mustDo } from './work-done'

/** Making it need not be durable, and is quicker so. */
const hasty: Files = {
  ...realFiles,
  async open(path, flags) {
    const file = await realFiles.open(path, flags)
    return { ...file, sync: async () => {} }
  }
}

const themeCount = 60
const segmentBytes = 4 * 1024 * 1024
const time = '2026-01-02T03:04:05.000Z'

/** A project as after years of work: so many documents, each with its annotations, and a line of history for each. */
export async function makeLargeProject(folder: string, documentCount: number, each: number): Promise<void> {
  mustDo(await createProject(folder, `${documentCount} documents`, coder), 'making the project')
  const text = textFile({
    format: 1,
    blocks: Array.from({ length: 24 }, (_, index) => ({
      kind: 'paragraph' as const,
      number: index + 1,
      text: `Paragraph ${index + 1}. The office hands in one form a year, and nobody has to come a second time for it.`
    }))
  })
  await writeFile(join(folder, 'texts', `${text.hash}.json`), text.body)
  const canonical = canonicalText(JSON.parse(text.body).blocks)
  const themes: Record<ThemeId, Theme> = {}
  for (let i = 0; i < themeCount; i++) themes[`t${i}` as ThemeId] = { ...makeTheme(`t${i}`), order: i }
  const documents: Record<DocumentId, VariorumDocument> = {}
  const annotations: Record<DocumentId, Record<AnnotationId, Annotation>> = {}
  for (let d = 0; d < documentCount; d++) {
    const document = makeDocument(`d${String(d).padStart(7, '0')}`)
    const revisions = document.revisions.map((revision) => ({ ...revision, text: text.hash }))
    documents[document.id] = { ...document, revisions, title: `Bulletin ${d} of the provincial office` }
    const own: Record<AnnotationId, Annotation> = {}
    for (let a = 0; a < each; a++) {
      const id = `a${d}-${a}`
      const start = (a * 97) % (canonical.length - 60)
      const selector = describe(canonical, { start: utf16(start), end: utf16(start + 50) }, text.hash)
      const base = makeAnnotation(id, document.id, [`t${(d + a) % themeCount}`])
      if (selector) own[id as AnnotationId] = { ...base, selector }
    }
    annotations[document.id] = own
  }
  const closed = await writeHistory(folder, annotations)
  const state = {
    ...emptyState({ ...(await infoOf(folder)) }),
    themes,
    documents: LazyMap.from(documents),
    annotations: LazyMap.lazy(
      (Object.keys(annotations) as DocumentId[]).map(
        (id) => [id, { load: () => LazyMap.from(annotations[id] ?? {}) }] as const
      )
    )
  }
  const standing = countedState(state)
  const seq = Math.max(1, ...Object.values(closed).map((segment) => segment.last)) + 1
  await writeFile(
    join(folder, 'journal', segmentName(Object.keys(closed).length + 1)),
    journalLine({
      seq,
      time,
      coder: coder.id,
      kind: 'do',
      undo: seq,
      redo: 0,
      below: seq - 1,
      operation: { type: 'project.rename', name: state.info.name },
      inverse: { type: 'project.rename', name: state.info.name }
    })
  )
  const snapshots = new Snapshots(folder, hasty, new CheckpointWriter(folder, hasty, {}), {
    current: () => ({ standing, seq }),
    guard() {},
    closedSegments: () => closed,
    covered() {},
    failed() {}
  })
  snapshots.touchShards([
    ...eagerShards,
    ...Object.keys(documents).map((id) => annotationShard(id as DocumentId))
  ])
  await snapshots.flush()
}

async function infoOf(folder: string) {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(join(folder, 'project.json'), 'utf8')
  return JSON.parse(text).data
}

/** The lines that made the annotations, in closed segments. */
async function writeHistory(
  folder: string,
  annotations: Readonly<Record<DocumentId, Readonly<Record<AnnotationId, Annotation>>>>
): Promise<Record<string, ClosedSegment>> {
  await mkdir(join(folder, 'journal'), { recursive: true })
  const closed: Record<string, ClosedSegment> = {}
  let seq = 1
  let lines: string[] = []
  let bytes = 0
  let first = 2
  let number = 2
  const finish = async () => {
    if (lines.length === 0) return
    const name = segmentName(number++)
    await writeFile(join(folder, 'journal', name), lines.join(''))
    closed[name] = { first, last: seq, bytes }
    first = seq + 1
    lines = []
    bytes = 0
  }
  for (const own of Object.values(annotations))
    for (const annotation of Object.values<Annotation>(own)) {
      seq++
      const line = journalLine({
        seq,
        time,
        coder: coder.id,
        kind: 'do',
        undo: seq,
        redo: 0,
        below: seq - 1,
        operation: { type: 'annotation.add', annotation },
        inverse: { type: 'annotation.remove', document: annotation.document, id: annotation.id }
      })
      lines.push(line)
      bytes += Buffer.byteLength(line)
      if (bytes > segmentBytes) await finish()
    }
  await finish()
  const { stat } = await import('node:fs/promises')
  const one = await stat(join(folder, 'journal', segmentName(1)))
  closed[segmentName(1)] = { first: 1, last: 1, bytes: one.size }
  return closed
}
