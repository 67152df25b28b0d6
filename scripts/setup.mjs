import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

/**
 * Everything a fresh clone lacks. Quick when nothing does.
 *
 * @param {{retry?: boolean}} [options] retry: look for the current Electron now, even where the fallback is there
 * @returns the Electron runtime to use
 */
export async function setUp(options) {
  await ensureDependencies()
  await ensureSystemLibraries()
  return ensureElectron(options)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dist, version } = await setUp({ retry: true })
  process.stdout.write(`Electron ${version} in ${dist}\n`)
}
