import { access, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder } from '../../shared/testing/sample-records'
import { backUp, previewRestore, restore } from '../services/backups'
import { repairWithBackups } from '../services/repair-backups'
import { verifyProject } from '../services/verify'
import { realFiles } from '../store/files'
import { sha256 } from '../store/hash'
import { eachInArchive, fromArchive } from './archive'
import { archiveLimits, entriesWithin } from './archive-limits'
import { backupFile } from './backup-names'
import { openFor, workedProject } from './testing/worked-project'

let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-archive-'))
  folder = join(home, 'project')
  await mkdir(join(folder, 'backups'), { recursive: true })
})

afterEach(() => rm(home, { recursive: true, force: true }))

/** A name that is newer than that of any backup a test makes. */
const crafted = backupFile(new Date(Date.UTC(2099, 0, 1)), 'asked', 9_000_000)

/** An archive with a manifest that fits what is in it. */
function archiveOf(entries: Record<string, Uint8Array>): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(entries).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }])
  )
  const manifest = { made: '2026-01-01T00:00:00.000Z', reason: 'asked', seq: 9, files }
  const all: Zippable = { ...entries, 'backup.json': Buffer.from(JSON.stringify(manifest)) }
  return zipSync(all, { level: 4 })
}

let made: Uint8Array | null = null
/** 100 kB that unpack to 100 MB. */
function bomb(): Uint8Array {
  made ??= archiveOf({ 'library/0.json': new Uint8Array(100 * 1024 * 1024) })
  return made
}

/** The most memory that work takes beyond what there was, in bytes, looked at between its turns. */
async function memoryOf(work: () => unknown): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  return Math.max(most, process.memoryUsage().rss) - before
}

describe('an archive that unpacks to far more than a backup holds', () => {
  it('is refused before anything of it is unpacked', async () => {
    const path = join(home, crafted)
    const bytes = bomb()
    expect(bytes.length).toBeLessThan(200_000)
    await writeFile(path, bytes)
    const took = await memoryOf(async () => {
      await expect(eachInArchive(path, realFiles, () => {})).rejects.toThrow('far more')
      expect(() => fromArchive(path, realFiles, () => true)).toThrow('far more')
    })
    expect(took).toBeLessThan(50 * 1024 * 1024)
  })

  it('is refused also where it states less than it holds', async () => {
    const path = join(home, crafted)
    const bytes = Buffer.from(bomb())
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(1000, at + 24)
    await writeFile(path, bytes)
    const took = await memoryOf(async () => {
      await expect(eachInArchive(path, realFiles, () => {})).rejects.toThrow()
      expect(() => fromArchive(path, realFiles, () => true)).toThrow()
    })
    expect(took).toBeLessThan(50 * 1024 * 1024)
  })

  it('limits the length of one file, of all, and their number', () => {
    const entry = (name: string, size: number) => ({ name, size, packed: size, method: 0, offset: 0 })
    const all = () => true
    const { bytesOfEntry, bytesInAll } = archiveLimits
    expect(() => entriesWithin([entry('codebook.json', bytesOfEntry + 1)], bytesInAll, all)).toThrow(
      'too large'
    )
    const many = Array.from({ length: 9 }, (_, index) => entry(`library/${index}.json`, bytesOfEntry))
    expect(() => entriesWithin(many, bytesInAll, all)).toThrow('far more')
    expect(() => entriesWithin([entry('memos.json', 1), entry('memos.json', 1)], 9, all)).toThrow('one name')
  })
})

