import { exit, print, tell, UsageError } from './io'

export type Command = (args: readonly string[]) => Promise<number>

/** Each command is loaded when it is asked for: what most of them need, the others do without. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./new-command')).newCommand,
  import: async () => (await import('./import-command')).importCommand,
  list: async () => (await import('./list-command')).listCommand,
  show: async () => (await import('./list-command')).showCommand,
  annotate: async () => (await import('./annotate-command')).annotateCommand,
  align: async () => (await import('./align-command')).alignCommand,
  anchor: async () => (await import('./anchor-command')).anchorCommand,
  search: async () => (await import('./search-command')).searchCommand,
  quotations: async () => (await import('./quotations-command')).quotationsCommand,
  formulae: async () => (await import('./formulae-command')).formulaeCommand,
  renderings: async () => (await import('./formulae-command')).renderingsCommand,
  collocates: async () => (await import('./collocates-command')).collocatesCommand,
  export: async () => (await import('./export-command')).exportCommand,
  verify: async () => (await import('./verify-command')).verifyCommand,
  repair: async () => (await import('./verify-command')).repairCommand,
  backup: async () => (await import('./backup-command')).backupCommand,
  restore: async () => (await import('./restore-command')).restoreCommand,
  unbundle: async () => (await import('./unbundle-command')).unbundleCommand
}

const usage = `Usage:
  variorum new PROJECT [--title T] [--sample [--uncoded]]
  variorum import PROJECT PATH... [--json]
  variorum list PROJECT [--json]
  variorum show PROJECT DOC [--json]
  variorum annotate PROJECT DOC --quote TEXT --theme PATH [--memo M] [--nth K] [--json]
  variorum align A.txt B.txt [--links]
  variorum anchor TEXT.txt < SELECTORS.jsonl
  variorum search PROJECT QUERY [--sort L1,R1,...] [--group left:N|form|year|...] [--parallel]
                  [--copies-once] [--json|--csv]
  variorum collocates PROJECT QUERY [--left N] [--right N] [--by MEASURE] [--least N] [--most N]
                  [--json|--csv]
  variorum quotations PROJECT MANUSCRIPT [--style ID] [--json|--csv|--format ID] [--out FILE]
  variorum formulae PROJECT [--json]
  variorum renderings PROJECT PHRASE [--json]
  variorum export PROJECT --format ID --out FILE [--of excerpts|work|codebook|document|project|formulae|quality]
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
  const load = commands[name]
  try {
    if (!load) throw new UsageError(`there is no command “${name}”`)
    const command = await load()
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
