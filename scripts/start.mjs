import { isRoot, root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { say, stop } from './lib/say.mjs'
import { ensureDisplay } from './setup/display.mjs'
import { electronEnvironment, renewElectron } from './setup/electron.mjs'
import { ensureHardened } from './setup/hardened-electron.mjs'
import { foreseeSandbox } from './setup/sandbox.mjs'
import { setUp } from './setup.mjs'

/** `npm start`: set up what is missing, build, open the app. Arguments after `--` go to the app. */
const electron = await ensureHardened(await setUp())
say(
  electron.fallback
    ? `Electron ${electron.version} runs (fallback). A newer one is looked for meanwhile, for the next start.`
    : `Electron ${electron.version}`
)
if (
  (await run(...bin(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']), {
    cwd: root
  })) !== 0
)
  stop('the build failed; its message is above.')
const display = await ensureDisplay()
const flags = []
if (isRoot) {
  say(
    'you are root, so Chromium runs without its sandbox (--no-sandbox). Use an ordinary user for real work.'
  )
  flags.push('--no-sandbox')
}
foreseeSandbox(electron.executable, display.env)
const leaving = new AbortController()
if (electron.fallback) void renewElectron(leaving.signal)
const code = await run(electron.executable, [...flags, root, ...process.argv.slice(2)], {
  env: { ...process.env, ...electronEnvironment(electron), ...display.env }
})
leaving.abort()
display.close()
process.exit(code)
