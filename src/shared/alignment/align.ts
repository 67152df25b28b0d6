import { confidences } from './confidence'
import { constraintsOf, type FixedLink, type FixedStep } from './constraints'
import { uncross } from './crossings'
import { coverage, firstModel, kindsFor, kindsIn, reestimate } from './estimate'
import { guessLanguage } from './evidence/language'
import { type Relations, relate } from './evidence/relations'
import { ownSide, type Place, pickSentences, type Side, sideOf, sliceSide } from './evidence/side'
import { type LooseStep, leaveOutInner } from './inner-left-outs'
import { learnPairs } from './learn'
import { type Lexicon, noLexicon } from './lexicon'
import { LinkScorer } from './link-scorer'
import { Matcher } from './matches'
import { type Defaults, defaults, type Model } from './model'
import { linkMoved } from './moved'
import { linksInOrder } from './order'
import { anchors } from './path/anchors'
import { bestPath, type Step } from './path/best-path'
import { coarsePath } from './path/coarse-path'
import {
  type Corridor,
  clipToFixed,
  corridorAround,
  type Node,
  throughFixed,
  wholeSquare
} from './path/corridor'
import { breadths, edgeRows } from './path/lattice'
import { reassign } from './reassign'

/** A link between sentence numbers (from 0). An empty side is a left-out. */
export interface SentenceLink {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** How likely this very link is right, 0 to 1; 1 for a fixed one. */
  readonly confidence: number
  /** The log-odds of the link: how much better its sides explain each other than chance; 0 for a left-out. */
  readonly worth: number
}

export interface AlignOptions {
  readonly languageA?: string
  readonly languageB?: string
  /** For each sentence what its place says: 'heading', 'start' (of a paragraph) or ''. */
  readonly placesA?: readonly Place[]
  readonly placesB?: readonly Place[]
  /** Links made by hand: they stay as they are, and the rest is aligned around them. */
  readonly fixed?: readonly FixedLink[]
  /** Sentences of other texts in these languages that are known to say the same; they teach words, and are not aligned. */
  readonly known?: readonly KnownPair[]
}

/** A sentence of `a`'s language and one of `b`'s that say the same. */
export type KnownPair = readonly [a: string, b: string]

/**
 * Aligns two lists of sentences. Every sentence is in exactly one link. Links may have any shape up to 64 sentences a
 * side; left-outs stand alone; what was moved is linked across. See `docs/alignment.md` for the method.
 *
 * @param lexicon a Chinese–English dictionary; without it Chinese is aligned by figures, marks, length and what the
 *   texts themselves teach
 * @returns links in the order of `a`, what is only in `b` where it stands
 */
export function align(
  a: readonly string[],
  b: readonly string[],
  options: AlignOptions = {},
  lexicon: Lexicon = noLexicon,
  d: Defaults = defaults
): SentenceLink[] {
  const { keptA, keptB, steps, apart } = constraintsOf(options.fixed ?? [], a.length, b.length)
  const { left, right, lessons } = sidesOf(a, b, options, lexicon)
  const nothing = keptA.length === 0 || keptB.length === 0
  const found = nothing
    ? onlyLeftOuts(keptA.length, keptB.length)
    : alignSides(pickSentences(left, keptA), pickSentences(right, keptB), lexicon, d, steps, lessons)
  const sure = nothing ? found.map(() => 1) : confidences(found, steps)
  const links = found.map(({ i, j, m, n, score, outA = [], outB = [] }, k) => ({
    a: keptA.slice(i, i + m).filter((_, at) => !outA.includes(i + at)),
    b: keptB.slice(j, j + n).filter((_, at) => !outB.includes(j + at)),
    confidence: sure[k] ?? 0,
    worth: score
  }))
  if (apart.length === 0) return links
  return linksInOrder([...links, ...apart.map((link) => ({ ...link, confidence: 1, worth: 0 }))])
}

/** Both texts made ready, and beside them what is known of other texts. */
function sidesOf(
  a: readonly string[],
  b: readonly string[],
  { languageA, languageB, placesA, placesB, known = [] }: AlignOptions,
  lexicon: Lexicon
): { left: Side; right: Side; lessons: Lessons | null } {
  const left = sideOf([...a, ...known.map(([own]) => own)], languageA ?? guessLanguage(a), lexicon, placesA)
  const right = sideOf(
    [...b, ...known.map(([, other]) => other)],
    languageB ?? guessLanguage(b),
    lexicon,
    placesB
  )
  if (known.length === 0) return { left, right, lessons: null }
  const steps = known.map((_, at): Step => ({ i: at, j: at, m: 1, n: 1, posterior: 1, score: 0 }))
  const lessons = {
    a: sliceSide(left, a.length, known.length),
    b: sliceSide(right, b.length, known.length),
    steps
  }
  return { left: ownSide(left, 0, a.length), right: ownSide(right, 0, b.length), lessons }
}

