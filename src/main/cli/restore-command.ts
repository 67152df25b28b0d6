import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreProject } from '../services/restore-project'
import { exit, print, refuse, tell, UsageError } from './io'

/** Makes a project again from a folder of backups. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  const [from, to, ...more] = positionals
  if (!from || !to || more.length > 0) throw new UsageError('restore takes one BACKUPFOLDER and one PROJECT')
  const restored = await restoreProject(resolve(from), resolve(to))
  if (!restored.ok) return refuse(restored.error)
  const { backup, documents, annotations, problems, repaired } = restored.value
  for (const each of repaired) tell(`variorum: ${each.message}`)
  for (const problem of problems) print(problem.message)
  print(`${documents} documents, ${annotations} annotations, ${problems.length} problems`)
  tell(`Made ${to} from the backup of ${backup.made.toISOString()}`)
  return problems.length === 0 ? exit.done : exit.refused
}
