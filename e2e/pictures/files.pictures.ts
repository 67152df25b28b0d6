import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import { cli, expect, noSandbox, root, sampleName, test } from '../fixtures'
import { work } from './hour-of-work'

const run = promisify(execFile)
const pictures = join(root, 'docs', 'screenshots')
const workVersions = [
  '全省冬季重点工程推进会召开',
  'Province Calls for a Running Start',
  'Lin Zhaoming Stressed'
]
const pixelsPerInch = '100'
/** The pictures are of black on white: so many colours are enough, and keep the files small. */
const colours = '48'

interface Pane {
  readonly title: string
  /** HTML of what stands below the title. */
  readonly body: string
}

/** Files as the programs show them that they are for. Needs LibreOffice, poppler, pandoc, ImageMagick and Chromium on the path. */
test('exported files beside each other', async ({ sample: { desk }, data }) => {
  test.setTimeout(600_000)
  await work(desk)
  await desk.go('annotations')
  await expect(desk.listed()).toHaveCount(6)
  const made = async (
    of: string,
    format: string,
    ending: string,
    options: object = {},
    docs: string[] = []
  ) => {
    const out = join(data, `${of}-${format}${ending}`)
    const given = docs.flatMap((title) => ['--doc', title])
    const args = [cli, 'export', join(data, sampleName), '--of', of, '--format', format, '--out', out]
    await run(process.execPath, [...args, ...given, '--options', JSON.stringify(options)])
    return out
  }
  const said = async (...about: Parameters<typeof made>) => readFile(await made(...about), 'utf8')

  /** Pages of an office file or a PDF, as pictures within a page. */
  const pagesOf = async (file: string, most: number): Promise<string[]> => {
    let pdf = file
    if (extname(file) !== '.pdf') {
      const profile = `-env:UserInstallation=file://${join(data, 'office')}`
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', data, file])
      pdf = join(data, `${basename(file, extname(file))}.pdf`)
    }
    const place = join(data, `pages-${basename(file)}`)
    await mkdir(place)
    await run('pdftoppm', ['-r', pixelsPerInch, '-l', String(most), '-png', pdf, join(place, 'page')])
    const names = (await readdir(place)).sort()
    return Promise.all(
      names.map(
        async (name) => `data:image/png;base64,${(await readFile(join(place, name))).toString('base64')}`
      )
    )
  }

  const asShown = async (name: string, html: string, height: number, width = 1000) => {
    const file = join(data, `${name}.html`)
    const picture = join(pictures, `${name}.png`)
    await writeFile(file, html)
    await run('chromium', [
      ...noSandbox,
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
      `--user-data-dir=${join(data, 'browser')}`,
      `--window-size=${width},${height}`,
      '--virtual-time-budget=3000',
      `--screenshot=${picture}`,
      `file://${file}`
    ])
    await run('convert', [picture, '+dither', '-colors', colours, '-strip', `PNG8:${picture}`])
  }
  const beside = (name: string, panes: readonly Pane[], height: number, columns = 2) =>
    asShown(name, sheet(panes, columns), height)

  await mkdir(pictures, { recursive: true })
  const byTheme = { group: 'theme', contents: true }
  const pdf = join(data, 'excerpts.pdf')
  await desk.press('Control+e')
  await desk.exportAs('pdf')
  await desk.saveExport(pdf)
  const pages = [
    {
      title: 'Word (.docx)',
      file: await made('excerpts', 'docx', '.docx', { ...byTheme, memos: 'comments' })
    },
    { title: 'OpenDocument (.odt)', file: await made('excerpts', 'odt', '.odt', { citations: 'text' }) },
    { title: 'PDF', file: pdf }
  ]
  const shown: Pane[] = []
  for (const { title, file } of pages)
    shown.push({ title, body: (await pagesOf(file, 1)).map((page) => `<img src="${page}">`).join('') })
  await beside('export-pages', shown, 520, 3)

  const versions: Pane[] = []
  for (const [title, format, ending] of [
    ['Versions side by side, Word', 'docx', '.docx'],
    ['The same, a workbook', 'xlsx', '.xlsx']
  ] as const) {
    const [page] = await pagesOf(await made('work', format, ending, {}, workVersions), 1)
    versions.push({ title, body: `<img class="${format === 'xlsx' ? 'near' : ''}" src="${page}">` })
  }
  await beside('export-versions', versions, 400)

  const markdown = await made('excerpts', 'md', '.md', { group: 'theme' })
  const { stdout: rendered } = await run('pandoc', ['-f', 'gfm', '-t', 'html', markdown])
  await beside(
    'export-markdown',
    [{ title: 'Markdown, rendered', body: `<article>${rendered}</article>` }],
    700,
    1
  )

  const notes = await made('excerpts', 'notes', '')
  const files = (await readdir(notes, { recursive: true })).filter((each) => each.endsWith('.md')).sort()
  const theme = files.find((each) => each.includes('One visit')) ?? files[0] ?? ''
  const text = files.find((each) => each.includes('Province Calls')) ?? files[1] ?? ''
  await beside(
    'export-notes',
    [
      { title: 'Notes: the folder', body: plain(files.join('\n'), 700) },
      { title: theme, body: plain(await readFile(join(notes, theme), 'utf8'), 1100) },
      { title: text, body: plain(await readFile(join(notes, text), 'utf8'), 1300) }
    ],
    560,
    3
  )
  await beside(
    'export-text',
    [
      { title: 'Plain text', body: plain(await said('excerpts', 'txt', '.txt'), 1500) },
      { title: 'IRaMuTeQ, TXM', body: plain(await said('excerpts', 'iramuteq', '-iramuteq.txt'), 1500) }
    ],
    520
  )

  const clipboard = await made('excerpts', 'clipboard', '-clipboard')
  const rtf = (await readdir(clipboard)).find((each) => each.endsWith('.rtf')) ?? ''
  const [pasted] = await pagesOf(join(clipboard, rtf), 1)
  await beside(
    'export-clipboard',
    [{ title: 'Pasted into a text program', body: `<img src="${pasted}">` }],
    640,
    1
  )

  const [workbook] = await pagesOf(await made('excerpts', 'xlsx', '-rows.xlsx', { rows: 'coding' }), 1)
  const taguette = await said('codebook', 'taguette-csv', '.csv')
  await beside(
    'export-tables',
    [
      { title: 'A workbook (.xlsx), printed', body: `<img class="near" src="${workbook}">` },
      { title: 'The codebook for Taguette (.csv)', body: table(taguette) }
    ],
    470
  )
  const archive = unzipSync(await readFile(await made('excerpts', 'data-package', '.zip')))
  await beside(
    'export-data',
    [
      { title: 'JSON', body: plain(await said('excerpts', 'json', '.json'), 1500) },
      {
        title: `Data package: ${Object.keys(archive).join(', ')}`,
        body: plain(new TextDecoder().decode(archive['datapackage.json']), 1500)
      }
    ],
    520
  )
  await beside(
    'export-references',
    [
      { title: 'BibTeX', body: plain(await said('excerpts', 'bibtex', '.bib'), 700) },
      { title: 'RIS', body: plain(await said('excerpts', 'ris', '.ris'), 700) },
      { title: 'CSL-JSON', body: plain(await said('excerpts', 'csl-json', '-csl.json'), 700) },
      { title: 'Zotero RDF', body: plain(await said('excerpts', 'zotero-rdf', '.rdf'), 1400, '<bib') }
    ],
    700
  )
  const qdpx = unzipSync(await readFile(await made('project', 'refi-qdpx', '.qdpx')))
  const qde = new TextDecoder().decode(qdpx['project.qde'])
  const lines = (xml: string) => xml.replace(/></g, '>\n<')
  await beside(
    'export-exchange',
    [
      {
        title: 'REFI-QDA codebook (.qdc)',
        body: plain(lines(await said('codebook', 'refi-qdc', '.qdc')), 800, '<Codes')
      },
      { title: 'REFI-QDA project (.qdpx): project.qde', body: plain(lines(qde), 900, '<PlainTextSelection') },
      {
        title: 'Web Annotation (.jsonld)',
        body: plain(pretty(await said('excerpts', 'web-annotation', '.jsonld')), 1100, '"target"')
      },
      {
        title: 'TMX',
        body: plain(lines(await said('work', 'tmx', '.tmx', {}, workVersions.slice(0, 2))), 900, '<tu ')
      }
    ],
    760
  )
  const bundle = Object.entries(unzipSync(await readFile(await made('project', 'bundle', '.variorum'))))
  const byFolder = new Map<string, string[]>()
  for (const [name] of bundle) {
    const folder = name.includes('/') ? `${name.split('/')[0]}/` : ''
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), name.slice(folder.length)])
  }
  const listed = [...byFolder].map(([folder, names]) =>
    folder === '' ? names.join('\n') : `${folder}  (${names.length})\n    ${names.slice(0, 2).join('\n    ')}`
  )
  await beside(
    'export-bundle',
    [{ title: 'northeast.variorum, in an archive program', body: plain(listed.join('\n'), 1800) }],
    420,
    1
  )
  await rm(join(data, 'browser'), { recursive: true, force: true })
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A piece of a text file, as an editor shows it. */
function plain(text: string, length: number, from = ''): string {
  const start = Math.max(0, text.indexOf(from))
  return `<pre>${escaped(text.slice(start, start + length))}</pre>`
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 1)
}

