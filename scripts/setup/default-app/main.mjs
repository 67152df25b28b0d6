// The start app of the fallback Electron: `electron [-r MODULE]... [--app=PATH | PATH]` and `electron -v`.
// The app's import is awaited at top level, so that 'ready' does not fire before the app has been read.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runApp } from './run-app.mjs'

const args = process.argv.slice(1)
let target = null
for (let i = 0; i < args.length; i++) {
  const arg = args[i]
  if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (arg === '-r' || arg === '--require') createRequire(join(process.cwd(), 'x.js'))(args[++i])
  else if (arg.startsWith('--app=')) target = arg.slice('--app='.length)
  else if (!arg.startsWith('-') && target === null) target = arg
}
if (target === null) {
  console.error('electron: name a folder or a file to run')
  process.exit(2)
}
await runApp(target)
