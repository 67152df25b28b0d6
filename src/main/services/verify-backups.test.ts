import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFor, workedProject } from '../backup/testing/worked-project'
import { filesIn } from '../store/testing/files-in'
import { backUp } from './backups'
import { repairWithBackups } from './repair-backups'
import { verifyProject } from './verify'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-copies-'))
  folder = join(home, 'project')
  const session = await workedProject(home)
  expect(session.closedSegments.length).toBeGreaterThan(1)
  expect((await backUp(session, 'asked')).ok).toBe(true)
  await session.close()
})

afterEach(() => rm(home, { recursive: true, force: true }))

const copies = async () =>
  (await filesIn(folder)).filter((name) => /^backups\/(?:texts|originals|journal)\//.test(name))

const problems = async () => (await verifyProject(folder)).problems

type Damage = (path: string, other: string) => Promise<void>

const damages: Readonly<Record<string, Damage>> = {
  'cut in half': async (path) => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length >> 1))
  },
  'cut at a line end': async (path) => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1))
  },
  'with one bit flipped': async (path) => {
    const bytes = await readFile(path)
    const at = Math.floor(bytes.length * 0.6)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(path, bytes)
  },
  emptied: (path) => writeFile(path, ''),
  'filled with zeros': async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length)),
  'longer than it was': (path) => writeFile(path, 'more\n', { flag: 'a' }),
  'swapped with another': async (path, other) => {
    await rename(path, `${path}.x`)
    await rename(other, path)
    await rename(`${path}.x`, other)
  },
  'a link to another file': async (path, other) => {
    await rm(path)
    await symlink(other, path)
  }
}

describe.each(Object.keys(damages))('a copy among the backups that is %s', (how) => {
  it('is noticed, whichever it is, and made again by the next backup', async () => {
    const names = await copies()
    const read = () => Promise.all(names.map((each) => readFile(join(folder, each), 'latin1')))
    const whole = await read()
    const hit = new Set<string>()
    for (const name of names) {
      if (hit.has(name)) continue
      const sub = name.slice(0, name.lastIndexOf('/'))
      const other = names.find((each) => each !== name && each.startsWith(sub) && !hit.has(each))
      if (other === undefined) continue
      await damages[how]?.(join(folder, name), join(folder, other))
      hit.add(name)
      if (how.startsWith('swapped')) hit.add(other)
    }
    expect(hit.size).toBeGreaterThan(5)
    const told = await problems()
    expect(new Set(told.map(({ key }) => key))).toEqual(new Set(['backupCopyDamaged']))
    expect(told.map(({ params }) => String(params.name).replaceAll('\\', '/')).sort()).toEqual(
      [...hit].sort()
    )
    const session = await openFor(folder)
    expect((await backUp(session, 'asked')).ok).toBe(true)
    await session.close()
    expect(await read()).toEqual(whole)
    expect(await problems()).toEqual([])
  })

  it('is made again by a repair', async () => {
    const names = await copies()
    const [name = '', other = ''] = names.filter((each) => each.startsWith('backups/texts/'))
    const [segment = '', otherSegment = ''] = names.filter((each) => each.startsWith('backups/journal/'))
    await damages[how]?.(join(folder, name), join(folder, other))
    await damages[how]?.(join(folder, segment), join(folder, otherSegment))
    const repaired = await repairWithBackups(folder)
    expect(repaired.ok && repaired.value.problems).toEqual([])
    expect(repaired.ok && repaired.value.repaired.map(({ key }) => key)).toContain('backupCopyRenewed')
    expect(await problems()).toEqual([])
  })
})

it('a good copy stays where the file it copies is damaged, and that is brought back from it', async () => {
  for (const sub of ['texts', 'originals']) {
    const copy = (await copies()).find((each) => each.startsWith(`backups/${sub}/`)) ?? ''
    const live = join(folder, copy.slice('backups/'.length))
    const whole = await readFile(live)
    await writeFile(live, 'x'.repeat(whole.length))
    const session = await openFor(folder)
    expect((await backUp(session, 'asked')).ok).toBe(true)
    await session.close()
    expect(await readFile(join(folder, copy))).toEqual(whole)
    const repaired = await repairWithBackups(folder)
    expect(repaired.ok && repaired.value.problems).toEqual([])
    expect(await readFile(live)).toEqual(whole)
  }
})

it('a copy of a segment is left alone where the segment itself is damaged, until a repair has used it', async () => {
  const name = (await copies()).find((each) => each.startsWith('backups/journal/')) ?? ''
  const live = join(folder, name.slice('backups/'.length))
  const whole = await readFile(live)
  const torn = Buffer.from(whole)
  torn.write('#', 20)
  await writeFile(live, torn)
  const session = await openFor(folder)
  await backUp(session, 'asked')
  await session.close()
  expect(await readFile(join(folder, name))).toEqual(whole)
  const repaired = await repairWithBackups(folder)
  expect(repaired.ok && repaired.value.problems).toEqual([])
  expect(await problems()).toEqual([])
})

it('a damaged copy that nothing can make again is set aside by a repair, and said', async () => {
  const session = await openFor(folder)
  await session.close()
  const name = `texts/${'0'.repeat(64)}.json`
  await writeFile(join(folder, 'backups', name), 'not that')
  expect((await problems()).map(({ key }) => key)).toEqual(['backupCopyDamaged'])
  const repaired = await repairWithBackups(folder)
  expect(repaired.ok && repaired.value.repaired.map(({ key }) => key)).toEqual(['backupCopySetAside'])
  expect(await problems()).toEqual([])
})

it('what lies about in the backups and is no copy is neither read nor told', async () => {
  await cp(join(folder, 'project.json'), join(folder, 'backups', 'texts', '.DS_Store'))
  await cp(join(folder, 'project.json'), join(folder, 'backups', 'journal', '000001 (copy).jsonl'))
  expect(await problems()).toEqual([])
})
