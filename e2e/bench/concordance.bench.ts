import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { Concordances } from '../../src/main/concordance/concordances'
import { counted } from '../../src/main/concordance/corpus-part'
import { TextThread } from '../../src/main/concordance/text-thread'
import { openProject } from '../../src/main/project/open'
import { AlignmentCache } from '../../src/main/services/alignment-cache'
import { Comparison } from '../../src/main/services/compare'
import { Aligner } from '../../src/main/workers/aligner'
import { WorkPool } from '../../src/main/workers/work-pool'
import { defaultSettings } from '../../src/shared/concordance/default-settings'
import type { Slot, Trail } from '../../src/shared/concordance/trail'
import { cli } from '../fixtures'
import { makeCorpusProject } from './corpus-project'
import { row } from './statistics'
import { mustDo, mustHold } from './work-done'

/**
 * A concordance over 1 and 10 million characters; over 100 million too with VARIORUM_BENCH_LARGE=1. ripgrep on the same texts
 * is the floor, where it is there.
 */
const run = promisify(execFile)
const sizes =
  process.env.VARIORUM_BENCH_LARGE === '1' ? [1_000_000, 10_000_000, 100_000_000] : [1_000_000, 10_000_000]
const rounds = 5
/** Some 70,000 lines at 100 million characters. */
const sortedQuery = '(government|governments|service|services)'
const lines: string[] = []

test.afterAll(() => console.log(`\n${lines.join('\n')}\n`))

async function timed(work: () => Promise<unknown>, times = rounds): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < times; round++) {
    const begun = performance.now()
    await work()
    samples.push(performance.now() - begun)
  }
  return samples
}

/** How long ripgrep needs for all places of an expression, counted; null where there is no ripgrep. */
async function ripgrep(source: string, folder: string): Promise<number[] | null> {
  try {
    return await timed(() =>
      run('rg', ['-o', '-i', '-N', '--no-filename', '--count-matches', source, folder])
    )
  } catch {
    return null
  }
}

/** What the processor did of it since: where others use it too, that says more than the clock. */
function processorTime(begun: NodeJS.CpuUsage, times = 1): string {
  const { user, system } = process.cpuUsage(begun)
  return `  of this the processor's time: ${((user + system) / 1e6 / times).toFixed(2)} s each`
}

