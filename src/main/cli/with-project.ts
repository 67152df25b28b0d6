import type { CoderId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import { coderColours } from '../../shared/model/palette'
import { Coder } from '../../shared/model/project'
import type { SimpleOperation } from '../../shared/operations/operation'
import { Fitter } from '../import/fit/fitter'
import { forkChild } from '../import/fork-child'
import { Parser } from '../import/parser'
import { type OpenOptions, openProject } from '../project/open'
import type { Session } from '../project/session'
import { userName } from '../project/user-name'
import { AlignmentCache } from '../services/alignment-cache'
import { backUpIfDue } from '../services/backups'
import { Comparison } from '../services/compare'
import type { Aligner } from '../workers/aligner'
import { builtFile } from '../workers/built'
import { refuse, tell } from './io'

/**
 * Opens a project for one command, says what opening found, and closes it whatever happens. One that is only read is
 * opened without its lock, beside whoever has it open, and not a byte of it is changed.
 */
export async function withProject(
  folder: string,
  work: (session: Session) => Promise<number>,
  options: Pick<OpenOptions, 'readOnly' | 'readAnewFrom'> = {}
): Promise<number> {
  const { readOnly = false } = options
  const opened = await openProject(folder, options)
  if (!opened.ok) return refuse(opened.error)
  const session = opened.value
  for (const notice of session.notices) tell(`variorum: ${notice.message}`)
  try {
    return await work(session)
  } finally {
    if (!readOnly) {
      const backup = await backUpIfDue(session)
      if (!backup.ok) tell(`variorum: ${backup.error.message}`)
    }
    await session.close()
  }
}

/** The coder of this computer's user, and what enters them into a project that has none of that name. */
export function coderOf({ state }: Session): { id: CoderId; before: SimpleOperation[] } {
  const coder = newCoder()
  const known = Object.values<Coder>(state.info.coders).find(({ name }) => name === coder.name)
  return known ? { id: known.id, before: [] } : { id: coder.id, before: [{ type: 'coder.add', coder }] }
}

/** A coder by the name of this computer's user. */
export function newCoder(): Coder {
  const name = new Fitter().name('coder', userName(), Coder.shape.name.maxLength ?? 0)
  return { id: newId.coder(), name, colour: coderColours[0] }
}

export function makeParser(): Parser {
  const script = builtFile('parse-process.js')
  return new Parser(() => forkChild(script))
}

export function comparisonWith(aligner: Aligner): Comparison {
  return new Comparison(aligner, new AlignmentCache(null))
}

/** Who exports: this computer's user where the project knows them, else its first coder. */
export function exporterIn(session: Session): CoderId {
  const { id } = coderOf(session)
  const { coders } = session.state.info
  return coders[id] ? id : (Object.values<Coder>(coders)[0]?.id ?? id)
}
