import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../lib/paths.mjs'
import { say, stop } from '../lib/say.mjs'

/**
 * Gives the app a display: the one there is, or an Xvfb of our own that ends with this process.
 *
 * @returns {Promise<{env: Record<string, string>, close: () => void}>}
 */
export async function ensureDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
    return { env: {}, close() {} }
  const folder = join(cacheFolder(), 'screen')
  mkdirSync(folder, { recursive: true })
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const number = await new Promise((resolve) => {
    let text = ''
    server.on('error', () => resolve(null))
    server.on('exit', () => resolve(null))
    server.stdio[3].on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
  })
  if (number === null) stop('no display, and Xvfb did not start.')
  const close = () => server.kill()
  process.on('exit', close)
  const picture = join(folder, 'window.png')
  say(
    `no display here: the app runs under Xvfb as display :${number}; a picture of its window is written to ${picture}`
  )
  return { env: { DISPLAY: `:${number}`, VARIORUM_PICTURE: picture }, close }
}
