import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { say, stop } from '../lib/say.mjs'

/**
 * `npm ci` where node_modules is missing or was made from another lock file.
 * The lock file's hash is kept inside node_modules, so a second run costs one file read.
 * Install scripts are not run: no dependency needs one, and Electron's runtime is our own step.
 */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node.js ${process.versions.node} is too old: 20.19 or later is needed.`)
  const mark = join(root, 'node_modules', '.variorum-lock')
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  say('installing the libraries (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const code = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32'
  })
  if (code !== 0) stop('npm ci failed; its message is above.')
  writeFileSync(mark, hash)
}
