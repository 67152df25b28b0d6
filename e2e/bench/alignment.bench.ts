import { test } from '@playwright/test'
import { lexiconText } from '../../scripts/lib/chinese-lexicon.mjs'
import { align, type KnownPair } from '../../src/shared/alignment/align'
import { ChineseLexicon } from '../../src/shared/alignment/lexicon'
import { galeChurch } from './alignment/gale-church'
import { alone, block, count, noTally, type Pair, strict } from './alignment/score'
import { type Known, type KnownSet, knownSets, lengthened } from './alignment/sets'
import { percentile } from './statistics'
import { mustHold } from './work-done'

/** How well and how fast versions are aligned, beside Gale and Church (1993) in the same process. */
const lines: string[] = []
test.afterAll(() => console.log(`\n${lines.join('\n')}\n`))

const lexicon = new ChineseLexicon(lexiconText())
const sets = knownSets()
mustHold(sets.length > 0, 'sets of known alignments')

function ours({ languages }: KnownSet, doc: Known, known: readonly KnownPair[] = []) {
  return align(
    doc.src,
    doc.tgt,
    {
      languageA: languages[0],
      languageB: languages[1],
      placesA: doc.placesSrc,
      placesB: doc.placesTgt,
      known
    },
    lexicon
  )
}

/** Every sentence of both sides stands in exactly one link. */
function mustCover(links: ReturnType<typeof ours>, doc: Known): void {
  const [a, b] = [links.flatMap((link) => link.a), links.flatMap((link) => link.b)]
  mustHold(new Set(a).size === doc.src.length && a.length === doc.src.length, 'all sentences of the one side')
  mustHold(
    new Set(b).size === doc.tgt.length && b.length === doc.tgt.length,
    'all sentences of the other side'
  )
}

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
      const links = ours(set, doc)
      times.push(performance.now() - begun)
      mustCover(links, doc)
      count(
        doc.gold,
        links.map(({ a, b }): Pair => [a, b]),
        sizes,
        own
      )
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
      const links = ours(set, doc, lessons(set, doc))
      const pairs = links.map(({ a, b }): Pair => [a, b])
      count(doc.gold, pairs, [doc.src.length, doc.tgt.length], tally)
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

test('what a confidence means', () => {
  const bins = Array.from({ length: 10 }, () => ({ given: 0, right: 0, said: 0 }))
  for (const set of sets)
    for (const doc of set.docs) {
      const names = new Set(doc.gold.map(([a, b]) => `${a.join()}|${b.join()}`))
      for (const { a, b, confidence } of ours(set, doc)) {
        if (a.length === 0 || b.length === 0) continue
        const bin = bins[Math.min(9, Math.floor(confidence * 10))]
        if (!bin) continue
        bin.given++
        bin.said += confidence
        if (names.has(`${a.join()}|${b.join()}`)) bin.right++
      }
    }
  lines.push('', 'confidence: links, said, right')
  bins.forEach(({ given, right, said }, at) => {
    if (given > 0)
      lines.push(
        `${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)}  ${String(given).padStart(5)}  ${(said / given).toFixed(2)}  ${(right / given).toFixed(3)}`
      )
  })
})

test('growth', () => {
  const sample = sets[0]
  mustHold(sample !== undefined, 'the sample’s known alignment')
  lines.push('', 'sentences a side: seconds, strict F1, resident MB')
  for (const size of [200, 1000, 5000, 20_000]) {
    const doc = lengthened(sample, size)
    const begun = performance.now()
    const links = ours(sample, doc)
    const seconds = (performance.now() - begun) / 1000
    mustCover(links, doc)
    const tally = noTally()
    count(
      doc.gold,
      links.map(({ a, b }): Pair => [a, b]),
      [doc.src.length, doc.tgt.length],
      tally
    )
    lines.push(
      `${String(size).padStart(6)}: ${seconds.toFixed(2)} s, ${figure(strict(tally))}, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`
    )
  }
})
