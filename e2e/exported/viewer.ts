import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { build } from 'vite'
import { pageScript } from '../../scripts/lib/page-script.mjs'
import { ownDisplay } from '../displays'
import { noSandbox, root } from '../fixtures'

/** What `make-pages.ts` gives, built as the app is built. */
type Maker = typeof import('./make-pages')

/** Opens exported pages as anybody does who has the file and not the app: in a browser, from the disk. */
export class Viewer {
  private constructor(
    readonly app: ElectronApplication,
    readonly folder: string,
    readonly maker: Maker
  ) {}

  static async start(): Promise<Viewer> {
    const executablePath = process.env.VARIORUM_ELECTRON
    if (!executablePath) throw new Error('run the e2e tests through npm: it finds the Electron runtime')
    const folder = await mkdtemp(join(tmpdir(), 'variorum-pages-'))
    await bundle(join(root, 'e2e/exported/make-pages.ts'), join(folder, 'make'))
    await bundle(join(root, 'src/main/electron/print-pdf.ts'), join(folder, 'print'))
    const maker: Maker = await import(pathToFileURL(join(folder, 'make', 'bundle.mjs')).href)
    const display = ownDisplay()
    const app = await _electron.launch({
      executablePath,
      args: [
        ...noSandbox,
        join(root, 'e2e/exported/bare-electron.mjs'),
        `--user-data-dir=${join(folder, 'data')}`,
        pathToFileURL(join(folder, 'print', 'bundle.mjs')).href
      ],
      env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) } as Record<
        string,
        string
      >
    })
    return new Viewer(app, folder, maker)
  }

  async open(
    name: string,
    html: string,
    [width, height]: readonly [number, number] = [1280, 800]
  ): Promise<Page> {
    const file = join(this.folder, name)
    await writeFile(file, html)
    const opened = this.app.waitForEvent('window')
    await this.app.evaluate(
      ({ BrowserWindow }, { path, ...size }) => {
        const window = new BrowserWindow({ ...size, useContentSize: true })
        void window.loadFile(path)
      },
      { path: file, width, height }
    )
    const page = await opened
    await page.waitForLoadState('load')
    return page
  }

  async print(html: string): Promise<Buffer> {
    const printed = await this.app.evaluate(async (_electron, page) => {
      const { printPdf } = globalThis as typeof globalThis & { printPdf(html: string): Promise<string> }
      return printPdf(page)
    }, html)
    return Buffer.from(printed, 'base64')
  }

  async close(): Promise<void> {
    await this.app.close()
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [pageScript()],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        external: ['electron'],
        output: { format: 'es', entryFileNames: 'bundle.mjs', chunkFileNames: '[name]-[hash].mjs' }
      }
    }
  })
}