function table(csv: string): string {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
  const rows = data.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

/** Panes beside each other, each with its name above it. */
function sheet(panes: readonly Pane[], columns: number): string {
  const style = `body{margin:0;padding:14px;background:#e9e5dc;font:13px/1.45 "Noto Sans CJK SC",sans-serif;display:grid;grid-template-columns:repeat(${columns},minmax(0,1fr));gap:14px;height:100vh;box-sizing:border-box}
section{display:flex;flex-direction:column;min-height:0;min-width:0}section>h2{margin:0 0 6px;font:600 13px/1.3 sans-serif;color:#444;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
section>div{flex:1;min-height:0;overflow:hidden;background:#fff;border:1px solid #c9c3b5}pre{margin:0;padding:12px;font:11.5px/1.5 "DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
img{display:block;width:100%}.near{width:190%;margin:-2% 0 0 -8%}article{padding:20px 40px;font:15px/1.55 Georgia,"Noto Serif CJK SC",serif}table{border-collapse:collapse;font-size:12px}td{border:1px solid #ccc;padding:3px 7px;vertical-align:top}tr:first-child{font-weight:600;background:#f2f2f2}`
  const all = panes.map(
    ({ title, body }) => `<section><h2>${escaped(title)}</h2><div>${body}</div></section>`
  )
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${all.join('')}`
}
