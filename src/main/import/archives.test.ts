import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectFiles, removeUnpacked, shownPath, type Unpacker } from './collect-files'
import { makeTempFolder, removeLeftovers } from './temp-folders'
import { unpackArchive } from './unpack-archive'
import { importLimits, UnpackBudget } from './unpack-budget'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-archives-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const megabyte = 1024 * 1024
const here: Unpacker = { unpack: unpackArchive }
const zip = (entries: Record<string, Uint8Array>) => zipSync(entries, { level: 9 })

async function gathered(content: Uint8Array, limits: Partial<typeof importLimits> = {}) {
  const path = join(folder, 'outer.zip')
  await writeFile(path, content)
  const found = await collectFiles([path], here, 100, new UnpackBudget({ ...importLimits, ...limits }))
  return { ...found, told: found.problems.map((each) => [basename(each.path), each.error.key]) }
}

/** The folders of this process among the temporary files. */
const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`variorum-archive-${process.pid}-`))

describe('archives within archives', () => {
  /** An archive of so many others, each of which holds one file of so many bytes. */
  const bomb = (count: number, bytes: number) => {
    const inner = zip({ 'a.txt': new Uint8Array(bytes).fill(120) })
    const entries = Array.from({ length: count }, (_, at) => [`inner ${at}.zip`, inner])
    return zipSync(Object.fromEntries(entries), { level: 0 })
  }

  it('share one limit of bytes: what passes it is refused by its name, and nothing of it stays', async () => {
    const found = await gathered(bomb(5, megabyte), { bytes: 3.5 * megabyte })
    expect(found.files).toHaveLength(3)
    expect(found.told).toEqual([
      ['inner 3.zip', 'archivesTooMuch'],
      ['inner 4.zip', 'archivesTooMuch']
    ])
    expect(own()).toHaveLength(found.unpacked.length)
    await removeUnpacked(found)
    expect(own()).toEqual([])
  })

  it('say of a file where it is found in them, not where it was unpacked', async () => {
    const inner = zip({ 'notes/a.txt': strToU8('One.') })
    const found = await gathered(zip({ '2018/inner.zip': inner, 'b.txt': strToU8('Two.') }))
    expect(found.files.map(({ path }) => relative(folder, shownPath(path, found.archives))).sort()).toEqual([
      join('outer.zip', '2018', 'inner.zip', 'notes', 'a.txt'),
      join('outer.zip', 'b.txt')
    ])
    await removeUnpacked(found)
  })

  it('share one limit of files', async () => {
    const found = await gathered(bomb(5, 10), { entries: 8 })
    expect([found.files.length, found.told.length]).toEqual([3, 2])
    await removeUnpacked(found)
  })

  it('come to no more than so many times the size of the outermost one', async () => {
    const found = await gathered(bomb(5, megabyte), { ratio: 100, harmlessBytes: 2.5 * megabyte })
    expect([found.files.length, found.told.length]).toEqual([2, 3])
    await removeUnpacked(found)
  })

  it('are opened five deep and no deeper', async () => {
    let content = zip({ 'a.txt': strToU8('One.') })
    for (const depth of [6, 5, 4, 3, 2])
      content = zip({ [`depth ${depth}.zip`]: content, [`beside ${depth}.txt`]: strToU8('Two.') })
    const found = await gathered(content)
    expect(found.told).toEqual([['depth 6.zip', 'archiveTooDeep']])
    expect(found.files).toHaveLength(5)
    await removeUnpacked(found)
  })
})

it('an archive for which the disk has no room is refused before anything is written', async () => {
  const [path, into] = [join(folder, 'large.zip'), join(folder, 'into')]
  await writeFile(path, zipSync({ 'a.txt': new Uint8Array(2 * megabyte) }, { level: 0 }))
  await mkdir(into)
  const done = await unpackArchive(path, into, { bytes: 10 * megabyte, entries: 10, room: megabyte })
  expect(!done.ok && done.error.key).toBe('archiveWithoutRoom')
  expect(await readdir(into)).toEqual([])
})

