import { writeSync } from 'node:fs'
import fc from 'fast-check'
import { operationArbitrary } from '../../../shared/testing/operation-arbitrary'
import { coder } from '../../../shared/testing/sample-records'
import { openProject } from '../../project/open'

/**
 * Changes a project at random until it is killed, and prints the number of each change as soon as it is acknowledged.
 * Segments are tiny and snapshots frequent, so that every kind of write is often under way.
 */
async function run(folder: string, seed: number): Promise<void> {
  const opened = await openProject(folder, { segmentBytes: 3000 })
  if (!opened.ok) throw new Error(opened.error.message)
  const session = opened.value
  const operations = fc.sample(operationArbitrary, { seed, numRuns: 5000 })
  const tell = (done: Awaited<ReturnType<typeof session.do>>) => {
    if (done.ok) writeSync(1, `${done.value.seq}\n`)
  }
  writeSync(1, '0\n')
  for (let at = 0; at < operations.length; at += 3) {
    const group = operations.slice(at, at + 3)
    const what = (at / 3 + seed) % 7
    if (what === 0) tell(await session.undo(coder.id))
    else if (what === 1) tell(await session.redo(coder.id))
    else if (what === 2) void session.snapshots?.flush()
    else if (what === 3) await Promise.all(group.map((each) => session.do(each, coder.id).then(tell)))
    else for (const each of group) tell(await session.do(each, coder.id))
  }
  await session.close()
}

const [folder = '', seed = '1'] = process.argv.slice(2)
void run(folder, Number(seed))
