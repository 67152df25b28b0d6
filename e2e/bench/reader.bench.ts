import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page, test } from '@playwright/test'
import { build } from 'vite'
import { noSandbox } from '../fixtures'
import type { ReaderBench } from './reader/page'
import { percentile, row } from './statistics'
import { mustHold } from './work-done'

/**
 * The reader against `@recogito/text-annotator` (CSS highlights) and against a plain page, with the same text and the
 * same highlights, in the same Chromium. Each is opened in a window of its own, in turn.
 */
const lines: string[] = []
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-reader-bench-'))
  await build({
    root: join(import.meta.dirname, 'reader'),
    base: './',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', modulePreload: { polyfill: false } }
  })
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

type Kind = Parameters<ReaderBench['open']>[0]

async function inWindow<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = process.env.VARIORUM_ELECTRON
  if (!executablePath) throw new Error('run the bench through npm: it finds the Electron runtime')
  const app = await _electron.launch({
    executablePath,
    args: [
      ...noSandbox,
      join(import.meta.dirname, 'reader', 'window.mjs'),
      `--user-data-dir=${join(folder, 'data')}`,
      join(folder, 'index.html')
    ]
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => Reflect.has(window, 'readerBench'))
  try {
    return await work(page)
  } finally {
    await app.close()
  }
}

interface Figures {
  readonly open: number[]
  readonly rest: number[]
  readonly changes: Awaited<ReturnType<ReaderBench['changes']>>
  readonly gaps: number[]
  readonly heap: number
}

async function figures(kind: Kind, words: number, highlights: number, runs: number): Promise<Figures> {
  const open: number[] = []
  const rest: number[] = []
  let last: Omit<Figures, 'open' | 'rest'> | null = null
  for (let run = 0; run < runs; run++)
    await inWindow(async (page) => {
      const ask = <T>(method: keyof ReaderBench, ...args: readonly (string | number)[]): Promise<T> =>
        page.evaluate(([name, given]) => Reflect.get(window, 'readerBench')[name](...given), [
          method,
          args
        ] as const)
      open.push(await ask<number>('open', kind, words, highlights))
      rest.push(await ask<number>('allDrawn'))
      const [drawn, wanted] = await ask<[number, number]>('drawn')
      mustHold(kind === 'plain' || drawn === wanted, `highlights drawn (${kind}): ${drawn} of ${wanted}`)
      if (run < runs - 1) return
      const heap = await ask<number>('heap')
      const changes = await ask<Figures['changes']>('changes', 40)
      const gaps = await ask<number[]>('scroll', 20)
      last = { changes, gaps, heap }
    })
  if (!last) throw new Error('nothing was measured')
  return { open, rest, ...(last as Omit<Figures, 'open' | 'rest'>) }
}

/** A frame that took longer than one and a half periods was dropped. */
const dropped = (gaps: readonly number[]) => gaps.filter((gap) => gap > 25).length

for (const [words, highlights, runs] of [
  [200_000, 5_000, 5],
  [1_200_000, 20_000, 3]
] as const)
  test(`${words} words with ${highlights} highlights`, async () => {
    test.setTimeout(900_000)
    const own = await figures('ours', words, highlights, runs)
    const plain = await figures('plain', words, highlights, Math.min(2, runs))
    const peer = words > 500_000 ? null : await figures('peer', words, highlights, Math.min(3, runs))
    lines.push(`${words} words, ${highlights} highlights`)
    const bar = words > 500_000 ? '450 ms' : '150 ms, a twentieth of the peer'
    lines.push(row('  open, model to interactive', own.open, peer?.open, bar))
    lines.push(row('  … and the highlights out of sight', own.rest))
    if (peer) lines.push(row('  … the peer', peer.open))
    lines.push(row('  … a plain page', plain.open))
    for (const kind of ['add', 'remove', 'recolour'] as const) {
      lines.push(row(`  ${kind} a highlight`, own.changes[kind], peer?.changes[kind], 'p95 8 ms'))
      if (peer) lines.push(row('  … the peer', peer.changes[kind]))
    }
    const rate = (name: string, { gaps }: Figures) =>
      `  ${name}: ${dropped(gaps)} of ${gaps.length} frames dropped, p50 ${percentile(gaps, 0.5).toFixed(1)} ms, p95 ${percentile(gaps, 0.95).toFixed(1)} ms`
    lines.push(rate('20 screens', own), rate('… a plain page', plain))
    if (peer) lines.push(rate('… the peer', peer))
    const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
    lines.push(
      `  JS heap ${mib(own.heap)} MB, a plain page's ${mib(plain.heap)} MB (both hold the book): the view's own ${mib(own.heap - plain.heap)} MB (bar: 15 MB)`
    )
  })
