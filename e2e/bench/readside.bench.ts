import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { test } from '@playwright/test'
import Papa from 'papaparse'
import { commitImport } from '../../src/main/import/commit-import'
import { acceptProposals, type Decision } from '../../src/main/import/decision'
import { parseFile } from '../../src/main/import/parse-file'
import { createProject } from '../../src/main/project/create'
import { openProject } from '../../src/main/project/open'
import { memosMentioning } from '../../src/main/services/memo-list'
import type { ReadDocument } from '../../src/shared/ipc/answers'
import type { Annotation } from '../../src/shared/model/annotation'
import { AnnotationIndex } from '../../src/shared/model/annotation-index'
import type { AnnotationId, DocumentId } from '../../src/shared/model/ids'
import { LazyMap } from '../../src/shared/model/lazy-map'
import { span, utf16 } from '../../src/shared/model/span'
import { blankState, coder, hash, makeDocument } from '../../src/shared/testing/sample-records'
import { cli } from '../fixtures'
import { makeBookProject } from './book-project'
import { makeLargeProject } from './large-project'
import { makeBook } from './reader/book'
import { row } from './statistics'
import { countIn, mustDo, mustHold } from './work-done'

/** The read side: what it takes to export, to look things up, to bring texts in. Peers are measured in the same run. */
const run = promisify(execFile)
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-readside-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

/** Milliseconds that some work takes, and the longest that it held everything else up. */
async function timed(work: () => Promise<unknown>): Promise<{ took: number; held: number }> {
  let held = 0
  let last = performance.now()
  let over = false
  const beat = () => {
    const now = performance.now()
    held = Math.max(held, now - last)
    last = now
    if (!over) setImmediate(beat)
  }
  setImmediate(beat)
  const begun = performance.now()
  await work()
  over = true
  return { took: performance.now() - begun, held: Math.max(held, performance.now() - last) }
}

/** Milliseconds and megabytes at most that a process takes; the command must end well. */
async function processOf(args: readonly string[]): Promise<{ ms: number; megabytes: number }> {
  const tell = `process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))`
  const preload = join(folder, 'tell.mjs')
  await writeFile(preload, tell)
  const begun = performance.now()
  const { stderr } = await run(process.execPath, ['--import', preload, ...args])
  const peak = Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? Number.NaN)
  return { ms: performance.now() - begun, megabytes: peak / 1024 }
}

test('5,000 excerpts of a book of 200,000 words as CSV', async () => {
  test.setTimeout(300_000)
  const project = join(folder, 'book')
  await makeBookProject(project, 200_000, 5000)
  const file = join(folder, 'out.csv')
  const own: number[] = []
  let megabytes = 0
  for (let i = 0; i < 5; i++) {
    const took = await processOf([cli, 'export', project, '--format', 'csv', '--out', file])
    own.push(took.ms)
    megabytes = Math.max(megabytes, took.megabytes)
  }
  const rows = Papa.parse<string[]>((await readFile(file, 'utf8')).slice(1), { skipEmptyLines: true }).data
  mustHold(rows.length === 5001, `5,000 excerpts and a head: ${rows.length}`)
  const bare = join(folder, 'bare.mjs')
  await writeFile(join(folder, 'rows.json'), JSON.stringify(rows))
  await writeFile(
    bare,
    `import Papa from ${JSON.stringify(import.meta.resolve('papaparse'))}
import { readFileSync, writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(join(folder, 'bare.csv'))}, Papa.unparse(JSON.parse(readFileSync(${JSON.stringify(join(folder, 'rows.json'))}, 'utf8'))))`
  )
  const floor: number[] = []
  for (let i = 0; i < 5; i++) floor.push((await processOf([bare])).ms)
  lines.push(row('the CSV library alone on the same rows', floor))
  lines.push(row('5,000 excerpts to CSV by the command', own, floor, `1,000 ms`))
  lines.push(`  memory at most: ${Math.round(megabytes)} MB  (bar: 300 MB)`)
})

test('the first press on a highlight among 200,000', async () => {
  test.setTimeout(600_000)
  const project = join(folder, 'large')
  await makeLargeProject(project, 10_000, 20)
  const took: number[] = []
  const held: number[] = []
  for (let i = 0; i < 5; i++) {
    const session = mustDo(await openProject(project), 'opening')
    const before = [...session.state.annotations.unread()].length
    const document = `d${String(i * 1999).padStart(7, '0')}` as DocumentId
    const press = await timed(async () => {
      const [annotation] = session.state.annotations.get(document)?.values() ?? []
      const { state, links } = session.current.standing
      memosMentioning(state, links, { kind: 'passage', id: annotation?.id ?? '' })
    })
    took.push(press.took)
    held.push(press.held)
    const read = before - [...session.state.annotations.unread()].length
    mustHold(read === 1, `one document's annotations read, and no other's: ${read}`)
    await session.close()
  }
  lines.push(row('first press on a highlight: its card’s questions', took, undefined, '30 ms'))
})

