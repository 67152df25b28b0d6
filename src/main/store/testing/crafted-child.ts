import { mkdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError, Result } from '../../../shared/model/result'
import { coder } from '../../../shared/testing/sample-records'
import { type OpenOptions, openProject } from '../../project/open'
import type { Session } from '../../project/session'
import { backUp } from '../../services/backups'
import { goTo, readHistory } from '../../services/history'
import { repairProject } from '../../services/repair'
import { verifyProject } from '../../services/verify'
import { described, filesWithSecret, makeCanary, secret } from './canary'
import { craft } from './crafted-folders'
import { PassingFiles } from './passing-files'
import { peakMegabytes } from './peak-memory'
import { readTree, writeTree } from './power-states'
import { seededRandom } from './seeded-random'

/**
 * Makes hostile projects of a sound one and does with each everything that a person might; prints a line of JSON for
 * each. In a process of its own: what hangs, or fills the memory, can be ended.
 */
async function run(home: string, sound: string, firstSeed: number, count: number): Promise<void> {
  const tree = readTree(sound)
  const above = join(home, 'above')
  const project = join(above, 'project')
  const outside = join(above, 'outside')
  const inherited = Object.getOwnPropertyNames(Object.prototype).join()
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    rmSync(above, { recursive: true, force: true })
    mkdirSync(outside, { recursive: true })
    makeCanary(outside)
    writeTree(project, tree)
    const how = craft({ project, outside, random: seededRandom(seed) })
    say({ seed, how })
    const before = described(home, project)
    const { messages, wrong } = await doEverything(project)
    if (described(home, project) !== before) wrong.push('something outside was changed')
    for (const message of messages) if (message.includes(secret)) wrong.push(`the secret is told: ${message}`)
    for (const name of filesWithSecret(project)) wrong.push(`the secret is in ${name}`)
    if (Object.getOwnPropertyNames(Object.prototype).join() !== inherited)
      wrong.push('a prototype was changed')
    say({ seed, how, wrong, mostMegabytes: peakMegabytes() })
  }
}

function say(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`)
}

/** Reads, verifies, opens, changes, undoes, backs up, repairs and opens again, as far as it gets. */
async function doEverything(folder: string): Promise<{ messages: string[]; wrong: string[] }> {
  const messages: string[] = []
  const wrong: string[] = []
  const tell = (errors: readonly AppError[]) => messages.push(...errors.map((each) => each.message))
  const files = new PassingFiles()
  /** What says that it answers with a Result must never throw. */
  const result = async <T>(what: string, work: () => Promise<Result<T>>): Promise<T | null> => {
    try {
      const done = await work()
      if (!done.ok) tell([done.error])
      return done.ok ? done.value : null
    } catch (error) {
      wrong.push(`${what} throws: ${String(error).slice(0, 300)}`)
      return null
    }
  }
  const opened = async (what: string, options: OpenOptions, use: (session: Session) => Promise<void>) => {
    const session = await result(what, () => openProject(folder, { files, ...options }))
    if (!session) return false
    try {
      await session.loadAll()
      await readHistory(session, { from: null, most: 200 })
      await use(session)
    } catch (error) {
      wrong.push(`${what}, what is done then, throws: ${String(error).slice(0, 300)}`)
    }
    tell(session.notices)
    await session.close()
    return true
  }
  const change = async (session: Session) => {
    await result('a change', () => session.do({ type: 'project.rename', name: 'Changed' }, coder.id))
    await result('undo', () => session.undo(coder.id))
    await result('undo', () => session.undo(coder.id))
    await result('going back', () => goTo(session, { seq: 0, seen: session.seq }, coder.id))
    await result('a backup', () => backUp(session, 'asked'))
    await session.probe()
  }
  await opened('reading', { readOnly: true }, async () => {})
  // That verifying throws where a project cannot be read is in its contract.
  await verifyProject(folder, { files }).then(
    ({ problems }) => tell(problems),
    (error) => messages.push(String(error))
  )
  if (!(await opened('opening', {}, change))) await opened('taking over', { takeOver: true }, change)
  const repaired = await result('repair', () => repairProject(folder, { files, takeOver: true }))
  if (repaired) tell([...repaired.repaired, ...repaired.problems])
  await opened('opening again', {}, change)
  return { messages, wrong }
}

const [home = '', sound = '', seed = '1', count = '1'] = process.argv.slice(2)
void run(home, sound, Number(seed), Number(count))
