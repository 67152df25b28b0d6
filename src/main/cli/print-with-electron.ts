import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ExportSide } from '../export/writing/export-job'
import { builtFile } from '../workers/built'

const run = promisify(execFile)
/** A page of thousands of excerpts prints in some seconds. */
const patienceMs = 180_000

/**
 * Prints a page by an Electron of its own, in a hidden window; null where there is none, or no display for it: then an export
 * to PDF says so.
 */
export function electronPrinter(): ExportSide['print'] {
  const electron = electronHere()
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (electron === null || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return null
  return (html) => printed(electron, html)
}

/** The Electron that `VARIORUM_ELECTRON` names, else the one that was installed beside the command. */
function electronHere(): string | null {
  const installed = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
    linux: 'electron'
  } as const
  const name = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
  const places = [
    process.env.VARIORUM_ELECTRON,
    join(builtFile('..'), '..', 'node_modules', 'electron', 'dist', installed[name])
  ]
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null
}

async function printed(electron: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), `variorum-print-${process.pid}-`))
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(page, html)
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
    // Chromium's sandbox does not start for root.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const own = [`--user-data-dir=${join(folder, 'data')}`, page, pdf]
    await run(electron, [...sandbox, builtFile('print-process.js'), ...own], { env, timeout: patienceMs })
    return await readFile(pdf)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
