import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { coder } from '../../shared/testing/sample-records'
import { commitImport } from '../import/commit-import'
import { acceptProposals } from '../import/decision'
import { parse } from '../import/testing/made-files'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { sha256 } from '../store/hash'
import { runCommand } from './commands'

let home: string
let folder: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-cli-'))
  folder = join(home, 'project')
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** A project with one text, open. */
async function opened(): Promise<Session> {
  await createProject(folder, 'Commands', { ...coder, name: 'Han Wei' })
  const project = await openProject(folder)
  if (!project.ok) throw new Error(project.error.message)
  const path = join(home, 'notice.txt')
  await writeFile(path, 'A notice\n\nPeople come only once to the office.')
  const { texts, sidecars: _, ...file } = await parse(path)
  const decisions = texts.map((text) => acceptProposals(path, { ...text, ...file }))
  const done = await commitImport(project.value, { texts: decisions }, coder.id)
  if (!done.ok) throw new Error(done.error.message)
  return project.value
}

/** Every file of the project with its sum, and when it was last written. */
async function bytes(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = all.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
  const told = files.map(
    async (file) => `${file} ${sha256(await readFile(file))} ${(await stat(file)).mtimeMs}`
  )
  return (await Promise.all(told)).sort()
}

const reading = () => [
  ['list', folder],
  ['list', folder, '--json'],
  ['show', folder, 'A notice'],
  ['search', folder, 'office'],
  ['export', folder, '--format', 'md', '--out', join(home, 'out.md')]
]

describe('the commands that only read', () => {
  it('work beside whoever has the project open, and change not a byte', async () => {
    const session = await opened()
    await session.snapshots?.flush()
    const before = await bytes()
    for (const args of reading()) expect([args[0], await runCommand(args)]).toEqual([args[0], 0])
    expect(await bytes()).toEqual(before)
    await session.close()
  })

  it('work in a folder that cannot be written to', async () => {
    await (await opened()).close()
    const before = await bytes()
    const folders = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isDirectory()
    )
    const all = [folder, ...folders.map((each) => join(each.parentPath, each.name))]
    for (const each of all) await chmod(each, 0o555)
    for (const args of reading()) expect([args[0], await runCommand(args)]).toEqual([args[0], 0])
    expect(await bytes()).toEqual(before)
    for (const each of all) await chmod(each, 0o755)
  })

  it('refuse a project of an older format, until it is brought up to date', async () => {
    await cp(join(import.meta.dirname, '../project/fixtures/format-4'), folder, { recursive: true })
    const before = await bytes()
    expect(await runCommand(['list', folder])).toBe(1)
    expect(await bytes()).toEqual(before)
    expect(await runCommand(['repair', folder])).toBe(0)
    expect(await runCommand(['list', folder])).toBe(0)
  })
})

describe('what does not fit is refused, and nothing is half done', () => {
  it.each([
    ['a name of a theme that is too long', ['--theme', `Good/${'t'.repeat(201)}`]],
    ['a theme without a name', ['--theme', 'A//B']],
    ['a path that is only white space', ['--theme', ' ']],
    ['a memo that is too long', ['--theme', 'Good', '--memo', 'm'.repeat(200_001)]],
    ['a quote that is not there', ['--theme', 'Good', '--quote', 'nowhere']]
  ])('%s', async (_, more) => {
    await (await opened()).close()
    expect(await runCommand(['annotate', folder, 'A notice', '--quote', 'only once', ...more])).toBe(1)
    const project = await openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const { themes, annotations, info } = plainState(project.value.state)
    expect([Object.keys(themes), Object.keys(annotations), Object.keys(info.coders)]).toEqual([
      [],
      [],
      [coder.id]
    ])
    await project.value.close()
  })

  it('a name of a theme is one, however it is written; a passage has a theme once, with all that is said of it', async () => {
    await (await opened()).close()
    const annotate = (theme: string, memo: string) =>
      runCommand(['annotate', folder, 'A notice', '--quote', 'only once', '--theme', theme, '--memo', memo])
    const names = [
      'Old people/Café',
      'old\u00a0people/Cafe\u0301',
      ' OLD  PEOPLE /café',
      'Old people/Caf\\/é'
    ]
    for (const [index, name] of names.entries()) expect(await annotate(name, `memo ${index}`)).toBe(0)
    const project = await openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const { themes, annotations } = plainState(project.value.state)
    expect(
      Object.values(themes)
        .map(({ name }) => name)
        .sort()
    ).toEqual(['Caf/é', 'Café', 'Old people'])
    const memos = Object.values(annotations).flatMap((own) => Object.values(own).map(({ memo }) => memo))
    expect(memos.sort()).toEqual(['memo 0\n\nmemo 1\n\nmemo 2', 'memo 3'])
    await project.value.close()
  })

  it('an annotation comes with its themes and its coder as one change', async () => {
    await (await opened()).close()
    const made = [
      'annotate',
      folder,
      'A notice',
      '--quote',
      'only once',
      '--theme',
      `Good/${'t'.repeat(200)}`
    ]
    expect(await runCommand(made)).toBe(0)
    const project = await openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const { state } = project.value
    expect([Object.keys(state.themes), Object.keys(state.info.coders)].map(({ length }) => length)).toEqual([
      2, 2
    ])
    await project.value.undo(coder.id)
    const after = project.value.state
    expect([Object.keys(after.themes), Object.keys(after.info.coders)].map(({ length }) => length)).toEqual([
      0, 1
    ])
    await project.value.close()
  })

  it.each([
    ['', 1],
    [' ', 1],
    ['t'.repeat(301), 1],
    ['t'.repeat(300), 0]
  ])('a project by the name of %j', async (title, code) => {
    expect(await runCommand(['new', folder, '--title', title])).toBe(code)
    if (code === 1) await mkdir(folder)
    else expect(await runCommand(['list', folder])).toBe(0)
  })
})
