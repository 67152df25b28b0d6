import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { cli, expect, noSandbox, root, sampleName, test } from '../fixtures'
import { work } from './hour-of-work'

const run = promisify(execFile)
const pictures = join(root, 'docs', 'screenshots')
/** The titles of two versions of one work. */
const versions = ['全省冬季重点工程推进会召开', 'Province Calls for a Running Start']
const pixelsPerInch = '80'

/** What comes out, as other programs show it. Needs LibreOffice, poppler and Chromium on the path. */
test('exports in the programs that they are for', async ({ sample: { desk, page }, data }) => {
  test.setTimeout(600_000)
  await work(desk)
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(6)
  const project = join(data, sampleName)
  const made = (
    of: string,
    format: string,
    extension: string,
    options: object = {},
    docs: readonly string[] = []
  ) => {
    const out = join(data, `${of}-${format}${extension}`)
    const args = [
      'export',
      project,
      '--of',
      of,
      '--format',
      format,
      '--out',
      out,
      ...docs.flatMap((title) => ['--doc', title])
    ]
    return run(process.execPath, [cli, ...args, '--options', JSON.stringify(options)]).then(() => out)
  }
  /** The first page of an office file or a PDF. */
  const asPage = async (file: string, picture: string) => {
    let pdf = file
    if (!file.endsWith('.pdf')) {
      const profile = `-env:UserInstallation=file://${join(data, 'office')}`
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', data, file])
      pdf = join(data, `${basename(file).replace(/\.[^.]+$/, '')}.pdf`)
    }
    const out = join(pictures, picture)
    await run('pdftoppm', ['-r', pixelsPerInch, '-f', '1', '-l', '1', '-singlefile', '-png', pdf, out])
  }
  /** A page as a browser shows it. */
  const asShown = async (html: string, picture: string, height = 760) => {
    const file = join(data, `${picture}.html`)
    await writeFile(file, html)
    await run('chromium', [
      ...noSandbox,
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
      `--user-data-dir=${join(data, 'browser')}`,
      `--window-size=1000,${height}`,
      '--virtual-time-budget=3000',
      `--screenshot=${join(pictures, `${picture}.png`)}`,
      `file://${file}`
    ])
  }
  await mkdir(pictures, { recursive: true })
  await asPage(await made('excerpts', 'odt', '.odt', { group: 'theme' }), 'result-odt')
  await asPage(await made('codebook', 'docx', '.docx'), 'result-codebook')
  await asShown(asTable(await readFile(await made('excerpts', 'csv', '.csv'), 'utf8')), 'result-table', 420)
  await asShown(
    asText(await readFile(await made('excerpts', 'md', '.md'), 'utf8'), 1600),
    'result-markdown',
    620
  )
  await asShown(
    asText(await readFile(await made('work', 'tei', '.xml', {}, versions), 'utf8'), 2600, '<body'),
    'result-tei',
    620
  )
  const bundle = unzipSync(await readFile(await made('excerpts', 'evidence', '.zip')))
  const index = Object.entries(bundle).find(([name]) => name.endsWith('index.html'))
  await asShown(new TextDecoder().decode(index?.[1]), 'result-evidence', 900)
  await expect(page.locator('body')).toBeVisible()
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A piece of a text file, as an editor shows it. */
function asText(text: string, length: number, from = ''): string {
  const start = Math.max(0, text.indexOf(from))
  return `<meta charset="utf-8"><body style="margin:24px;font:13px/1.6 monospace;white-space:pre-wrap;overflow-wrap:anywhere">${escaped(text.slice(start, start + length))}</body>`
}

/** The first columns of a table, as a spreadsheet shows them. */
function asTable(csv: string): string {
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
  const cells = (row: readonly string[]) =>
    row
      .slice(0, 12)
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join('')
  const style =
    'body{margin:16px;font:12px/1.4 sans-serif}table{border-collapse:collapse}td{border:1px solid #bbb;padding:3px 6px;max-width:170px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}tr:first-child{background:#eee;font-weight:600}'
  return `<meta charset="utf-8"><style>${style}</style><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`
}