for (const size of sizes)
  test(`a concordance of ${size / 1e6} million characters`, async () => {
    test.setTimeout(size > 10_000_000 ? 1_800_000 : 300_000)
    const home = await mkdtemp(join(tmpdir(), 'variorum-concordance-'))
    const folder = join(home, 'project')
    const plain = join(home, 'plain')
    const characters = await makeCorpusProject(folder, plain, size)
    const session = mustDo(await openProject(folder, { readOnly: true }), 'opening')
    const built = dirname(cli)
    const pool = new WorkPool(join(built, 'work-thread.js'))
    const aligner = new Aligner(pool)
    const comparison = new Comparison(aligner, new AlignmentCache(null))
    const cache = join(home, 'cache')
    const threadHere = () => new TextThread(join(built, 'concordance-thread.js'), undefined, cache)
    const thread = threadHere()
    const copies = async () => ({ places: new Map(), rank: new Map(), work: new Map() })
    const parts = { session, thread, comparison, aligner, formulae: async () => new Map(), copies }
    const concordances = new Concordances<object>()
    const { signal } = new AbortController()
    const open = (query: string, trail: Trail = []) => {
      const opened = concordances.open(
        parts,
        parts,
        { query, settings: defaultSettings, trail, first: 50 },
        () => {}
      )
      if (opened.problem) throw new Error(opened.problem.code)
      return opened.concordance
    }
    const whole = async (query: string) => {
      const concordance = open(query)
      await concordance.ready(Number.POSITIVE_INFINITY, signal)
      return concordance
    }
    const first = async (query: string) => {
      const concordance = open(query)
      await concordance.ready(50, signal)
      mustHold((await concordance.page(0, 50, 160)).lines.length === 50, 'a first page')
      // As a window does when one types on.
      concordances.close(parts, concordance.view().id)
    }
    lines.push(
      `\n${(characters / 1e6).toFixed(1)} million characters in ${session.state.documents.size} texts`
    )
    lines.push(row('cold: texts read and folded, all hits', await timed(() => whole('government'), 1)))
    lines.push(row('first page of a common word', await timed(() => first('the')), undefined, '50 ms'))
    const grep = await ripgrep('\\bgovernment\\b', plain)
    const word = await whole('government')
    const { hits } = word.view()
    mustHold(hits > 0, 'hits of a word')
    lines.push(
      row(
        `all hits of a word (${hits})`,
        await timed(() => whole('government')),
        grep ?? undefined,
        '300 ms at 100 M'
      )
    )
    const common = await whole('the')
    lines.push(row(`all hits of “the” (${common.view().hits})`, await timed(() => whole('the'))))
    const source = '\\bc\\w+tion\\b'
    const floor = await ripgrep(source, plain)
    const expression = await timed(() => whole(`/${source}/`))
    lines.push(row('all places of an expression', expression, floor ?? undefined, '1.5 × ripgrep -o'))
    const keys = (['L1', 'L2', 'L3'] as const).map((slot: Slot) => ({
      by: 'slot' as const,
      slot,
      descending: false
    }))
    const trail: Trail = [{ do: 'order', keys, name: '', memo: '' }]
    const quiet = { signal, progress() {} }
    let sortedLines = 0
    // A concordance of its own each time: the words beside its lines are cut then.
    const firstSorts: number[] = []
    const beginSorts = process.cpuUsage()
    for (let round = 0; round < rounds; round++) {
      const own = await whole(sortedQuery)
      const begunSort = performance.now()
      const view = await own.arrange(trail, quiet)
      firstSorts.push(performance.now() - begunSort)
      mustHold(view.lines === view.hits && view.left.length === 1, 'all lines in order')
      sortedLines = view.lines
      concordances.close(parts, own.view().id)
    }
    lines.push(
      row(`sort ${sortedLines} lines by three words left, first`, firstSorts, undefined, '300 ms for 70,000'),
      processorTime(beginSorts, rounds)
    )
    await word.arrange(trail, quiet)
    lines.push(row('the same again', await timed(() => word.arrange(trail, quiet))))
    const page = { from: 0, count: 100 }
    const list = {
      ...{ folder, documents: [...session.state.documents.values()].map(counted), ...page },
      ...{ settings: { ...defaultSettings, ownWords: [] }, by: 'count' as const, prefix: '' }
    }
    let begun = process.cpuUsage()
    lines.push(row('word list, counted', await timed(() => thread.ask('wordList', list), 1)))
    lines.push(processorTime(begun))
    const again = await timed(() => thread.ask('wordList', list))
    lines.push(row('word list, again', again, undefined, '100 ms'))
    const further = await timed(() => thread.ask('wordList', { ...list, from: 1000, count: 200 }))
    lines.push(row('word list, a page further on', further))
    // What was counted is put away once nobody asks for anything.
    const kept = async () =>
      (await readdir(cache).catch(() => [])).filter((name) => name.endsWith('.words')).length
    await expect.poll(kept, { timeout: 120_000 }).toBe(session.state.documents.size)
    const next = threadHere()
    begun = process.cpuUsage()
    const once = await timed(() => next.ask('wordList', list), 1)
    next.end()
    lines.push(row('word list, another day', once, undefined, '5 s at 100 M'), processorTime(begun))
    const beside = { left: 5, right: 5, by: 'logDice' as const, ...page }
    // Another window each time: the same one is kept for its further pages.
    let least = 0
    begun = process.cpuUsage()
    const collocates = await timed(() => word.collocates({ ...beside, least: ++least }))
    lines.push(row('collocates of the word', collocates, undefined, '1 s at 100 M'))
    lines.push(processorTime(begun, rounds))
    const slow = open('/(\\w+\\s?)+\\d{9}/')
    await slow.ready(Number.POSITIVE_INFINITY, signal)
    mustHold(slow.view().stopped === 'tooSlow', `an expression without end: ${slow.view().stopped}`)
    lines.push(row('the next query after an expression without end', await timed(() => first('the'), 1)))
    lines.push(`memory of the process: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
    concordances.closeAll()
    thread.end()
    await pool.close()
    await session.close()
    await rm(home, { recursive: true, force: true })
  })
