import { test } from '@playwright/test'
import { describe } from '../../src/shared/anchoring/describe'
import { Occurrences } from '../../src/shared/anchoring/occurrences'
import { reanchor } from '../../src/shared/anchoring/reanchor'
import { gentle, Luck, traced } from '../../src/shared/anchoring/testing/mutate'
import {
  isNear,
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
import { diagram, type Said } from './alignment/calibration'
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
  const met = (isMet: boolean) => (isMet ? 'met' : 'missed')
  const bars: Partial<Record<string, (t: Tally) => string>> = {
    'still there': (t) =>
      `right ≥ 99.5 % ${met(t.right >= 0.995 * t.there)}, wrong ≤ .05 % ${met(t.wrong <= 0.0005 * t.there)}`,
    'a fifth reworded': (t) =>
      `right or asked at the right place ≥ 97 % ${met(t.right + t.confirmRight >= 0.97 * t.there)}, wrong ≤ .3 % ${met(t.wrong <= 0.003 * t.there)}`,
    // What may be asked about is limited where the old text is known, as in the app.
    gone: (t) =>
      `placed ≤ .5 % ${met(t.gonePlaced <= 0.005 * t.gone)}${title.includes('old text') ? `, asked ≤ 25 % ${met(t.goneConfirm <= 0.25 * t.gone)}` : ''}`
  }
  mustHold(groups['still there'].there > 0 && groups.gone.gone > 0, `${title}: passages to find`)
  lines.push(title)
  for (const [name, t] of Object.entries(groups)) {
    const bar = bars[name]?.(t)
    if (t.there > 0)
      lines.push(
        `  ${name.padEnd(18)} ${String(t.there).padStart(6)}  right ${share(t.right, t.there)}  wrong ${share(t.wrong, t.there)}  to confirm ${share(t.confirmRight + t.confirmWrong, t.there)}  orphan ${share(t.orphaned, t.there)}`
      )
    if (t.gone > 0)
      lines.push(
        `  ${name.padEnd(18)} ${String(t.gone).padStart(6)}  silently placed ${share(t.gonePlaced, t.gone)}  to confirm ${share(t.goneConfirm, t.gone)}  orphan ${share(t.goneOrphan, t.gone)}`
      )
    if (bar) lines.push(`  ${''.padEnd(18)} bars: ${bar}`)
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

test('confidence said and right', () => {
  test.setTimeout(600_000)
  for (const language of ['en', 'zh'] as const) {
    const said: Said[] = []
    for (const trial of trials(language, 100_000, 100, seed))
      for (const [index, found] of reanchor(trial.old, trial.text, trial.sought).entries()) {
        const truth = trial.truth[index] ?? null
        if (found.status !== 'orphan')
          said.push({
            confidence: found.confidence,
            isRight: truth !== null && isNear(found, truth, trial.slack)
          })
      }
    mustHold(said.length > 1000, `places found: ${said.length}`)
    lines.push(...diagram(`places found or asked about, with the old text, ${language}, seed ${seed}`, said))
  }
})

test('growth', () => {
  test.setTimeout(600_000)
  lines.push('', '100 passages, a word in six misspelt: milliseconds of the processor')
  const change = gentle['typos, one word in 6']
  if (!change) throw new Error('no such change')
  for (const language of ['en', 'zh'] as const)
    for (const characters of [10_000, 100_000, 1_000_000]) {
      const luck = new Luck(seed)
      const old = longText(language, characters, luck)
      const sought = described(old, passages(old, 100, luck))
      const { text } = change(traced(old), luck)
      const begun = process.cpuUsage()
      mustHold(reanchor(old, text, sought).length === sought.length, 'an answer for each passage')
      const { user, system } = process.cpuUsage(begun)
      lines.push(
        `  ${language} ${characters.toLocaleString('en').padStart(9)} characters: ${((user + system) / 1000).toFixed(0)}`
      )
    }
})

function described(text: string, spans: readonly { start: number; end: number }[]) {
  const occurrences = new Occurrences(text)
  const revision = 'f'.repeat(64) as ContentHash
  return spans.flatMap(
    ({ start, end }) => describe(text, { start: utf16(start), end: utf16(end) }, revision, occurrences) ?? []
  )
}

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
    const sought = described(old, spans)
    const change = gentle['typos, one word in 6']
    if (!change) throw new Error('no such change')
    const { text } = change(traced(old), luck)
    const start = performance.now()
    const begun = process.cpuUsage()
    const anchored = reanchor(old, text, sought)
    const { user, system } = process.cpuUsage(begun)
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
      `re-anchor ${sought.length} changed passages in 1 MB (${language}): ${took.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of the processor (bar: 1,000 ms); approx-string-match, from 40: ${theirs.toFixed(0)} ms, ratio ${(took / theirs).toFixed(2)}`
    )
  }
})
