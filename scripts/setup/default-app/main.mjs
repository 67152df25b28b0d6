// The start app of the fallback Electron: `electron [-r MODULE]... [--app=PATH | PATH]` and `electron -v`.
// The app's import is awaited at top level, so that 'ready' does not fire before the app has been read.
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

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
let file = resolve(target)
if (statSync(file).isDirectory()) {
  const about = JSON.parse(readFileSync(join(file, 'package.json'), 'utf8'))
  app.setAppPath(file)
  app.setName(about.productName ?? about.name)
  if (about.version) app.setVersion(about.version)
  file = join(file, about.main ?? 'index.js')
}
await import(pathToFileURL(file).href)
