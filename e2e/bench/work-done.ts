import { openProject } from '../../src/main/project/open'
import type { Result } from '../../src/shared/model/result'
import type { ProjectState } from '../../src/shared/model/state'

/**
 * A time says nothing of work that was refused: every bench checks that its work was done, and fails where it was not.
 * How long it took is never judged.
 */
export function mustHold(isDone: boolean, what: string): asserts isDone {
  if (!isDone) throw new Error(`the work was not done: ${what}`)
}

/** The value of a result; a refusal ends the bench. */
export function mustDo<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`the work was not done: ${what}: ${result.error.message}`)
  return result.value
}

/** Opens a project as it lies on disk, and lets something of it be counted. */
export async function countIn(folder: string, count: (state: ProjectState) => number): Promise<number> {
  const session = mustDo(await openProject(folder), `opening ${folder}`)
  await session.loadAll()
  const counted = count(session.state)
  await session.close()
  return counted
}

/** How many annotations a project holds. */
export function annotationsIn(folder: string): Promise<number> {
  return countIn(folder, ({ annotations }) => {
    let total = 0
    for (const own of annotations.values()) total += own.size
    return total
  })
}
