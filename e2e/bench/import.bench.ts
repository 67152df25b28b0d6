import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { expect, type Page, test } from '@playwright/test'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { forkChild } from '../../src/main/import/fork-child'
import { pdfRuntime } from '../../src/main/import/formats/pdf/pdf-runtime'
import { parseFile } from '../../src/main/import/parse-file'
import { Parser } from '../../src/main/import/parser'
import { launch, root } from '../fixtures'
import { largeFiles } from './large-files'
import { percentile, row } from './statistics'
import { countIn, mustDo, mustHold } from './work-done'

/** How fast files are read: each format beside the bare library, and a thousand files behind a reader. */
const lines: string[] = []
const fixtures = join(root, 'src/main/import/fixtures')
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-import-bench-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  console.log(`\n${lines.join('\n')}\n`)
})

const bare: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  '.docx': (buffer) => mammoth.convertToHtml({ buffer }),
  '.html': (bytes) => new Readability(parseHTML(bytes.toString('utf8')).document).parse(),
  '.csv': (bytes) => Papa.parse(bytes.toString('utf8')),
  '.pdf': async (bytes) => {
    const pdf = await pdfRuntime()
    const task = pdf.getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++)
      await (await document.getPage(number)).getTextContent()
    await task.destroy()
  }
}

async function timed(times: number, act: () => unknown): Promise<number[]> {
  const samples: number[] = []
  for (let time = 0; time < times; time++) {
    const begun = performance.now()
    await act()
    samples.push(performance.now() - begun)
  }
  return samples.slice(2)
}

test('each format beside its bare library', async () => {
  const html = `<html lang="en"><head><title>Snow</title></head><body><nav>Home</nav><article><h1>Snow</h1>${'<p>The office met on 5 March 2020 and counted every resort in the valley. All were open.</p>'.repeat(80)}</article></body></html>`
  await writeFile(join(folder, 'page.html'), html)
  await writeFile(
    join(folder, 'rows.csv'),
    `title,text\n${Array.from({ length: 400 }, (_, at) => `Row ${at},"The office met ${at} times, and again."`).join('\n')}\n`
  )
  const files = [
    // What has a password, the bare library cannot read either.
    ...(await readdir(fixtures))
      .filter((name) => !name.startsWith('locked'))
      .sort()
      .map((name) => join(fixtures, name)),
    join(folder, 'page.html'),
    join(folder, 'rows.csv')
  ]
  for (const path of files) {
    const bytes = readFileSync(path)
    const library = bare[extname(path)]
    const ours = await timed(14, async () => mustDo(await parseFile(path), `reading ${path}`))
    const floor = library ? await timed(14, () => library(bytes)) : undefined
    lines.push(row(path.split('/').pop() ?? '', ours, floor))
  }
})

test('the time and memory that large files take', async () => {
  test.setTimeout(600_000)
  for (const path of await largeFiles(folder)) {
    const peak = { bytes: 0 }
    const parser = new Parser(() => {
      const child = forkChild(join(root, 'out/main/parse-process.js'))
      const memory = async () => {
        const taken = await child.memory()
        peak.bytes = Math.max(peak.bytes, taken ?? 0)
        return taken
      }
      return { ...child, memory }
    })
    const begun = performance.now()
    const read = await parser.parse(path)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    const outcome = read.ok ? 'read' : `refused (${read.error.key})`
    lines.push(
      `${basename(path)}: ${outcome} in ${seconds} s, ${Math.round(peak.bytes / 1048576)} MB at most`
    )
    parser.close()
  }
})

/** Scrolls the reader up and down and notes how long each frame takes, so many of them or until an import is ready. */
async function watchFrames(page: Page, most: number): Promise<void> {
  await page.evaluate((count) => {
    const gaps: number[] = []
    let last = performance.now()
    let down = true
    const next = () => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      const page = document.querySelector('[data-scroller]')
      if (page) {
        const before = page.scrollTop
        page.scrollTop += down ? 8 : -8
        if (page.scrollTop === before) down = !down
      }
      if (gaps.length < count && !document.querySelector('.import-strip.ready')) requestAnimationFrame(next)
      else Reflect.set(window, 'benchDone', true)
    }
    Reflect.set(window, 'benchGaps', gaps)
    Reflect.set(window, 'benchDone', false)
    requestAnimationFrame(next)
  }, most)
}

function framesOf(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(() => Reflect.get(window, 'benchGaps'))
}

function told(gaps: readonly number[]): string {
  const [half, most] = [percentile(gaps, 0.5), percentile(gaps, 0.95)].map((gap) => gap.toFixed(1))
  const long = gaps.flatMap((gap, at) => (gap > 25 ? [`${gap.toFixed(0)} ms (no. ${at})`] : []))
  return `${gaps.length}, p50 ${half} p95 ${most} ms, longer than 25 ms: ${long.length} ${long.join(', ')}`
}

test('a thousand mixed files behind a reader', async () => {
  test.setTimeout(600_000)
  const many = join(folder, 'many')
  await mkdir(many)
  for (let at = 0; at < 1000; at++) {
    const text = Array.from(
      { length: 30 },
      (_, k) => `On ${k + 1} March the office number ${at} counted ${at * k} forms and kept them.`
    )
    const [name, content] = [
      [`${at}.txt`, text.join('\n\n')],
      [`${at}.md`, `# Report ${at}\n\n${text.join('\n\n')}`],
      [
        `${at}.html`,
        `<html><body><h1>Report ${at}</h1>${text.map((each) => `<p>${each}</p>`).join('')}</body></html>`
      ],
      [`${at}.csv`, `title,text\nReport ${at},"${text.join(' ')}"`]
    ][at % 4] ?? ['', '']
    await writeFile(join(many, name ?? ''), content ?? '')
  }
  const { app, page, desk } = await launch(join(folder, 'data'))
  await desk.waitForLibrary()
  await desk.openDocument('Province Calls for')
  // What the machine drops without an import is the floor.
  await watchFrames(page, 300)
  await page.waitForFunction(() => Reflect.get(window, 'benchDone') === true)
  const idle = await framesOf(page)
  await watchFrames(page, Number.MAX_SAFE_INTEGER)
  const begun = performance.now()
  await desk.drop(many)
  // Whoever reads on is not torn away.
  await page.mouse.wheel(0, 40)
  await page.locator('.import-strip.ready').waitFor({ timeout: 300_000 })
  const seconds = (performance.now() - begun) / 1000
  await expect(page.locator('.import-strip.ready')).toContainText('1000 texts are ready')
  const shown = performance.now()
  await page.getByRole('button', { name: 'Look over' }).click()
  await page.locator('.import-files tr').first().waitFor()
  const table = performance.now() - shown
  const gaps = await framesOf(page)
  lines.push(
    '',
    `1,000 files until they are ready: ${seconds.toFixed(1)} s; their table after another ${table.toFixed(0)} ms`,
    `frames of the reader, scrolled meanwhile: ${told(gaps)}`,
    `the same without an import:               ${told(idle)}`
  )
  const texts = await page.locator('.import-state').textContent()
  await page.locator('.dialog-foot .primary').click()
  const kept = performance.now()
  await page.locator('.documents').waitFor({ timeout: 300_000 })
  lines.push(`until they are in the project: ${((performance.now() - kept) / 1000).toFixed(1)} s`)
  await app.close()
  const there = await countIn(join(folder, 'data', 'Northeast bulletins'), ({ documents }) => documents.size)
  mustHold(there === 20 + 1000, `1,000 texts in the project (“${texts}”): ${there}`)
})
