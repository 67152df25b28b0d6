import { root } from './lib/paths.mjs'
import { bin, run } from './lib/run.mjs'
import { stop } from './lib/say.mjs'
import { setUp } from './setup.mjs'

/** `npm run package`: the app as a folder that runs by itself, in dist/, with its fuses set. `--no-build` takes out/ as it is. */
const built = process.argv.includes('--no-build')
const electron = await setUp({ retry: !built })
if (
  !built &&
  (await run(...bin(root, 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']), {
    cwd: root
  })) !== 0
)
  stop('the build failed; its message is above.')
const args = [
  '--dir',
  '--config',
  'electron-builder.json',
  `-c.electronDist=${electron.dist}`,
  `-c.electronVersion=${electron.version}`,
  '--publish',
  'never'
]
const code = await run(...bin(root, 'electron-builder/cli.js', args), { cwd: root })
process.exit(code)
