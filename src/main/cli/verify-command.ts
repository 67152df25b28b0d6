import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { appError, reasonOf } from '../../shared/model/app-error'
import { whyNotProject } from '../project/open'
import { repairWithBackups } from '../services/repair-backups'
import { type VerifyReport, verifyProject } from '../services/verify'
import { realFiles } from '../store/files'
import { exit, print, refuse, tell, UsageError } from './io'

/** Reads a project back and says what is wrong; changes nothing, not even to mend it. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { folder, json } = onlyProject(args, 'verify')
  const unfit = await whyNotProject(folder, realFiles, { readOnly: true })
  if (unfit) return refuse(unfit)
  try {
    const report = await verifyProject(folder)
    if (json) print(JSON.stringify(report, null, 1))
    else sayReport(report)
    return report.problems.length === 0 ? exit.done : exit.refused
  } catch (error) {
    return refuse(appError('Damaged', 'projectUnreadable', { folder, reason: reasonOf(error) }))
  }
}

/** Mends what can be mended, and says by name what could not. */
export async function repairCommand(args: readonly string[]): Promise<number> {
  const { folder, json, takeOver } = onlyProject(args, 'repair')
  const repaired = await repairWithBackups(folder, { takeOver })
  if (!repaired.ok) return refuse(repaired.error)
  const report = repaired.value
  if (json) print(JSON.stringify(report, null, 1))
  else {
    for (const each of report.repaired) tell(`variorum: ${each.message}`)
    sayReport(report)
  }
  return report.problems.length === 0 ? exit.done : exit.refused
}

function sayReport({ documents, annotations, problems }: VerifyReport): void {
  for (const problem of problems) print(problem.message)
  print(`${documents} documents, ${annotations} annotations, ${problems.length} problems`)
}

function onlyProject(args: readonly string[], command: string) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'take-over': { type: 'boolean', default: false }
    }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError(`${command} takes one PROJECT`)
  return { folder: resolve(folder), json: values.json, takeOver: values['take-over'] }
}
