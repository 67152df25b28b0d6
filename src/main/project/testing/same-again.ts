import { expect } from 'vitest'
import { plainState } from '../../../shared/model/state'
import { coder } from '../../../shared/testing/sample-records'
import { readHistory } from '../../services/history'
import { stableJson } from '../../store/stable-json'
import type { Session } from '../session'
import { openSample } from './sample-project'

/** All that a project holds, and all that can be taken back and done again, each as JSON. */
export interface Described {
  readonly seq: number
  readonly state: string
  readonly history: string
}

export async function describeProject(session: Session): Promise<Described> {
  const history = await readHistory(session, { from: null, most: Number.POSITIVE_INFINITY })
  return {
    seq: session.seq,
    state: stableJson(plainState(session.state)),
    history: stableJson(history)
  }
}

/** Opens a project again: it is what it was, each of its changes can be read, and all can be undone. */
export async function expectSameAgain(folder: string, before: Described): Promise<void> {
  const again = await openSample(folder)
  expect(again.notices.map((each) => each.message)).toEqual([])
  for (let at = 1; at <= before.seq; at++) expect((await again.look(at))?.seq).toBe(at)
  expect(await describeProject(again)).toEqual(before)
  while (again.canUndo) expect((await again.undo(coder.id)).ok).toBe(true)
  await again.close()
}
