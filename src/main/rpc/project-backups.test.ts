import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { listBackups, listBackupsIn } from '../backup/backup'
import { chooseOutside, outsidePlaceOf } from '../backup/outside-place'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { FaultyFiles } from '../store/testing/faulty-files'
import { PreferenceStore } from './preference-store'
import { ProjectBackups } from './project-backups'

const dayMs = 24 * 60 * 60 * 1000

let home: string
let folder: string
let drive: string
let files: FaultyFiles
let session: Session
let preferences: PreferenceStore
let now: number
let told: string[][]
let backups: ProjectBackups

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-keeping-'))
  folder = join(home, 'project')
  drive = join(home, 'drive')
  await mkdir(drive)
  expect((await createProject(folder, 'Test', coder)).ok).toBe(true)
  files = new FaultyFiles()
  const opened = await openProject(folder, { files })
  if (!opened.ok) throw new Error(opened.error.message)
  session = opened.value
  preferences = await PreferenceStore.open(join(home, 'preferences.json'))
  now = Date.now()
  told = []
  backups = new ProjectBackups(
    session,
    preferences,
    () => told.push(backups.notices.map(({ key }) => key)),
    () => new Date(now)
  )
})

afterEach(async () => {
  await backups.stop()
  await session.close()
  await preferences.flush()
  await rm(home, { recursive: true, force: true })
})

let themes = 0
const change = () => session.do({ type: 'theme.add', theme: makeTheme(`t${++themes}`), index: 0 }, coder.id)

async function chooseDrive(): Promise<void> {
  const chosen = await chooseOutside(drive)
  if (!chosen.ok) throw new Error(chosen.error.message)
  preferences.chooseOutside(chosen.value, new Date(now))
}

async function outside() {
  const place = await outsidePlaceOf(drive, session.state.info)
  return place ? listBackupsIn(place) : []
}

describe('an app that stays open for days', () => {
  it('makes a backup each day on which something was changed, inside and outside', async () => {
    await chooseDrive()
    for (let day = 0; day < 3; day++) {
      await change()
      for (let hour = 0; hour < 24; hour += 8) {
        await backups.look()
        now += dayMs / 3
      }
      now += 60_000
    }
    expect(await listBackups(folder)).toHaveLength(3)
    expect((await outside()).map(({ file }) => file)).toEqual(
      (await listBackups(folder)).map(({ file }) => file)
    )
    now += 2 * dayMs
    await backups.look()
    expect(await listBackups(folder)).toHaveLength(3)
    expect(told).toEqual([])
  })

  it('tells that the daily backup failed, and why, once a day, until there is one', async () => {
    await change()
    files.fault = (call, path) =>
      call === 'write' && path.includes('.zip') ? { kind: 'fail', code: 'ENOSPC' } : null
    for (let hour = 0; hour < 30; hour++) {
      await backups.look()
      now += dayMs / 24
    }
    expect(told).toEqual([['dailyBackupFailed'], ['dailyBackupFailed']])
    expect(backups.notices[0]?.message).toContain('ENOSPC')
    files.fault = () => null
    await backups.look()
    expect(told.at(-1)).toEqual([])
    expect(await listBackups(folder)).toHaveLength(1)
  })

  it('makes the backup outside where the disk of the project takes none', async () => {
    await chooseDrive()
    await change()
    files.fault = (call, path) =>
      call === 'write' && path.startsWith(folder) && path.includes('.zip')
        ? { kind: 'fail', code: 'ENOSPC' }
        : null
    const made = await backups.make('asked')
    expect(!made.ok && made.error.key).toBe('backupFailed')
    expect(await listBackups(folder)).toEqual([])
    for (let hour = 0; hour < 3; hour++) await backups.look()
    expect((await outside()).map(({ seq }) => seq)).toEqual([session.seq])
    files.fault = () => null
  })

  it('says nothing of a drive that is away for some days, and tells after a week; then catches up', async () => {
    await chooseDrive()
    await change()
    await backups.look()
    const away = join(home, 'away')
    await rename(drive, away)
    for (let day = 0; day < 6; day++) {
      now += dayMs + 1
      await change()
      await backups.look()
    }
    expect(told).toEqual([])
    expect((await backups.answer()).outside?.problem?.key).toBe('backupPlaceGone')
    now += 2 * dayMs
    await change()
    await backups.look()
    expect(told).toEqual([['outsideBackupLate']])
    await rename(away, drive)
    await backups.look()
    expect(told.at(-1)).toEqual([])
    expect((await outside()).map(({ file }) => file)).toEqual(
      (await listBackups(folder)).map(({ file }) => file)
    )
    const answer = await backups.answer()
    expect(answer.outside?.problem).toBeNull()
    expect(new Set(answer.entries.map(({ where }) => where))).toEqual(new Set(['both']))
  })

  it('ends what is under way when the project is closed, and leaves no half archive', async () => {
    await chooseDrive()
    await change()
    const making = backups.make('asked')
    await backups.stop()
    expect((await making).ok).toBe(false)
    expect(await listBackups(folder)).toEqual([])
    expect(await outside()).toEqual([])
  })
})

it('the chosen folder and what lies there are remembered on this computer', async () => {
  await chooseDrive()
  await change()
  await backups.make('asked')
  await preferences.flush()
  const again = await PreferenceStore.open(join(home, 'preferences.json'))
  expect(again.outside.folder).toBe(preferences.outside.folder)
  expect(again.outsideOf(session.state.info.id)).toMatchObject({ seq: session.seq })
})
