import { app, protocol } from 'electron'

/** A bare Electron that shows exported pages without the app, and prints them by the app's own code (last argument: its bundle). */
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => {})
globalThis.printPdf = async (html) => {
  const { printPdf } = await import(process.argv.at(-1))
  return Buffer.from(await printPdf(html)).toString('base64')
}
