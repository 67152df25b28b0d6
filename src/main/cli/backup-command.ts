import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bringOut } from '../backup/outside'
import { chooseOutside } from '../backup/outside-place'
import { openProject } from '../project/open'
import { backUp } from '../services/backups'
import { exit, refuse, tell, UsageError } from './io'

/** Backs a project up, into its own folder and, where one is named, into another too. */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string' } }
  })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new UsageError('backup takes one PROJECT')
  const opened = await openProject(resolve(folder))
  if (!opened.ok) return refuse(opened.error)
  const session = opened.value
  for (const notice of session.notices) tell(`variorum: ${notice.message}`)
  try {
    const made = await backUp(session, 'asked')
    if (!made.ok) return refuse(made.error)
    tell(`Backed up and checked: ${made.value.file}`)
    if (values.to === undefined) return exit.done
    await mkdir(resolve(values.to), { recursive: true })
    const chosen = await chooseOutside(resolve(values.to))
    if (!chosen.ok) return refuse(chosen.error)
    const { closedSegments } = session
    const brought = await bringOut(session.folder, chosen.value, session.state.info, { closedSegments })
    if (!brought.ok) return refuse(brought.error)
    tell(`Copied and checked: ${brought.value}`)
    return exit.done
  } finally {
    await session.close()
  }
}
