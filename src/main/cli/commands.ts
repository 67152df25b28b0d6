import { alignCommand } from './align-command'
import { anchorCommand } from './anchor-command'
import { annotateCommand } from './annotate-command'
import { backupCommand } from './backup-command'
import { exportCommand } from './export-command'
import { importCommand } from './import-command'
import { exit, print, tell, UsageError } from './io'
import { listCommand, showCommand } from './list-command'
import { newCommand } from './new-command'
import { restoreCommand } from './restore-command'
import { searchCommand } from './search-command'
import { unbundleCommand } from './unbundle-command'
import { repairCommand, verifyCommand } from './verify-command'

export type Command = (args: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  new: newCommand,
  import: importCommand,
  list: listCommand,
  show: showCommand,
  annotate: annotateCommand,
  align: alignCommand,
  anchor: anchorCommand,
  search: searchCommand,
  export: exportCommand,
  verify: verifyCommand,
  repair: repairCommand,
  backup: backupCommand,
  restore: restoreCommand,
  unbundle: unbundleCommand
}

const usage = `Usage:
  variorum new PROJECT [--title T] [--sample]
  variorum import PROJECT PATH... [--json]
  variorum list PROJECT [--json]
  variorum show PROJECT DOC [--json]
  variorum annotate PROJECT DOC --quote TEXT --theme PATH [--memo M] [--nth K] [--json]
  variorum align A.txt B.txt [--links]
  variorum anchor TEXT.txt < SELECTORS.jsonl
  variorum search PROJECT QUERY [--json]
  variorum export PROJECT --format ID --out FILE [--of excerpts|work|codebook|document|project]
                  [--theme PATH]... [--doc DOC]... [--options JSON] [--json]
  variorum export --formats [--json]
  variorum verify PROJECT [--json]
  variorum repair PROJECT [--json] [--take-over]
  variorum backup PROJECT [--to FOLDER]
  variorum restore BACKUPFOLDER PROJECT
  variorum unbundle BUNDLE PROJECT [--again]

DOC is an id, or a title that fits one document. A theme's PATH is its names joined by "/".
Exit: 0 done, 1 the input was refused, 2 wrong usage.
`

/** Runs one command and returns its exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(usage)
    return name === undefined ? exit.usage : exit.done
  }
  const command = commands[name]
  try {
    if (!command) throw new UsageError(`there is no command “${name}”`)
    return await command(rest)
  } catch (error) {
    if (!(error instanceof UsageError) && !isParseError(error)) throw error
    tell(`variorum: ${error.message}\n\n${usage}`)
    return exit.usage
  }
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
