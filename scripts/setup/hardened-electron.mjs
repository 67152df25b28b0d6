import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../lib/paths.mjs'
import { say, stop } from '../lib/say.mjs'

/** How the fuses of the runtime of `npm start` stand; `OnlyLoadAppFromAsar` alone cannot, since the app is a folder there. */
const startFuses = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  GrantFileProtocolExtraPrivileges: false,
  LoadBrowserProcessSpecificV8Snapshot: false
}

const startApp = join(root, 'scripts', 'setup', 'default-app')
const hardenedMain = join(root, 'scripts', 'setup', 'hardened-app', 'main.mjs')

/**
 * The runtime that `npm start` opens the app with: a copy of another one beside it, with its fuses set and a start app that
 * runs no module named on the command line. The tests go on with the original, which Playwright can look into. All files but
 * the one with the fuses are links to the original, so that the copy costs one executable.
 *
 * @param {{dist: string, executable: string, version: string, fallback: boolean}} electron
 */
export async function ensureHardened(electron) {
  const target = `${electron.dist}-hardened`
  const executable = join(target, relative(electron.dist, electron.executable))
  const mark = join(target, 'hardened')
  const recipe = recipeOf(electron)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === recipe)
    return { ...electron, dist: target, executable }
  say('setting the fuses of the runtime (once) …')
  const work = mkdtempSync(`${target}-`)
  try {
    const copy = join(work, 'dist')
    copyRuntime(electron.dist, copy, relative(electron.dist, electron.executable))
    await setFuses(join(copy, relative(electron.dist, electron.executable)))
    await putStartApp(copy, work)
    writeFileSync(join(copy, 'hardened'), recipe)
    rmSync(target, { recursive: true, force: true })
    renameSync(copy, target)
  } catch (error) {
    // Another start may have been quicker.
    if (!(existsSync(mark) && readFileSync(mark, 'utf8') === recipe))
      stop(`the fuses of the runtime could not be set: ${error.message}`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return { ...electron, dist: target, executable }
}

/** What the copy is made from: a copy that was made from something else is made again. */
function recipeOf({ version }) {
  const hash = createHash('sha256').update(JSON.stringify([version, startFuses]))
  for (const file of [...readdirSync(startApp).map((name) => join(startApp, name)), hardenedMain])
    hash.update(readFileSync(file))
  return hash.digest('hex')
}

function copyRuntime(from, to, executable) {
  // An app bundle is signed as a whole, and signing it again writes into many files.
  if (process.platform === 'darwin') return cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    const source = join(entry.parentPath ?? entry.path, entry.name)
    const name = relative(from, source)
    const copy = join(to, name)
    mkdirSync(dirname(copy), { recursive: true })
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), copy)
    else if (entry.isFile() && name === executable) copyFileSync(source, copy)
    else if (entry.isFile() && entry.name !== 'default_app.asar') linkOrCopy(source, copy)
  }
}

function linkOrCopy(source, copy) {
  try {
    linkSync(source, copy)
  } catch {
    copyFileSync(source, copy)
  }
}

async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  const fuses = Object.entries(startFuses).map(([name, state]) => [FuseV1Options[name], state])
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(fuses)
  })
}

async function putStartApp(dist, work) {
  const { createPackage } = await import('@electron/asar')
  const app = join(work, 'app')
  cpSync(startApp, app, { recursive: true })
  copyFileSync(hardenedMain, join(app, 'main.mjs'))
  const resources =
    process.platform === 'darwin'
      ? join(dist, 'Electron.app', 'Contents', 'Resources')
      : join(dist, 'resources')
  await createPackage(app, join(resources, 'default_app.asar'))
}