test('300 texts committed', async () => {
  test.setTimeout(300_000)
  const incoming = join(folder, 'incoming')
  await mkdir(incoming)
  const texts: Decision[] = []
  let bytes = 0
  for (let at = 0; at < 300; at++) {
    const path = join(incoming, `${at}.txt`)
    const text = Array.from(
      { length: 30 },
      (_, k) => `On ${k + 1} March the office number ${at} counted ${at * k} forms and kept them. `
    ).join('\n\n')
    bytes += text.length
    await writeFile(path, text)
    const { texts: parsed, sidecars: _, ...file } = mustDo(await parseFile(path), `reading ${path}`)
    const [only] = parsed
    if (only) texts.push(acceptProposals(path, { ...only, ...file, warnings: [] }))
  }
  const own: number[] = []
  let held = 0
  for (let i = 0; i < 3; i++) {
    const project = join(folder, `committed-${i}`)
    mustDo(await createProject(project, 'Committed', coder), 'making the project')
    const session = mustDo(await openProject(project), 'opening')
    const done = await timed(async () =>
      mustDo(await commitImport(session, { texts }, coder.id), 'committing')
    )
    own.push(done.took)
    held = Math.max(held, done.held)
    await session.close()
    mustHold((await countIn(project, ({ documents }) => documents.size)) === 300, '300 texts on disk')
  }
  lines.push(row(`300 texts committed (${Math.round(bytes / 1024)} kB)`, own, undefined, '1,500 ms'))
  lines.push(`  longest that nothing else was done: ${held.toFixed(0)} ms  (bar: 50 ms)`)
})

test('highlights at a place, with and without one over the whole book', async () => {
  const { annotations, text } = makeBook(1_200_000, 20_000)
  const looks = (index: AnnotationIndex): number[] =>
    Array.from({ length: 40 }, () => {
      const begun = performance.now()
      let found = 0
      for (let k = 0; k < 500; k++) {
        const start = Math.floor(((k + 0.5) / 500) * (text.length - 400))
        found += index.within(span(start, start + 400)).length
      }
      mustHold(found > 0, 'highlights were found')
      return performance.now() - begun
    })
  const [first] = annotations
  if (!first) throw new Error('no highlight')
  const { revision } = first.selector
  const byId = Object.fromEntries(annotations.map((each) => [each.id, each]))
  const plain = AnnotationIndex.of(LazyMap.from<AnnotationId, Annotation>(byId), revision)
  const selector = { ...first.selector, start: utf16(0), end: utf16(text.length) }
  const chapter = { ...first, id: 'chapter' as typeof first.id, selector }
  const longer = plain.after(plain.passages.set(chapter.id, chapter), revision)
  mustHold(longer.ordered.length === plain.ordered.length + 1, 'the long highlight is in the index')
  const floor = looks(plain)
  lines.push(row('500 look-ups among 20,000 highlights', floor))
  lines.push(row('  … one of them as long as the book', looks(longer), floor, 'ratio 2'))
})

test('a window that has visited a thousand texts', async () => {
  test.setTimeout(300_000)
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const ids = Array.from({ length: 1000 }, (_, at) => `d${at}` as DocumentId)
  const texts = (at: number): ReadDocument => {
    const { blocks, annotations } = makeBook(8000, 100)
    const own = blocks.map((each) => ({ ...each, text: `${at} ${each.text}` }))
    return {
      revision: hash,
      blocks: own,
      annotations: Object.fromEntries(annotations.map((each) => [each.id, each]))
    }
  }
  // What the main process would answer: each text anew, and nothing kept of it here.
  const call = async (method: string, input: unknown) => ({
    ok: true,
    value:
      method === 'document.subscribe'
        ? texts(ids.indexOf((input as { document: DocumentId }).document))
        : null
  })
  Reflect.set(globalThis, 'window', { variorum: { call, on: () => () => {} } })
  const { releaseDocument, showDocument, showProject, useProjectStore } = await import(
    '../../src/renderer/state/project'
  )
  const { info, themes, groups, memos } = blankState()
  const documents = Object.fromEntries(ids.map((id) => [id, makeDocument(id)]))
  const counts = { documents: {}, themes: {} }
  const may = { canUndo: false, canRedo: false, readOnly: false }
  const view = {
    folder: '/',
    info,
    themes,
    groups,
    memos,
    documents,
    works: {},
    counts,
    coder: coder.id,
    seq: 1
  }
  showProject({ ...view, ...may, problem: null, notices: [] })
  collect()
  const before = process.memoryUsage().heapUsed
  let characters = 0
  for (const id of ids) {
    mustHold(await showDocument(id), 'the text is shown')
    characters += useProjectStore.getState().project?.texts[id]?.text.length ?? 0
    releaseDocument(id)
  }
  collect()
  const megabytes = (process.memoryUsage().heapUsed - before) / 1048576
  mustHold(characters > 40_000_000, `a thousand texts were read: ${characters} characters`)
  const million = Math.round(characters / 1e6)
  lines.push(
    `1,000 texts visited (${million} million characters): the window holds ${Math.round(megabytes)} MB  (bar: 300 MB)`
  )
})
