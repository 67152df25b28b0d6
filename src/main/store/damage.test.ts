import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PlainState, plainState } from '../../shared/model/state'
import { coder, makeTheme } from '../../shared/testing/sample-records'
import { checkBackup, makeBackup } from '../backup/backup'
import { commitImport } from '../import/commit-import'
import { acceptProposals } from '../import/decision'
import { parseFile } from '../import/parse-file'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import type { Session } from '../project/session'
import { annotateQuote } from '../services/annotate-by-quote'
import { repairProject } from '../services/repair'
import { verifyProject } from '../services/verify'
import { filesIn } from './testing/files-in'

let home: string
let folder: string
let whole: PlainState

/** A project with texts, annotations, themes, an alignment's worth of history, a closed segment and a backup. */
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-damage-'))
  folder = join(home, 'project')
  expect((await createProject(folder, 'Damage', coder)).ok).toBe(true)
  const session = await open(2000)
  const documents = []
  for (const [name, text] of [
    ['one.txt', 'The first notice\n\nEvery form is handed in once. Every form is kept.\n'],
    ['two.txt', 'The second notice\n\nForms are handed in once, at the gate.\n']
  ] as const) {
    await writeFile(join(home, name), text)
    const parsed = await parseFile(join(home, name))
    if (!parsed.ok) throw new Error(parsed.error.message)
    const { texts, ...file } = parsed.value
    const [first] = texts
    if (!first) throw new Error('there is no text')
    const decision = acceptProposals(join(home, name), { ...first, ...file })
    const imported = await commitImport(session, { texts: [decision] }, coder.id)
    if (imported.ok) documents.push(...imported.value.documents)
  }
  for (const document of documents)
    for (const theme of ['Once', 'Gate/Form', 'Kept']) {
      const quote = 'handed in once'
      await annotateQuote(
        session,
        { document: document.id, quote, themePath: theme, memo: '', nth: 1 },
        coder.id
      )
      await session.snapshots?.flush()
    }
  await session.snapshots?.flush()
  const closedSegments =
    (await readFile(join(folder, 'checkpoint.json'), 'utf8')).match(/\d{6}\.jsonl/g) ?? []
  expect(closedSegments.length).toBeGreaterThan(1)
  const made = await makeBackup(folder, { reason: 'asked', seq: session.seq, closedSegments })
  expect(made.ok).toBe(true)
  await session.do({ type: 'theme.add', theme: makeTheme('t9'), index: 0 }, coder.id)
  await session.close()
  whole = plainState(session.state)
})

afterEach(() => rm(home, { recursive: true, force: true }))

async function open(segmentBytes?: number): Promise<Session> {
  const opened = await openProject(folder, segmentBytes ? { segmentBytes } : {})
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

type Damage = (path: string, other: string) => Promise<void>

const damages: Readonly<Record<string, Damage>> = {
  'cut in half': async (path) => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length >> 1))
  },
  'with one bit flipped': async (path) => {
    const bytes = await readFile(path)
    const at = Math.floor(bytes.length * 0.6)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(path, bytes)
  },
  emptied: async (path) => writeFile(path, ''),
  deleted: async (path) => rm(path),
  'swapped with another': async (path, other) => {
    await rename(path, `${path}.x`)
    await rename(other, path)
    await rename(`${path}.x`, other)
  }
}

/** All annotations are there, with their quotes: what a reader would miss. */
function worth(state: PlainState) {
  return {
    themes: state.themes,
    annotations: state.annotations,
    documents: state.documents,
    works: state.works
  }
}

describe.each(Object.keys(damages))('a file that is %s', (how) => {
  it('is noticed, contained and reported, whichever it is; and repaired, where a copy is left', async () => {
    const names = (await filesIn(folder)).filter(
      (name) => !name.startsWith('backups/') && name !== '.gitattributes'
    )
    expect(names.length).toBeGreaterThan(15)
    const sound = join(home, 'sound')
    await cp(folder, sound, { recursive: true })
    for (const name of names) {
      await rm(folder, { recursive: true })
      await cp(sound, folder, { recursive: true })
      const other = names.find(
        (each) => each !== name && each.split('/')[0] === name.split('/')[0] && each.includes('/')
      )
      const partner = other ?? names.find((each) => each !== name) ?? ''
      const before = await stat(join(folder, name))
      if (before.size === 0) continue
      await damages[how]?.(join(folder, name), join(folder, partner))

      const report = await verifyProject(folder)
      expect(report.problems.length, `${name} ${how}: verify`).toBeGreaterThan(0)

      const session = await open()
      await session.loadAll()
      expect(worth(plainState(session.state)), `${name} ${how}: open`).toEqual(worth(whole))
      expect((await session.do({ type: 'theme.add', theme: makeTheme('tx'), index: 0 }, coder.id)).ok).toBe(
        true
      )
      expect((await session.undo(coder.id)).ok).toBe(true)
      await session.close()

      const repaired = await repairProject(folder)
      if (!repaired.ok) throw new Error(`${name} ${how}: ${repaired.error.message}`)
      // A line of the journal that no backup has yet is gone, and said to be; what it did is not.
      const left = repaired.value.problems.filter(
        (each) => !(name.startsWith('journal/') && each.key === 'journalGap')
      )
      expect(
        left.map((each) => each.message),
        `${name} ${how}: repair`
      ).toEqual([])
      const again = await open()
      expect(again.notices).toEqual([])
      await again.loadAll()
      expect(worth(plainState(again.state))).toEqual(worth(whole))
      await again.close()
    }
  }, 120_000)
})

describe('a backup', () => {
  it('that is damaged is named, wherever in it a bit has flipped', async () => {
    const [name = ''] = (await filesIn(folder)).filter((each) => each.endsWith('.zip'))
    const sound = await readFile(join(folder, name))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sound.length * 8 - 1 }), async (bit) => {
        const bytes = Buffer.from(sound)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await writeFile(join(folder, name), bytes)
        await expect(checkBackup(folder, basename(name))).rejects.toThrow()
      }),
      { numRuns: 300, examples: [[(sound.length - 1) * 8], [(sound.length - 65) * 8], [80]] }
    )
    const { problems } = await verifyProject(folder)
    expect(problems.map((each) => each.key)).toEqual(['backupDamaged'])
  })
})
