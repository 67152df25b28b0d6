import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coder } from '../../shared/testing/sample-records'
import { type Holding, holdingOf, makeSampleProject, openSample } from '../project/testing/sample-project'
import { repairProject } from '../services/repair'
import { verifyProject } from '../services/verify'
import { sha256 } from './hash'
import { PassingFiles } from './testing/passing-files'
import { seededRandom } from './testing/seeded-random'

let home: string
let folder: string
const projects: Record<string, { from: string; holding: Holding }> = {}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-line-ends-'))
  folder = join(home, 'project')
  for (const [name, left] of [
    ['closed', 0],
    ['killed', 4]
  ] as const) {
    const from = join(home, name)
    projects[name] = { from, holding: await makeSampleProject(from, { left }) }
  }
}, 60_000)

afterAll(() => rm(home, { recursive: true, force: true }))

function textsIn(project: string): string[] {
  return readdirSync(project, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:jsonl?|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const toLf = (text: string) => text.replaceAll('\r\n', '\n')
const toCrlf = (text: string) => toLf(text).replaceAll('\n', '\r\n')

/** What another program may do to the line ends of a file; `number` is that of the file. */
const changes: Readonly<Record<string, (text: string, number: number) => string>> = {
  'all CRLF': toCrlf,
  'CRLF and back to LF': (text) => toLf(toCrlf(text)),
  'CRLF in every second file': (text, number) => (number % 2 === 0 ? toCrlf(text) : text),
  'CRLF in some lines': (text, number) => {
    const random = seededRandom(number)
    // A text or an imported file with both can no longer be told: those are changed whole.
    return text.startsWith('{"sum"') || text.startsWith('{"format":5')
      ? toLf(text).replaceAll('\n', () => (random.chance(0.5) ? '\r\n' : '\n'))
      : toCrlf(text)
  },
  'a byte order mark': (text) => `\xef\xbb\xbf${text}`,
  'CRLF and a byte order mark': (text) => `\xef\xbb\xbf${toCrlf(text)}`
}

/** The project holds what it held, nothing is set aside, and it can be worked on. */
async function expectUntouched(holding: Holding): Promise<void> {
  const read = await openSample(folder, { readOnly: true })
  expect(await holdingOf(read)).toEqual(holding)
  expect((await verifyProject(folder)).problems.map((each) => each.message)).toEqual([])
  const session = await openSample(folder)
  expect(session.notices.map((each) => each.message)).toEqual([])
  expect(await holdingOf(session)).toEqual(holding)
  for (const { original, revisions } of session.state.documents.values()) {
    expect(sha256(await session.contents.readOriginal(original))).toBe(original.sha256)
    for (const { text } of revisions) expect((await session.contents.readText(text)).ok).toBe(true)
  }
  expect((await session.do({ type: 'project.rename', name: 'Later' }, coder.id)).ok).toBe(true)
  await session.close()
  const again = await openSample(folder)
  expect(again.notices.map((each) => each.message)).toEqual([])
  expect(again.state.info.name).toBe('Later')
  expect((await again.undo(coder.id)).ok).toBe(true)
  const { state, done } = await holdingOf(again)
  expect(state).toEqual(holding.state)
  expect(done).toEqual(holding.done)
  await again.close()
  const repaired = await repairProject(folder, { files: new PassingFiles() })
  expect(repaired.ok && [...repaired.value.repaired, ...repaired.value.problems]).toEqual([])
  expect(existsSync(join(folder, 'damaged'))).toBe(false)
}

describe.each(['closed', 'killed'])(
  'a project that was %s and whose line ends another program changed',
  (name) => {
    it.each(Object.keys(changes))('is the same: %s', async (how) => {
      const project = projects[name]
      if (!project) throw new Error(`there is no ${name} project`)
      rmSync(folder, { recursive: true, force: true })
      cpSync(project.from, folder, { recursive: true })
      for (const [number, path] of textsIn(folder).sort().entries()) {
        // One character a byte, so that nothing but line ends changes.
        const text = changes[how]?.(readFileSync(path, 'latin1'), number)
        writeFileSync(path, text ?? '', 'latin1')
      }
      await expectUntouched(project.holding)
    })
  }
)

function gitIsThere(): boolean {
  try {
    execFileSync('git', ['--version'])
    return true
  } catch {
    return false
  }
}

const git = gitIsThere()
if (!git) console.log('Not tried: a project in git, since there is no git on this machine.')

describe.skipIf(!git)('a project that went through git as it is set up on Windows', () => {
  it.each(['as Variorum makes it', 'without its .gitattributes'])('is the same, %s', async (how) => {
    const { from, holding } = projects.closed ?? {}
    if (!from || !holding) throw new Error('there is no project')
    const kept = join(home, 'kept')
    for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true })
    cpSync(from, kept, { recursive: true })
    if (how !== 'as Variorum makes it') rmSync(join(kept, '.gitattributes'))
    const run = (...args: readonly string[]) => {
      const own = ['core.autocrlf=true', 'core.safecrlf=false', 'user.name=X', 'user.email=x@example.org']
      const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
      execFileSync('git', [...own.flatMap((each) => ['-c', each]), ...args], {
        cwd: kept,
        env,
        stdio: 'pipe'
      })
    }
    run('init', '-q')
    run('add', '-A')
    run('commit', '-q', '-m', 'A project')
    run('clone', '-q', kept, folder)
    const crlf = textsIn(folder).filter((path) => readFileSync(path).includes('\r\n'))
    if (how === 'as Variorum makes it') expect(crlf).toHaveLength(2)
    else expect(crlf.length).toBeGreaterThan(20)
    await expectUntouched(holding)
  })
})
