import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { stop } from './lib/say.mjs'
import { ensureDisplay } from './setup/display.mjs'
import { electronEnvironment } from './setup/electron.mjs'
import { setUp } from './setup.mjs'

/** `npm run bench`: ratios against floors measured in the same run. It asserts nothing. */
const electron = await setUp()
if (
  (await run(...bin(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']), {
    cwd: root
  })) !== 0
)
  stop('the build failed; its message is above.')
const display = await ensureDisplay()
const args = ['test', '--config', 'playwright.bench.config.ts', ...process.argv.slice(2)]
const code = await run(...bin(root, '@playwright/test/cli.js', args), {
  cwd: root,
  env: { ...process.env, ...electronEnvironment(electron), ...display.env }
})
display.close()
process.exit(code)
