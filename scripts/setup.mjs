import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureElectron } from './setup/electron.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

/** Everything a fresh clone lacks. Quick when nothing does. Returns the Electron runtime to use. */
export async function setUp() {
  await ensureDependencies()
  await ensureSystemLibraries()
  return ensureElectron()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dist, version } = await setUp()
  process.stdout.write(`Electron ${version} in ${dist}\n`)
}
