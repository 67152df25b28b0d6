import { test } from '@playwright/test'
import { describe } from '../../src/shared/anchoring/describe'
import { reanchor } from '../../src/shared/anchoring/reanchor'
import { gentle, Luck, traced } from '../../src/shared/anchoring/testing/mutate'
import {
  type Matcher,
  noTally,
  passages,
  score,
  type Tally,
  type Trial,
  trials
} from '../../src/shared/anchoring/testing/score'
import { longText } from '../../src/shared/anchoring/testing/texts'
import type { ContentHash } from '../../src/shared/model/ids'
import { utf16 } from '../../src/shared/model/span'
import { nearestQuote } from './nearest-quote'
import { mustHold } from './work-done'

/** Finding passages again: how often right, and how quick, beside the best-known matcher. */
const lines: string[] = []
/** A new one each time: the rules are never tuned on it. */
const seed = Number(process.env.VARIORUM_SEED ?? Date.now() % 1_000_000)

test.afterAll(() => console.log(`\n${lines.join('\n')}\n`))

const share = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(2)} %`)

const inApp: Matcher = (text, sought, old) => reanchor(old, text, sought)

function table(title: string, all: readonly [Trial, Map<string, Tally>][]): void {
  const groups = {
    'still there': noTally(),
    'a fifth reworded': noTally(),
    'half reworded': noTally(),
    gone: noTally()
  }
  for (const [, tallies] of all)
    for (const [name, tally] of tallies) {
      const group = name.includes('deleted')
        ? groups.gone
        : name.includes('20 %')
          ? groups['a fifth reworded']
          : name.includes('45 %')
            ? groups['half reworded']
            : groups['still there']
      for (const key of Object.keys(group) as (keyof Tally)[]) group[key] += tally[key]
    }
  mustHold(groups['still there'].there > 0 && groups.gone.gone > 0, `${title}: passages to find`)
  lines.push(title)
  for (const [name, t] of Object.entries(groups)) {
    if (t.there > 0)
      lines.push(
        `  ${name.padEnd(18)} ${String(t.there).padStart(6)}  right ${share(t.right, t.there)}  wrong ${share(t.wrong, t.there)}  to confirm ${share(t.confirmRight + t.confirmWrong, t.there)}  orphan ${share(t.orphaned, t.there)}`
      )
    if (t.gone > 0)
      lines.push(
        `  ${name.padEnd(18)} ${String(t.gone).padStart(6)}  silently placed ${share(t.gonePlaced, t.gone)}  to confirm ${share(t.goneConfirm, t.gone)}  orphan ${share(t.goneOrphan, t.gone)}`
      )
  }
}

test('scores at 10 kB, 100 kB and 1 MB', () => {
  test.setTimeout(600_000)
  for (const [characters, count] of [
    [10_000, 60],
    [100_000, 300],
    [1_000_000, 300]
  ] as const) {
    for (const language of ['en', 'zh'] as const) {
      const alone: [Trial, Map<string, Tally>][] = []
      const beside: [Trial, Map<string, Tally>][] = []
      for (const trial of trials(language, characters, count, seed)) {
        alone.push([trial, score([trial])])
        beside.push([trial, score([trial], inApp)])
      }
      const title = `${language}, ${characters.toLocaleString('en')} characters, seed ${seed}`
      table(`anchoring by the selector alone, ${title}`, alone)
      table(`anchoring with the old text, ${title}`, beside)
    }
  }
})

test('beside the approximate matcher as Hypothesis uses it', () => {
  test.setTimeout(600_000)
  const all: [Trial, Map<string, Tally>][] = []
  for (const trial of trials('en', 100_000, 60, seed))
    if (/one word in 6|20 %|deleted/.test(trial.name)) all.push([trial, score([trial], nearestQuote)])
  table(`approx-string-match (position, quote; 50/20/20/2), 100,000 characters, seed ${seed}`, all)
})

test('1,000 changed passages in 1 MB', () => {
  test.setTimeout(300_000)
  const luck = new Luck(seed)
  for (const language of ['en', 'zh'] as const) {
    const old = longText(language, 1_000_000, luck)
    const spans = passages(old, 1000, luck)
    const sought = spans.flatMap(
      ({ start, end }) =>
        describe(old, { start: utf16(start), end: utf16(end) }, 'f'.repeat(64) as ContentHash) ?? []
    )
    const change = gentle['typos, one word in 6']
    if (!change) throw new Error('no such change')
    const { text } = change(traced(old), luck)
    const start = performance.now()
    const anchored = reanchor(old, text, sought)
    const took = performance.now() - start
    mustHold(sought.length > 900, `1,000 passages to find: ${sought.length}`)
    const found = anchored.filter(({ status }) => status === 'exact' || status === 'fuzzy').length
    mustHold(found > sought.length / 2, `passages found again: ${found} of ${sought.length}`)
    const few = sought.slice(0, 40)
    const peer = performance.now()
    const nearest = nearestQuote(text, few, old)
    mustHold(
      nearest.some(({ status }) => status !== 'orphan'),
      'the peer found something'
    )
    const theirs = ((performance.now() - peer) / few.length) * sought.length
    lines.push(
      `re-anchor ${sought.length} changed passages in 1 MB (${language}): ${took.toFixed(0)} ms (bar: 1,000 ms); approx-string-match, from 40: ${theirs.toFixed(0)} ms, ratio ${(took / theirs).toFixed(2)}`
    )
  }
})
