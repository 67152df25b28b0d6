import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { coder } from '../../shared/testing/sample-records'
import { type Holding, holdingOf, makeSampleProject, openSample } from '../project/testing/sample-project'
import { backUp } from '../services/backups'
import { repairProject } from '../services/repair'
import { PassingFiles } from './testing/passing-files'

let home: string
let folder: string
let sound: string
let holding: Holding
let files: string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-stray-'))
  folder = join(home, 'project')
  sound = join(home, 'sound')
  holding = await makeSampleProject(sound)
  files = ['codebook.json', 'library/0.json', 'journal/000001.jsonl']
  for (const sub of ['annotations', 'alignments', 'texts'])
    files.push(...readdirSync(join(sound, sub)).map((name) => `${sub}/${name}`))
}, 60_000)

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(sound, folder, { recursive: true })
})

afterAll(() => rm(home, { recursive: true, force: true }))

/** What other programs call a copy that they make of a file. */
const copies: Readonly<Record<string, (stem: string, ending: string) => string>> = {
  Dropbox: (stem, ending) => `${stem} (Anna's conflicted copy 2026-11-28)${ending}`,
  OneDrive: (stem, ending) => `${stem}-DESKTOP-1A2B3C${ending}`,
  Syncthing: (stem, ending) => `${stem}.sync-conflict-20261128-101112-ABCDEF7${ending}`,
  'the Finder': (stem, ending) => `._${stem}${ending}`,
  'a browser': (stem, ending) => `${stem} (1)${ending}`,
  Windows: (stem, ending) => `${stem} - Copy${ending}`
}

function copyOf(name: string, program: string): string {
  const [, before = '', stem = '', ending = ''] = /^(.*\/)?([^/]+?)(\.[a-z]+)$/.exec(name) ?? []
  return `${before}${copies[program]?.(stem, ending)}`
}

/** The project opens with all that it holds; what is stray is still there, byte for byte, also after work and repair. */
async function expectLeftAlone(stray: ReadonlyMap<string, string>, told: readonly string[]): Promise<void> {
  const session = await openSample(folder)
  const others = session.notices.filter((each) => !['strayFiles', 'checkpointMissing'].includes(each.key))
  expect(others.map((each) => each.message)).toEqual([])
  expect(await holdingOf(session)).toEqual(holding)
  const saying = session.notices.find((each) => each.key === 'strayFiles')
  if (told.length === 0) expect(saying).toBeUndefined()
  else expect(saying?.params.count).toBe(told.length)
  expect((await session.do({ type: 'project.rename', name: 'Later' }, coder.id)).ok).toBe(true)
  expect((await backUp(session, 'asked')).ok).toBe(true)
  expect((await session.undo(coder.id)).ok).toBe(true)
  await session.close()
  const repaired = await repairProject(folder, { files: new PassingFiles() })
  const left = repaired.ok
    ? repaired.value.problems.filter((each) => each.key !== 'strayFiles')
    : [repaired.error]
  expect(left).toEqual([])
  for (const [name, content] of stray) expect(readFileSync(join(folder, name), 'latin1'), name).toBe(content)
}

describe.each([true, false])(
  'files of other programs in a project (with its checkpoint: %s)',
  (withCheckpoint) => {
    beforeEach(() => {
      if (!withCheckpoint) rmSync(join(folder, 'checkpoint.json'))
    })

    it.each(Object.keys(copies))('are told and left alone: copies by %s', async (program) => {
      const stray = new Map<string, string>()
      for (const name of files) {
        const content = readFileSync(join(folder, name), 'latin1')
        stray.set(copyOf(name, program), content)
        writeFileSync(join(folder, copyOf(name, program)), content, 'latin1')
      }
      await expectLeftAlone(
        stray,
        [...stray.keys()].filter((name) => !name.startsWith('texts/'))
      )
    })

    it('are left alone without a word, where a system has put them into each folder', async () => {
      const stray = new Map<string, string>()
      for (const sub of [
        '',
        'library/',
        'annotations/',
        'alignments/',
        'texts/',
        'originals/',
        'journal/',
        'backups/'
      ])
        for (const name of ['Thumbs.db', '.DS_Store', 'desktop.ini']) {
          stray.set(`${sub}${name}`, 'of the system')
          writeFileSync(join(folder, sub, name), 'of the system')
        }
      await expectLeftAlone(stray, [])
    })
  }
)
