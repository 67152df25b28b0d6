#!/usr/bin/env node
import { runCommand } from './cli/commands'

/** The headless command: the same services as the window, under plain Node. */

/** Why data or messages could not be written; null where all of them were, or where nobody wants them any more. */
let unwritten: Error | null = null
// A reader that has seen enough (`| head`) is no failure. Whatever happens to what is printed, the command goes on to
// its end, so that the project is closed as ever.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') unwritten ??= error
  })

runCommand(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = unwritten ? 1 : code
    if (unwritten) process.stderr.write(`variorum: not all could be printed: ${unwritten.message}\n`)
  },
  (error: unknown) => {
    process.stderr.write(
      `variorum: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
    )
    process.exitCode = 1
  }
)
