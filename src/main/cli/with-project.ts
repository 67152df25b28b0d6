import type { CoderId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { coderColours } from '../../shared/model/palette'
import { forkChild } from '../import/fork-child'
import { Parser } from '../import/parser'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { userName } from '../project/user-name'
import { AlignmentCache } from '../services/alignment-cache'
import { backUpIfDue } from '../services/backups'
import { Comparison } from '../services/compare'
import { Aligner } from '../workers/aligner'
import { builtFile } from '../workers/built'
import { WorkThread } from '../workers/thread'
import { refuse, tell } from './io'

/** Opens a project for one command, says what opening found, and closes it whatever happens. */
export async function withProject(
  folder: string,
  work: (session: Session) => Promise<number>
): Promise<number> {
  const opened = await openProject(folder)
  if (!opened.ok) return refuse(opened.error)
  const session = opened.value
  for (const notice of session.notices) tell(`variorum: ${notice.message}`)
  try {
    return await work(session)
  } finally {
    const backup = await backUpIfDue(session)
    if (!backup.ok) tell(`variorum: ${backup.error.message}`)
    await session.close()
  }
}

/** The coder of this computer's user; entered into the project where it has none of that name. */
export async function coderOf(session: Session): Promise<CoderId> {
  const name = userName()
  const known = Object.values(session.state.info.coders).find((coder) => coder.name === name)
  if (known) return known.id
  const coder = { id: newId.coder(), name, colour: coderColours[0] }
  await session.do({ type: 'coder.add', coder }, coder.id)
  return coder.id
}

export function makeParser(): Parser {
  const script = builtFile('parse-process.js')
  return new Parser(() => forkChild(script))
}

export function makeComparison(): Comparison {
  return new Comparison(new Aligner(new WorkThread(builtFile('work-thread.js'))), new AlignmentCache(null))
}
