import { isRoot, root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { ensureDisplay } from './setup/display.mjs'
import { electronEnvironment } from './setup/electron.mjs'
import { setUp } from './setup.mjs'

/** `npm run dev`: the app with the renderer rebuilt on every change. */
const electron = await setUp()
const display = await ensureDisplay()
const args = ['dev', '--watch', ...(isRoot ? ['--noSandbox'] : []), ...process.argv.slice(2)]
const code = await run(...bin(root, 'electron-vite/bin/electron-vite.js', args), {
  cwd: root,
  env: { ...process.env, ...electronEnvironment(electron), ...display.env, VARIORUM_DEV: '1' }
})
display.close()
process.exit(code)
