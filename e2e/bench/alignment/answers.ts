import { lexiconText } from '../../../scripts/lib/chinese-lexicon.mjs'
import { align, type KnownPair, type SentenceLink } from '../../../src/shared/alignment/align'
import { ChineseLexicon } from '../../../src/shared/alignment/lexicon'
import { type Defaults, defaults } from '../../../src/shared/alignment/model'
import { mustHold } from '../work-done'
import type { Said } from './calibration'
import { count, noTally, type Pair, type Tally } from './score'
import type { Known, KnownSet } from './sets'

const lexicon = new ChineseLexicon(lexiconText())

/** How the aligner links a text whose links are known. */
export function answerOf(
  { languages }: KnownSet,
  doc: Known,
  known: readonly KnownPair[] = [],
  numbers: Defaults = defaults
): SentenceLink[] {
  const options = {
    languageA: languages[0],
    languageB: languages[1],
    placesA: doc.placesSrc,
    placesB: doc.placesTgt,
    known
  }
  return align(doc.src, doc.tgt, options, lexicon, numbers)
}

/** Every sentence of both sides stands in exactly one link. */
export function mustCover(links: readonly SentenceLink[], doc: Known): void {
  const [a, b] = [links.flatMap((link) => link.a), links.flatMap((link) => link.b)]
  mustHold(new Set(a).size === doc.src.length && a.length === doc.src.length, 'all sentences of the one side')
  mustHold(
    new Set(b).size === doc.tgt.length && b.length === doc.tgt.length,
    'all sentences of the other side'
  )
}

export function tallied(doc: Known, links: readonly SentenceLink[], into: Tally = noTally()): Tally {
  const pairs = links.map(({ a, b }): Pair => [a, b])
  count(doc.gold, pairs, [doc.src.length, doc.tgt.length], into)
  return into
}

/** How sure each link was said to be, and each left-out, and whether it is one of the gold. */
export function saidOf(doc: Known, links: readonly SentenceLink[]): { links: Said[]; leftOuts: Said[] } {
  const full = doc.gold.filter(([a, b]) => a.length > 0 && b.length > 0)
  const names = new Set(full.map(([a, b]) => `${a.join()}|${b.join()}`))
  const [linkedA, linkedB] = [new Set(full.flatMap(([a]) => a)), new Set(full.flatMap(([, b]) => b))]
  const said: { links: Said[]; leftOuts: Said[] } = { links: [], leftOuts: [] }
  for (const { a, b, confidence } of links)
    if (a.length > 0 && b.length > 0)
      said.links.push({ confidence, isRight: names.has(`${a.join()}|${b.join()}`) })
    else
      said.leftOuts.push({
        confidence,
        isRight: a.every((at) => !linkedA.has(at)) && b.every((at) => !linkedB.has(at))
      })
  return said
}
