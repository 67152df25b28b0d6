import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a program is on this computer; where it is not, the reason is printed for which tests are skipped. */
export function hasProgram(name: string): boolean {
  const isThere = spawnSync('which', [name]).status === 0
  if (!isThere) console.warn(`skipped: ${name} is not on this computer`)
  return isThere
}

/** A published schema in the folder of shared material beside the project; null, with the reason printed, where it is missing. */
export function publishedSchema(name: string): string | null {
  const path = join(import.meta.dirname, '../../../../../shared/interop', name)
  if (existsSync(path)) return path
  console.warn(`skipped: the schema ${name} is not on this computer`)
  return null
}

/** Runs a program; answers what it says, empty where it ends well and says nothing. */
export function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  return status === 0 ? '' : `${stdout}${stderr}` || `it ended with ${status}`
}

/** What a program writes to its output. Throws where it complains. */
export function outputOf(program: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', input })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}
