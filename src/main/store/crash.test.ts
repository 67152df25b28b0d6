import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainState } from '../../shared/model/state'
import { apply } from '../../shared/operations/apply'
import { coder } from '../../shared/testing/sample-records'
import { createProject } from '../project/create'
import { openProject } from '../project/open'
import { parseJournalLine } from './journal-record'
import { blankState } from './rebuild'

/** How often the child is killed: a few times in `npm test`, 500 times in `npm run test:crash`. */
const kills = Number(process.env.VARIORUM_CRASHES ?? 14)
const killsAProject = 20

let home: string
let child: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'variorum-crash-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'src/main/store/testing/crash-child.ts', outDir: join(home, 'child'), minify: false },
    ssr: { noExternal: true }
  })
  const [file] = await readdir(join(home, 'child'))
  child = join(home, 'child', file ?? '')
}, 60_000)

afterAll(() => rm(home, { recursive: true, force: true }))

/** Runs the child for a while, kills it, and returns the numbers that it saw acknowledged. */
function runAndKill(folder: string, seed: number, afterMilliseconds: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [child, folder, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    let timer: NodeJS.Timeout | null = null
    run.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      timer ??= setTimeout(() => run.kill('SIGKILL'), afterMilliseconds)
    })
    run.stderr.on('data', (data: Buffer) => {
      errors += data.toString()
    })
    run.on('close', () => {
      if (timer) clearTimeout(timer)
      if (errors !== '') reject(new Error(errors))
      // A line that the kill cut short counts only if it is whole.
      else
        resolve(
          output
            .split('\n')
            .slice(0, -1)
            .map(Number)
            .filter((seq) => seq > 0)
        )
    })
  })
}

/** The state that the journal alone amounts to, from its very first line. */
async function stateOfJournal(folder: string) {
  let state = blankState()
  const seqs: number[] = []
  for (const name of (await readdir(join(folder, 'journal'))).sort())
    for (const line of (await readFile(join(folder, 'journal', name), 'utf8')).split('\n')) {
      if (line === '') continue
      const record = parseJournalLine(line)
      if (!record) throw new Error(`unsound: ${name} ${line.slice(0, 80)}`)
      const applied = apply(state, record.operation)
      if (!applied.ok) throw new Error(applied.error.message)
      state = applied.value.state
      seqs.push(record.seq)
    }
  return { state, seqs }
}

describe('a process that is killed', () => {
  it(`has lost no acknowledged change, ${kills} times over`, async () => {
    let folder = ''
    let acknowledged = 0
    let segments = 0
    for (let kill = 0; kill < kills; kill++) {
      if (kill % killsAProject === 0) {
        folder = join(home, `project-${kill}`)
        expect((await createProject(folder, 'Crash', coder)).ok).toBe(true)
      }
      const acks = await runAndKill(folder, kill + 1, Math.floor(Math.random() ** 2 * 250))
      acknowledged += acks.length
      const opened = await openProject(folder, { segmentBytes: 3000 })
      if (!opened.ok) throw new Error(opened.error.message)
      const session = opened.value
      expect(session.notices.filter((each) => each.key !== 'tornLineCut')).toEqual([])
      for (const seq of acks.slice(-40)) expect((await session.look(seq))?.seq).toBe(seq)
      expect(session.seq).toBeGreaterThanOrEqual(Math.max(0, ...acks))
      const { state, seqs } = await stateOfJournal(folder)
      expect(seqs).toEqual(seqs.map((_, index) => index + 1))
      expect(plainState(session.state)).toEqual(plainState(state))
      await session.close()
      segments = (await readdir(join(folder, 'journal'))).length
    }
    expect(acknowledged).toBeGreaterThan(kills)
    expect(segments).toBeGreaterThan(1)
    console.log(`${kills} kills, ${acknowledged} acknowledged changes, none lost`)
  }, 1_800_000)
})