/** Sentences of other texts that are known to answer one another; their types have the numbers of the texts at hand. */
interface Lessons {
  readonly a: Side
  readonly b: Side
  readonly steps: readonly Step[]
}

/** Squares of more nodes than this are not searched whole. */
const smallSquare = 25_000
const manySentences = 4000
/** A corridor with more nodes for a sentence than this is narrowed before links of several sentences are tried in it; `bench -- alignment`, growth. */
const wideCorridor = 60

/** The steps of the best path, and links across it, for two texts neither of which is empty. */
function alignSides(
  a: Side,
  b: Side,
  lexicon: Lexicon,
  d: Defaults,
  fixed: readonly FixedStep[] = [],
  lessons: Lessons | null = null
): LooseStep[] {
  const small = (a.size + 1) * (b.size + 1) <= smallSquare
  const passes = a.size + b.size > manySentences ? 2 : d.passes
  const known = relate(a, b, lexicon)
  let relations = known.withLearnt([])
  const covered = coverage(a, b, relations)
  let model = { ...firstModel(a, b, d), kinds: kindsFor(covered, d) }
  const around = (path: readonly Node[], margin: number) =>
    clipToFixed(corridorAround(throughFixed(path, fixed), a.size, b.size, margin, small ? margin : 2), fixed)
  let corridor = small
    ? clipToFixed(wholeSquare(a.size, b.size), fixed)
    : around(firstPath(a, b, relations, model, d, fixed), d.anchorMargin)
  for (let pass = 0; ; pass++) {
    const scorer = new LinkScorer(a, b, model)
    const matcher = new Matcher(a, b, relations)
    const breadth = small
      ? breadths[pass === 0 ? 'first' : 'whole']
      : breadths[pass === 0 ? 'longFirst' : 'long']
    const steps = bestPath(edgeRows(a, b, scorer, matcher, corridor, breadth, fixed), corridor, model)
    if (pass + 1 === passes) {
      if (oneAgainstAll(a, b, steps, covered))
        return [{ i: 0, j: 0, m: a.size, n: b.size, posterior: covered, score: 2 }]
      const straight = small && fixed.length === 0 ? reassign(a, b, steps, relations, model, d) : steps
      const linked = linkMoved(a, b, uncross(straight, scorer, matcher, d, fixed), relations, model, d)
      return leaveOutInner(a, b, linked, scorer, matcher, d, fixed)
    }
    const learnt = learnPairs(a, b, steps, relations, lessons)
    model = { ...reestimate(a, b, steps, model, d), kinds: kindsIn(steps, scorer, matcher, d) }
    relations = known.withLearnt(learnt)
    const path = steps.map(({ i, j }): Node => [i, j])
    corridor = around(path, small ? (pass === 0 ? d.marginTwo : d.marginThree) : d.marginLong)
  }
}

/** Nodes near which the path of two long texts surely passes. Where little is rare in them, few are found, and much lies between. */
function firstPath(
  a: Side,
  b: Side,
  relations: Relations,
  model: Model,
  d: Defaults,
  fixed: readonly FixedStep[]
): Node[] {
  const found = anchors(a, b, relations)
  const corridor = corridorAround(throughFixed(found, fixed), a.size, b.size, d.anchorMargin, 2)
  if (!isWide(corridor)) return found
  return coarsePath(a, b, new LinkScorer(a, b, model), new Matcher(a, b, relations), corridor)
}

function isWide({ first, end }: Corridor): boolean {
  const nodes = end.reduce((sum, last, row) => sum + Math.max(0, last - (first[row] ?? 0)), 0)
  return first.length > wideCorridor * 4 && nodes > first.length * wideCorridor
}

/** Enough of both vocabularies answers for a text without sentence ends to be taken for the whole of the other. */
const enough = 0.3

/** Whether a text that is one sentence was left alone although the two have their words in common. */
function oneAgainstAll(a: Side, b: Side, steps: readonly Step[], covered: number): boolean {
  const linked = steps.some((step) => step.m > 0 && step.n > 0)
  return !linked && covered >= enough && Math.min(a.size, b.size) === 1
}

function onlyLeftOuts(sizeA: number, sizeB: number): LooseStep[] {
  const alone = { posterior: 1, score: 0 }
  return [
    ...Array.from({ length: sizeA }, (_, i) => ({ i, j: 0, m: 1, n: 0, ...alone })),
    ...Array.from({ length: sizeB }, (_, j) => ({ i: sizeA, j, m: 0, n: 1, ...alone }))
  ]
}
