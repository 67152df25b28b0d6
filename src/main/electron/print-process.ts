import { readFile, writeFile } from 'node:fs/promises'
import { app, protocol } from 'electron'
import { printPdf } from './print-pdf'

/**
 * Electron as the headless command starts it: prints one page of HTML in a hidden window, as the app does, and ends. Its last
 * two arguments are the file of the page and that of the PDF.
 */
const [page = '', pdf = ''] = process.argv.slice(-2)
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => {})

async function print(): Promise<void> {
  await app.whenReady()
  await writeFile(pdf, await printPdf(await readFile(page, 'utf8')))
}

print().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    app.exit(1)
  }
)
