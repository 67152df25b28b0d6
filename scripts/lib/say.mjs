/** One line on the console, marked as ours so that it stands out from what the tools print. */
export function say(text) {
  process.stderr.write(`variorum · ${text}\n`)
}

/** Says why the command cannot go on, and ends it. */
export function stop(text) {
  say(text)
  process.exit(1)
}
