import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isRoot } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, stop } from '../lib/say.mjs'

/** What Electron loads at start, and the Debian package that carries each. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libXss.so.1': 'libxss1',
  'libdrm.so.2': 'libdrm2',
  'libnotify.so.4': 'libnotify4',
  'libXtst.so.6': 'libxtst6',
  'libcups.so.2': 'libcups2'
}

/** Installs what is missing on Debian or Ubuntu as root; else names the one command that does. */
export async function ensureSystemLibraries() {
  if (process.platform !== 'linux') return
  const missing = missingPackages()
  if (missing.length === 0) return
  if (!existsSync('/usr/bin/apt-get')) {
    say(`some system libraries seem to be missing; on Debian they are called: ${missing.join(' ')}`)
    return
  }
  const names = missing.map(nameHere)
  if (!isRoot)
    stop(
      `system libraries are missing. Run this once, then try again:\n  sudo apt-get install -y ${names.join(' ')}`
    )
  say(`installing system libraries: ${names.join(' ')} …`)
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  }
  await run('apt-get', ['update', '-qq'], quiet)
  const code = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameHere)],
    quiet
  )
  if (code !== 0) stop('apt-get could not install them; its message is above.')
}

function missingPackages() {
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  const missing = Object.entries(libraries)
    .filter(([file]) => !known.includes(`${file} `))
    .map(([, name]) => name)
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !onPath('Xvfb')) missing.push('xvfb', 'xauth')
  if (!hasChineseFont()) missing.push('fonts-noto-cjk', 'fontconfig')
  return missing
}

function hasChineseFont() {
  if (!onPath('fc-list')) return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
  return (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}

function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`))
}

/** Ubuntu 24.04 renamed some of these packages with the ending t64. */
function nameHere(name) {
  const renamed = `${name}t64`
  return spawnSync('apt-cache', ['show', renamed], { stdio: 'ignore' }).status === 0 ? renamed : name
}