describe('a crafted archive among the backups', () => {
  const archives: Readonly<Record<string, () => Uint8Array>> = {
    'a bomb': bomb,
    'names that lead out, and names of no project': () =>
      archiveOf({
        '../../escaped.json': Buffer.from('1'),
        '/tmp/escaped.json': Buffer.from('1'),
        'annotations/../../escaped.json': Buffer.from('1'),
        'annotations/$(escaped).json': Buffer.from('1'),
        'project.json': Buffer.from('{"format":5,"name":"project.json"}')
      }),
    'no archive': () => Buffer.from('PK\u0003\u0004 and nothing more'),
    empty: () => new Uint8Array(),
    'without a manifest': () => zipSync({ 'project.json': Buffer.from('{}') }),
    'a directory that leads beyond its end': () => {
      const bytes = Buffer.from(archiveOf({ 'memos.json': Buffer.from('{}') }))
      bytes.writeUInt32LE(0xfffffff0, bytes.length - 6)
      return bytes
    }
  }

  it.each(Object.keys(archives))(
    '(%s) breaks neither opening nor restoring, is told, and does no harm',
    async (what) => {
      await rm(folder, { recursive: true })
      const first = await workedProject(home)
      expect((await backUp(first, 'asked')).ok).toBe(true)
      await first.close()
      const whole = plainState(first.state)
      const bytes = archives[what]?.() ?? new Uint8Array()
      await writeFile(join(folder, 'backups', crafted), bytes)
      // With its journal gone, a lost snapshot file has to be had from the backups.
      await rm(join(folder, 'codebook.json'))
      await rm(join(folder, 'journal'), { recursive: true })
      const session = await openFor(folder)
      expect(session.state.themes).toEqual(whole.themes)
      const { seq } = session
      const preview = await previewRestore(session, crafted)
      const done = await restore(session, crafted, coder.id)
      expect([preview.ok, done.ok]).toEqual([false, false])
      expect(!done.ok && done.error.key).toBe('backupDamaged')
      expect(session.seq).toBe(seq)
      await session.close()
      if (what !== 'names that lead out, and names of no project') {
        const told = (await verifyProject(folder)).problems.map(({ key }) => key)
        expect(told).toContain('backupDamaged')
      }
      expect((await repairWithBackups(folder)).ok).toBe(true)
      await expect(access(join(home, 'escaped.json'))).rejects.toThrow()
      await expect(access('/tmp/escaped.json')).rejects.toThrow()
    }
  )

  it('that is a link or a folder is told, and never read', async () => {
    await rm(folder, { recursive: true })
    const session = await workedProject(home)
    expect((await backUp(session, 'asked')).ok).toBe(true)
    const secret = join(home, 'secret')
    await writeFile(secret, archiveOf({ 'memos.json': Buffer.from('{}') }))
    await symlink(secret, join(folder, 'backups', crafted))
    const place = backupFile(new Date(Date.UTC(2098, 0, 1)), 'asked', 8_000_000)
    await mkdir(join(folder, 'backups', place))
    const done = await restore(session, crafted, coder.id)
    expect(!done.ok && done.error.key).toBe('backupDamaged')
    await session.close()
    const told = (await verifyProject(folder)).problems.map(({ key }) => key)
    expect(told).toEqual(['backupDamaged', 'backupDamaged'])
  })
})

describe('a backup', () => {
  it('takes no link along, and no file that is not the project’s', async () => {
    await rm(folder, { recursive: true })
    const session = await workedProject(home)
    const secret = join(home, 'secret')
    await writeFile(secret, 'a secret')
    await symlink(secret, join(folder, 'originals', 'secret'))
    await symlink(secret, join(folder, 'originals', `${sha256('a secret')}.txt`))
    await symlink(secret, join(folder, 'texts', `${'1'.repeat(64)}.json`))
    await symlink(secret, join(folder, 'annotations', 'd9.json'))
    await symlink(secret, join(folder, 'journal', '000099.jsonl'))
    await writeFile(join(folder, 'annotations', 'd1 (conflicted copy).json'), 'a stray file')
    await writeFile(join(folder, 'originals', 'notes.txt'), 'a stray file')
    const made = await backUp(session, 'asked')
    if (!made.ok) throw new Error(made.error.message)
    await session.close()
    const names: string[] = []
    await eachInArchive(join(folder, 'backups', made.value.file), realFiles, (name, bytes) => {
      names.push(name)
      expect(bytes.toString()).not.toContain('a secret')
    })
    expect(names).not.toContain('annotations/d9.json')
    expect(names.filter((name) => name.includes('conflicted') || name.includes('000099'))).toEqual([])
    const copied = await realFiles.list(join(folder, 'backups', 'originals'))
    expect(copied).toHaveLength(3)
    for (const name of copied)
      expect(sha256(await readFile(join(folder, 'backups', 'originals', name)))).toBe(name.slice(0, 64))
  })
})
