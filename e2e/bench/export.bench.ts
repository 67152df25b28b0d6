import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@playwright/test'
import { Unzip, UnzipInflate } from 'fflate'
import Papa from 'papaparse'
import { prepareExport } from '../../src/main/export/model/prepare'
import { ExportThreads } from '../../src/main/export/writing/export-threads'
import { saveExport } from '../../src/main/export/writing/save-export'
import { openProject } from '../../src/main/project/open'
import { AlignmentCache } from '../../src/main/services/alignment-cache'
import { Comparison } from '../../src/main/services/compare'
import { Aligner } from '../../src/main/workers/aligner'
import { WorkPool } from '../../src/main/workers/work-pool'
import type { ExportFormatInfo } from '../../src/shared/export/export-format-info'
import { coder } from '../../src/shared/testing/sample-records'
import { cli } from '../fixtures'
import { makeBookProject } from './book-project'
import { row } from './statistics'
import { mustDo, mustHold } from './work-done'

/** What it takes to export: 5,000 excerpts to each format, and 200,000 codings as a stream. The CSV library is the floor. */
const run = promisify(execFile)
const lines: string[] = []
const excerpts = 5000
const rounds = 3
let folder: string
let formats: readonly ExportFormatInfo[]

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-export-'))
  const { stdout } = await run(process.execPath, [cli, 'export', '--formats', '--json'])
  formats = JSON.parse(stdout) as ExportFormatInfo[]
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

/** Megabytes at most that the command takes, and how long; it must end well. */
async function command(args: readonly string[]): Promise<{ ms: number; megabytes: number }> {
  const tell = `process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))`
  const preload = join(folder, 'tell.mjs')
  await writeFile(preload, tell)
  const begun = performance.now()
  const { stderr } = await run(process.execPath, ['--import', preload, cli, ...args])
  return { ms: performance.now() - begun, megabytes: Number(/PEAK (\d+)/.exec(stderr)?.[1]) / 1024 }
}

/** What a workbook, a PDF or a bundle holds is checked by the tests of its format; here that it is there. */
function rowsOf(format: string, text: string): number | null {
  switch (format) {
    case 'csv':
      return Papa.parse(text.slice(1), { skipEmptyLines: true }).data.length - 1
    case 'json':
      return (text.match(/"quote":/g) ?? []).length
    case 'txt':
    case 'md':
    case 'html':
      return text.length > excerpts * 20 ? excerpts : 0
    default:
      return null
  }
}

/** How often a text of one-byte signs stands in bytes that come in pieces. */
function counter(sought: string): { add(piece: Uint8Array): void; count(): number } {
  let [left, count] = ['', 0]
  return {
    add(piece) {
      const text = left + Buffer.from(piece).toString('latin1')
      count += text.split(sought).length - 1
      left = text.slice(text.length - sought.length + 1)
    },
    count: () => count
  }
}

/** The rows in a large file of many, which is read in pieces. */
async function rowsWritten(format: string, file: string): Promise<number> {
  const rows = counter(format === 'json' ? '"quote":' : '\r\n')
  if (format !== 'data-package') {
    for await (const piece of createReadStream(file)) rows.add(piece as Uint8Array)
    return format === 'json' ? rows.count() : rows.count() - 1
  }
  const unzip = new Unzip((entry) => {
    if (entry.name !== 'codings.csv') return
    entry.ondata = (_, piece) => rows.add(piece)
    entry.start()
  })
  unzip.register(UnzipInflate)
  for await (const piece of createReadStream(file)) unzip.push(piece as Uint8Array)
  unzip.push(new Uint8Array(), true)
  return rows.count() - 1
}

test('5,000 excerpts of one book of 200,000 words, to each format', async () => {
  const project = join(folder, 'book')
  await makeBookProject(project, 200_000, excerpts)
  const session = mustDo(await openProject(project, { readOnly: true }), 'opening')
  const built = dirname(cli)
  const aligner = new Aligner(new WorkPool(join(built, 'work-thread.js')))
  const writer = new ExportThreads(join(built, 'export-thread.js'))
  const makers = {
    session,
    aligner,
    comparison: new Comparison(aligner, new AlignmentCache(null)),
    coder: coder.id,
    language: 'en' as const,
    version: '0'
  }
  const floor: number[] = []
  for (const { id, extension } of formats.filter(({ of, id: name }) => of === 'excerpts' && name !== 'pdf')) {
    const samples: number[] = []
    let heldMs = 0
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const file = join(folder, `out-${round}-${id}${extension === '' ? '' : `.${extension}`}`)
      const { took, held } = await timed(async () => {
        const request = { of: 'excerpts' as const, format: id, options: {}, query: {}, chosen: null }
        const prepared = await prepareExport(makers, request)
        mustHold(prepared.count === excerpts, `${prepared.count} excerpts to ${id}`)
        const signal = new AbortController().signal
        mustDo(await saveExport(prepared, file, extension === '', { writer, signal, print: null }), id)
      })
      samples.push(took)
      heldMs = Math.max(heldMs, held)
      if (extension === '') continue
      bytes = (await stat(file)).size
      const rows = rowsOf(id, await readFile(file, 'utf8'))
      mustHold(bytes > 0 && (rows === null || rows === excerpts), `${rows} rows in ${id}`)
      if (id !== 'csv') continue
      // The library alone: the same rows, read back, written anew.
      const table = Papa.parse<string[]>((await readFile(file, 'utf8')).slice(1), {
        skipEmptyLines: true
      }).data
      const begun = performance.now()
      const text = Papa.unparse(table, { newline: '\r\n' })
      await writeFile(join(folder, 'floor.csv'), text)
      floor.push(performance.now() - begun)
      mustHold(text.length > 0.9 * bytes * 0.5, 'the floor')
    }
    lines.push(
      `${row(`5,000 excerpts: ${id}`, samples, id === 'csv' ? floor : undefined, id === 'csv' ? '1 s' : '3 s')}  longest pause of main ${heldMs.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB`
    )
  }
  lines.push(row('papaparse alone, the same rows', floor))
  await session.close()
})

test('200,000 codings as a stream', async () => {
  const project = join(folder, 'many')
  await makeBookProject(project, 400_000, 200_000)
  const nothing = await command(['list', project])
  for (const { id, extension } of formats.filter(
    ({ of, id: name }) => of === 'excerpts' && ['csv', 'json', 'data-package'].includes(name)
  )) {
    const out = join(folder, `many.${id}.${extension}`)
    const { ms, megabytes } = await command(['export', project, '--format', id, '--out', out])
    const { size } = await stat(out)
    const rows = await rowsWritten(id, out)
    mustHold(rows === 200_000, `${rows} rows in ${id}`)
    lines.push(
      `200,000 codings: ${id.padEnd(14)} ${(ms / 1000).toFixed(1)} s, peak ${megabytes.toFixed(0)} MB (the project open and listed: ${nothing.megabytes.toFixed(0)} MB), ${(size / 1e6).toFixed(0)} MB`
    )
  }
})
