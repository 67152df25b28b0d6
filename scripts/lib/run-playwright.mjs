import { ensureDisplay } from '../setup/display.mjs'
import { electronEnvironment } from '../setup/electron.mjs'
import { setUp } from '../setup.mjs'
import { root } from './paths.mjs'
import { bin, run } from './run.mjs'
import { stop } from './say.mjs'

/**
 * Sets up what is missing, builds the app, runs what a Playwright configuration names and ends this process with its code.
 *
 * @param {string} config the configuration's file, from the root
 * @param {readonly string[]} args further arguments for Playwright
 */
export async function runPlaywright(config, args) {
  const electron = await setUp()
  const build = bin(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])
  if ((await run(...build, { cwd: root })) !== 0) stop('the build failed; its message is above.')
  const display = await ensureDisplay()
  const code = await run(...bin(root, '@playwright/test/cli.js', ['test', '--config', config, ...args]), {
    cwd: root,
    env: { ...process.env, ...electronEnvironment(electron), ...display.env }
  })
  display.close()
  process.exit(code)
}
