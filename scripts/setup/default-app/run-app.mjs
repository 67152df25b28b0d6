import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

/** Runs the app in a folder, or a file, as Electron's own start app would. */
export async function runApp(target) {
  let file = resolve(target)
  if (statSync(file).isDirectory()) {
    const about = JSON.parse(readFileSync(join(file, 'package.json'), 'utf8'))
    app.setAppPath(file)
    app.setName(about.productName ?? about.name)
    if (about.version) app.setVersion(about.version)
    file = join(file, about.main ?? 'index.js')
  }
  await import(pathToFileURL(file).href)
}
