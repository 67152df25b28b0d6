import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import { addText, paragraphs } from '../rpc/testing/add-text'
import { runCommand } from './commands'

let home: string
let folder: string
let said: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-search-'))
  folder = join(home, 'project')
  await createProject(folder, 'Search', coder)
  const opened = await openProject(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  const title = { title: 'Notice', language: 'en' }
  await addText(
    opened.value,
    'd1',
    paragraphs('One visit is enough.', 'No visit on Sunday.', 'A visit a day.'),
    title
  )
  await opened.value.close()
  said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(home, { recursive: true, force: true })
})

/** What a command says, and its exit code. */
async function run(...args: readonly string[]): Promise<string> {
  said = ''
  const code = await runCommand(args)
  return `${code}\n${said}`
}

it('lines are found, sorted, grouped and written as a window writes them', async () => {
  expect(await run('search', folder, 'visit')).toBe(
    '0\nd1\t4\tOne [visit] is enough.\nd1\t24\tNo [visit] on Sunday.\nd1\t43\tA [visit] a day.\n'
  )
  const sorted = JSON.parse((await run('search', folder, 'visit', '--sort', 'R1', '--json')).slice(2))
  expect(sorted.map(({ right }: { right: string }) => right)).toEqual([
    ' a day.',
    ' is enough.',
    ' on Sunday.'
  ])
  expect(await run('search', folder, 'visit', '--group', 'right:1')).toContain('# is (1)\nd1\t4\t')
  expect(await run('search', folder, 'visit', '--csv', '--sort=-L1')).toContain(
    '1,"One ",visit," is enough.",,Notice,d1,1,4,9'
  )
  expect(await run('search', folder, 'visit (', '--json')).toMatch(
    /^1\nvariorum: .*\n {2}visit \(\n {8}\^\n$/
  )
  expect(await run('search', folder, 'visit', '--sort', 'L9')).toMatch(/^2\n/)
})

it('collocates are listed by a measure', async () => {
  expect(
    await run(
      'collocates',
      folder,
      'visit',
      '--least',
      '1',
      '--left',
      '1',
      '--right',
      '1',
      '--by',
      'observed'
    )
  ).toContain('A\t2\t2.00')
  const { rows } = JSON.parse((await run('collocates', folder, 'visit', '--json', '--least', '1')).slice(2))
  expect(rows[0]).toMatchObject({ observed: 2, frequency: 2 })
})
