// The start app of the runtime of `npm start`: `electron FOLDER` and `electron -v`. It runs no module that is named on the
// command line, and says to the app that this run is hardened.
import { runApp } from './run-app.mjs'

const args = process.argv.slice(1)
if (args.includes('-v')) {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
const folder = args.find((arg) => !arg.startsWith('-'))
if (folder === undefined) {
  console.error('electron: name a folder to run')
  process.exit(2)
}
process.env.VARIORUM_HARDENED = '1'
await runApp(folder)