describe('the files of an archive', () => {
  async function unpacked(entries: Record<string, string>) {
    const path = join(folder, 'names.zip')
    const into = await mkdtemp(join(folder, 'into-'))
    const bytes = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const)
    await writeFile(path, zip(Object.fromEntries(bytes)))
    expect((await unpackArchive(path, into)).ok).toBe(true)
    const names = await readdir(into, { recursive: true, withFileTypes: true })
    const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
    const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    return { names: files.map((file) => file.slice(into.length + 1)).sort(), texts: texts.sort() }
  }

  it('all come out, though their names become the same where they are written', async () => {
    const { names, texts } = await unpacked({
      'no:b.txt': '1',
      'no_b.txt': '2',
      'No_B.txt': '3',
      x: '4',
      'x/y.txt': '5',
      'x/z.txt': '6',
      'con.txt': '7'
    })
    expect(texts).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(names).toEqual([
      'No_B (3).txt',
      '_con.txt',
      'no_b (2).txt',
      'no_b.txt',
      'x',
      'x (2)/y.txt',
      'x (2)/z.txt'
    ])
  })

  it('keep their extension, however long their names are in bytes', async () => {
    const long = '一张表'.repeat(40)
    const { names } = await unpacked({ [`${long}.txt`]: '1', [`${long}二.txt`]: '2' })
    expect(names).toHaveLength(2)
    for (const name of names) expect(name).toMatch(/^一张表.*\.txt$/)
  })

  it('that cannot be written refuse the archive with the reason', async () => {
    const path = join(folder, 'names.zip')
    await writeFile(path, zip({ 'a.txt': strToU8('1') }))
    await writeFile(join(folder, 'no folder'), '')
    const done = await unpackArchive(path, join(folder, 'no folder'))
    expect(!done.ok && [done.error.key, done.error.params.name]).toEqual(['fileUnreadable', 'names.zip'])
  })
})

it('what a killed import left among the temporary files is removed at the next one', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  const left = join(tmpdir(), `variorum-archive-${child.pid}-abc123`)
  const link = join(tmpdir(), `variorum-pasted-${child.pid}-abc123`)
  const foreign = join(folder, 'foreign')
  await mkdir(join(left, 'a folder'), { recursive: true })
  await mkdir(foreign)
  await symlink(foreign, link)
  const living = await makeTempFolder('archive')
  await removeLeftovers()
  // What a living process needs stays, and what is not ours.
  expect([left, living, foreign].map(existsSync)).toEqual([false, true, true])
  await rm(living, { recursive: true })
  await rm(link)
})

describe('names that say no encoding', () => {
  /** An archive whose names are in an encoding of its computer: as UTF-8 is never said, each byte is one character. */
  const zipOf = (names: readonly Buffer[]) => {
    const parts: Buffer[] = []
    const directory: Buffer[] = []
    let at = 0
    for (const name of names) {
      const content = Buffer.from('Text.')
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt32LE(content.length, 18)
      head.writeUInt32LE(content.length, 22)
      head.writeUInt16LE(name.length, 26)
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50, 0)
      entry.writeUInt32LE(content.length, 20)
      entry.writeUInt32LE(content.length, 24)
      entry.writeUInt16LE(name.length, 28)
      entry.writeUInt32LE(at, 42)
      directory.push(entry, name)
      parts.push(head, name, content)
      at += head.length + name.length + content.length
    }
    const own = Buffer.concat(directory)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(names.length, 8)
    end.writeUInt16LE(names.length, 10)
    end.writeUInt32LE(own.length, 12)
    end.writeUInt32LE(at, 16)
    return Buffer.concat([...parts, own, end])
  }

  it.each([
    ['gbk', ['水位/早晨.txt', '水位/傍晚.txt']],
    ['utf-8', ['水位/早晨.txt', 'café.txt']],
    ['gbk', ['公报.txt']],
    ['gbk', ['report.txt', '附件1.txt']],
    ['gbk', ['会议纪要（2018）.txt']],
    ['big5', ['公報.txt', '許功蓋/會議.txt']],
    ['shift_jis', ['議事録.txt', '第二回/表示.txt']],
    // Its second byte is a backslash, its first no sign of another path.
    ['shift_jis', ['表.txt', 'ソ連/能力.txt']],
    ['shift_jis', ['ｱｲｳ.txt', 'カタカナ.txt']],
    ['euc-kr', ['회의록.txt', '보고서.txt']],
    ['cp437', ['Märchen.txt', 'plain.txt']],
    ['cp850', ['ÀÃ.txt', 'Märchen.txt']],
    ['windows-1252', ['Märchen.txt', 'Résumé.txt']],
    ['cp866', ['Отчёт.txt', 'Приложение.txt']],
    ['windows-1251', ['Отчёт.txt', 'Приложение.txt']]
  ])('are read as what they are: %s', async (encoding, names) => {
    const { files } = await gathered(zipOf(names.map((name) => iconv.encode(name, encoding))))
    expect(files.map(({ path, folders }) => [...folders.slice(1), basename(path)].join('/')).sort()).toEqual(
      [...names].sort()
    )
  })
})
