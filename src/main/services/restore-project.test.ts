import { access, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PlainState, plainState } from '../../shared/model/state'
import { operationArbitrary } from '../../shared/testing/operation-arbitrary'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { listBackupsIn } from '../backup/backup'
import { bringOut } from '../backup/outside'
import { chooseOutside, folderName } from '../backup/outside-place'
import { importText, openFor, workedProject } from '../backup/testing/worked-project'
import { createProject } from '../project/create'
import type { Session } from '../project/session'
import { filesIn } from '../store/testing/files-in'
import { backUp } from './backups'
import { restoreProject } from './restore-project'
import { verifyProject } from './verify'

let home: string
let folder: string
let drive: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-outside-'))
  folder = join(home, 'project')
  drive = join(home, 'drive')
  await mkdir(drive)
})

afterEach(() => rm(home, { recursive: true, force: true }))

async function backUpOutside(session: Session): Promise<string> {
  const made = await backUp(session, 'asked')
  if (!made.ok) throw new Error(made.error.message)
  const chosen = await chooseOutside(drive)
  if (!chosen.ok) throw new Error(chosen.error.message)
  const { closedSegments } = session
  const brought = await bringOut(session.folder, chosen.value, session.state.info, { closedSegments })
  if (!brought.ok) throw new Error(brought.error.message)
  return brought.value
}

