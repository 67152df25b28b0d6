import { test } from '@playwright/test'
import type { KnownPair } from '../../src/shared/alignment/align'
import { answerOf, mustCover, tallied } from './alignment/answers'
import { galeChurch } from './alignment/gale-church'
import { alone, block, count, noTally, strict } from './alignment/score'
import { type Known, type KnownSet, knownSets, lengthened } from './alignment/sets'
import { percentile } from './statistics'
import { mustHold } from './work-done'

/** How well and how fast versions are aligned, beside Gale and Church (1993) in the same process. */
const lines: string[] = []
test.afterAll(() => console.log(`\n${lines.join('\n')}\n`))

const sets = knownSets()
mustHold(sets.length > 0, 'sets of known alignments')

const figure = (value: number | null) => (value === null ? '   – ' : value.toFixed(3))

test('scores', () => {
  lines.push(
    'F1                          ours: strict block alone | Gale–Church: strict block | ours p50 p95 ms a text'
  )
  for (const set of sets) {
    const [own, baseline] = [noTally(), noTally()]
    const times: number[] = []
    for (const doc of set.docs) {
      const sizes = [doc.src.length, doc.tgt.length] as const
      const begun = performance.now()
      const links = answerOf(set, doc)
      times.push(performance.now() - begun)
      mustCover(links, doc)
      tallied(doc, links, own)
      count(doc.gold, galeChurch(doc.src, doc.tgt), sizes, baseline)
    }
    lines.push(
      `${set.name.padEnd(28)}      ${figure(strict(own))} ${figure(block(own))} ${figure(alone(own))} |              ${figure(strict(baseline))} ${figure(block(baseline))} | ${percentile(times, 0.5).toFixed(0)} ${percentile(times, 0.95).toFixed(0)}`
    )
  }
})

test('what other texts teach', () => {
  lines.push('', 'F1 strict block, 200 sure pairs of the set’s other texts known')
  for (const set of sets) {
    if (set.docs.length < 2) continue
    const tally = noTally()
    for (const doc of set.docs) {
      tallied(doc, answerOf(set, doc, lessons(set, doc)), tally)
    }
    lines.push(`${set.name.padEnd(28)} ${figure(strict(tally))} ${figure(block(tally))}`)
  }
})

/** Pairs of texts that have no version in common with one; the sample's works stand in several pairs. */
function lessons(set: KnownSet, doc: Known): KnownPair[] {
  const own = new Set([...doc.src.slice(0, 3), ...doc.tgt.slice(0, 3)])
  return set.docs
    .filter((other) => ![...other.src.slice(0, 3), ...other.tgt.slice(0, 3)].some((each) => own.has(each)))
    .flatMap(({ src, tgt, gold }) =>
      gold
        .filter(([a, b]) => a.length > 0 && b.length > 0)
        .map(([a, b]): KnownPair => [a.map((at) => src[at]).join(' '), b.map((at) => tgt[at]).join(' ')])
    )
    .slice(0, 200)
}

test('growth', () => {
  test.setTimeout(900_000)
  lines.push(
    '',
    'sentences a side: seconds, of the processor, strict F1, MB resident with the bench around it, most'
  )
  for (const [at, sizes] of [[0, [200, 1000, 5000, 20_000]] as const, [1, [1000, 5000, 20_000]] as const]) {
    const sample = sets[at]
    mustHold(sample !== undefined, 'the sample’s known alignment')
    for (const size of sizes) {
      const doc = lengthened(sample, size)
      const [begun, work] = [performance.now(), process.cpuUsage()]
      const links = answerOf(sample, doc)
      const seconds = (performance.now() - begun) / 1000
      const { user, system } = process.cpuUsage(work)
      mustCover(links, doc)
      const bar = at === 1 && size === 20_000 ? ' (bar: 20 s, 400 MB)' : ''
      lines.push(
        `${sample.name.padEnd(14)} ${String(size).padStart(6)}: ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s, ${figure(strict(tallied(doc, links)))}, ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB${bar}`
      )
    }
  }
})

test('a bulletin, warm', () => {
  for (const set of sets.slice(0, 2)) {
    const least = set.docs.map(() => Number.POSITIVE_INFINITY)
    for (let round = 0; round < 12; round++)
      for (const [at, doc] of set.docs.entries()) {
        const work = process.cpuUsage()
        mustCover(answerOf(set, doc), doc)
        const { user, system } = process.cpuUsage(work)
        least[at] = Math.min(least[at] ?? 0, (user + system) / 1000)
      }
    const bar = set.languages[0] === 'zh' ? ' (bar: 30 ms)' : ''
    lines.push(
      `${set.name}, milliseconds of the processor, best of 12: p50 ${percentile(least, 0.5).toFixed(0)}, p95 ${percentile(least, 0.95).toFixed(0)}${bar}`
    )
  }
})