/** Texts and originals of a project, by name. */
async function contentsOf(project: string): Promise<Record<string, string>> {
  const names = (await filesIn(project)).filter((name) => /^(?:texts|originals)\//.test(name))
  const read = names.map(async (name) => [name, await readFile(join(project, name), 'latin1')] as const)
  return Object.fromEntries(await Promise.all(read))
}

async function stateOf(project: string): Promise<PlainState> {
  const session = await openFor(project)
  await session.loadAll()
  const state = plainState(session.state)
  expect(session.notices).toEqual([])
  await session.close()
  return state
}

describe('a project whose folder is lost', () => {
  it('is made again from the backups outside it: state, texts, originals, and undo to the beginning', async () => {
    const session = await workedProject(home)
    expect(session.closedSegments.length).toBeGreaterThan(1)
    const place = await backUpOutside(session)
    const then = plainState(session.state)
    const contents = await contentsOf(folder)
    const { seq } = session
    await session.close()
    await rm(folder, { recursive: true })
    const again = join(home, 'new', 'again')
    const restored = await restoreProject(place, again)
    expect(restored.ok && [restored.value.problems, restored.value.backup.seq]).toEqual([[], seq])
    expect(await stateOf(again)).toEqual(then)
    expect(await contentsOf(again)).toEqual(contents)
    const opened = await openFor(again)
    let undone = 0
    while (opened.canUndo) {
      expect((await opened.undo(coder.id)).ok).toBe(true)
      undone++
    }
    expect(undone).toBe(seq - 1)
    expect(opened.state.documents.size).toBe(0)
    await opened.close()
    expect((await verifyProject(again)).problems).toEqual([])
  })

  it('equals the one at the backup, whatever was done to it before and after', async () => {
    const changes = fc.array(operationArbitrary, { minLength: 1, maxLength: 25 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        changes,
        changes,
        fc.array(fc.nat(24), { maxLength: 3 }),
        async (first, more, backups) => {
          const own = join(home, `p${++run}`)
          expect((await createProject(own, 'Any', coder)).ok).toBe(true)
          const session = await openFor(own, 1500)
          for (const [at, operation] of first.entries()) {
            await session.do(operation, coder.id)
            if (at % 5 === 4) await session.snapshots?.flush()
            if (backups.includes(at)) await backUpOutside(session)
            if (at % 7 === 6) await session.undo(coder.id)
          }
          const place = await backUpOutside(session)
          await session.loadAll()
          const then = plainState(session.state)
          for (const operation of more) await session.do(operation, coder.id)
          await session.close()
          await rm(own, { recursive: true })
          const restored = await restoreProject(place, join(home, `r${run}`))
          if (!restored.ok) throw new Error(restored.error.message)
          expect(await stateOf(join(home, `r${run}`))).toEqual(then)
        }
      ),
      { numRuns: 8 }
    )
  }, 120_000)

  it('is made from the last sound backup where the newest is damaged, and what can be read of that one', async () => {
    const session = await workedProject(home)
    await backUpOutside(session)
    await session.do({ type: 'theme.add', theme: makeTheme('t9'), index: 0 }, coder.id)
    const place = await backUpOutside(session)
    const whole = plainState(session.state)
    await session.close()
    const [newest] = await listBackupsIn(place)
    const path = join(place, newest?.file ?? '')
    const bytes = await readFile(path)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    await writeFile(path, bytes)
    await rm(folder, { recursive: true })
    const restored = await restoreProject(place, join(home, 'again'))
    expect(restored.ok && restored.value.backup.seq).toBe(session.seq - 1)
    // The lines of its journal carry sums of their own.
    expect(await stateOf(join(home, 'again'))).toEqual(whole)
  })

  it('says by name which text the backups do not hold', async () => {
    const session = await workedProject(home)
    const place = await backUpOutside(session)
    await session.close()
    const [text = ''] = (await filesIn(place)).filter((name) => name.startsWith('texts/'))
    await rm(join(place, text))
    const restored = await restoreProject(place, join(home, 'again'))
    expect(restored.ok && restored.value.problems.map(({ key, params }) => [key, params.name])).toEqual([
      ['textMissing', text]
    ])
  })

  it('of an older format is brought up to date', async () => {
    await cp(join(import.meta.dirname, '..', 'project', 'fixtures', 'format-3'), folder, { recursive: true })
    const session = await openFor(folder)
    await session.loadAll()
    const then = plainState(session.state)
    await session.close()
    // The one backup there is is of the older format: it was made before the upgrade.
    const restored = await restoreProject(join(folder, 'backups'), join(home, 'again'))
    expect(restored.ok && restored.value.backup.reason).toBe('migration')
    const again = await openFor(join(home, 'again'))
    await again.loadAll()
    expect(plainState(again.state)).toEqual(then)
    await again.close()
  })

  it('takes no folder that holds something, and none in another project or among the backups', async () => {
    const session = await workedProject(home)
    const place = await backUpOutside(session)
    await session.close()
    const full = join(home, 'full')
    await mkdir(full)
    await writeFile(join(full, 'letter.txt'), 'dear')
    for (const [to, key] of [
      [full, 'folderNotEmpty'],
      [join(folder, 'in it'), 'restoreInProject'],
      [join(place, 'in it'), 'restoreInProject']
    ] as const) {
      const refused = await restoreProject(place, to)
      expect(!refused.ok && refused.error.key).toBe(key)
    }
    expect(await readFile(join(full, 'letter.txt'), 'utf8')).toBe('dear')
    const nothing = await restoreProject(full, join(home, 'again'))
    expect(!nothing.ok && nothing.error.key).toBe('backupFolderUnknown')
    await expect(access(join(home, 'again'))).rejects.toThrow()
  })
})

describe('backups outside the project', () => {
  it('are caught up with when the drive is back, and lie under the same folder when the project is renamed', async () => {
    const session = await workedProject(home)
    const place = await backUpOutside(session)
    await rename(drive, join(home, 'pulled out'))
    expect((await backUp(session, 'asked')).ok).toBe(true)
    const { info } = session.state
    const how = { closedSegments: session.closedSegments }
    const gone = await bringOut(folder, drive, info, how)
    expect(!gone.ok && gone.error.key).toBe('backupPlaceGone')
    // The folder on which a drive is mounted is there without it, and empty.
    await mkdir(drive)
    const empty = await bringOut(folder, drive, info, how)
    expect(!empty.ok && empty.error.key).toBe('backupPlaceGone')
    expect(await filesIn(drive)).toEqual([])
    await rm(drive, { recursive: true })
    await rename(join(home, 'pulled out'), drive)
    await session.do({ type: 'project.rename', name: 'Another name' }, coder.id)
    await importText(session, home, 'The fourth notice')
    expect((await backUp(session, 'asked')).ok).toBe(true)
    const back = await bringOut(folder, drive, session.state.info, how)
    expect(back.ok && back.value).toBe(place)
    await session.close()
    const inside = (await filesIn(join(folder, 'backups'))).filter((name) => !name.startsWith('journal/'))
    expect(await filesIn(place)).toEqual(expect.arrayContaining(inside))
    for (const name of inside)
      expect(await readFile(join(place, name))).toEqual(await readFile(join(folder, 'backups', name)))
  })

  it('that are damaged are made again from those inside, and the other way round never', async () => {
    const session = await workedProject(home)
    const place = await backUpOutside(session)
    const names = await filesIn(place)
    const whole = await Promise.all(names.map((name) => readFile(join(place, name), 'latin1')))
    for (const name of names) await writeFile(join(place, name), 'rotten')
    expect(await backUpOutside(session)).toBe(place)
    expect(await Promise.all(names.map((name) => readFile(join(place, name), 'latin1')))).toEqual(whole)
    for (const name of await filesIn(join(folder, 'backups')))
      await writeFile(join(folder, 'backups', name), 'rotten')
    await bringOut(folder, drive, session.state.info, { closedSegments: session.closedSegments })
    expect(await Promise.all(names.map((name) => readFile(join(place, name), 'latin1')))).toEqual(whole)
    await session.close()
  })

  it('never lie in a project, this one or another, nor behind a link', async () => {
    const session = await workedProject(home)
    for (const chosen of [folder, join(folder, 'backups')]) {
      const refused = await chooseOutside(chosen)
      expect(!refused.ok && refused.error.key).toBe('backupPlaceInProject')
    }
    const link = join(home, 'link')
    await symlink(folder, link)
    const linked = await chooseOutside(link)
    expect(!linked.ok && linked.error.key).toBe('backupPlaceInProject')
    expect((await chooseOutside(drive)).ok).toBe(true)
    const { info } = session.state
    await mkdir(join(home, 'elsewhere'))
    await symlink(join(home, 'elsewhere'), join(drive, folderName(info)))
    const brought = await bringOut(folder, drive, info, { closedSegments: [] })
    expect(!brought.ok && brought.error.key).toBe('outsideBackupFailed')
    expect(await filesIn(join(home, 'elsewhere'))).toEqual([])
    await session.close()
  })

  it('have a folder whose name every system takes, and which can be told by the id', () => {
    const id = 'p0123456789ab'
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const made = folderName({ name, id } as Parameters<typeof folderName>[0])
        expect(Buffer.byteLength(made)).toBeLessThan(200)
        expect(made).toMatch(/p0123456789ab$/)
        expect(basename(made)).toBe(made)
        expect(made).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[. ]/u)
      })
    )
  })
})
