import { coverage, firstModel, kindsFor, kindsIn, reestimate } from './estimate'
import { guessLanguage } from './evidence/language'
import { relate } from './evidence/relations'
import { type Place, type Side, sideOf } from './evidence/side'
import { learnPairs } from './learn'
import { type Lexicon, noLexicon } from './lexicon'
import { LinkScorer } from './link-scorer'
import { Matcher } from './matches'
import { type Defaults, defaults, longestLink } from './model'
import { linkMoved } from './moved'
import { anchors } from './path/anchors'
import { bestPath, type Step } from './path/best-path'
import { corridorAround, type Node, wholeSquare } from './path/corridor'
import { edgeRows } from './path/lattice'

/** A link between sentence numbers (from 0). An empty side is a left-out. */
export interface SentenceLink {
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** How likely this very link is right, 0 to 1. */
  readonly confidence: number
}

export interface AlignOptions {
  readonly languageA?: string
  readonly languageB?: string
  /** For each sentence what its place says: 'heading', 'start' (of a paragraph) or ''. */
  readonly placesA?: readonly Place[]
  readonly placesB?: readonly Place[]
}

export function align(
  a: readonly string[],
  b: readonly string[],
  options: AlignOptions = {},
  lexicon: Lexicon = noLexicon,
  d: Defaults = defaults
): SentenceLink[] {
  if (a.length === 0 || b.length === 0)
    return [
      ...a.map((_, i) => ({ a: [i], b: [], confidence: 1 })),
      ...b.map((_, j) => ({ a: [], b: [j], confidence: 1 }))
    ]
  const left = sideOf(a, options.languageA ?? guessLanguage(a), lexicon, options.placesA)
  const right = sideOf(b, options.languageB ?? guessLanguage(b), lexicon, options.placesB)
  return alignSides(left, right, lexicon, d).map(toLink)
}

/** Squares of more nodes than this are not searched whole. */
const smallSquare = 25_000
const manySentences = 4000

export function alignSides(a: Side, b: Side, lexicon: Lexicon, d: Defaults): Step[] {
  const small = (a.size + 1) * (b.size + 1) <= smallSquare
  const passes = a.size + b.size > manySentences ? 2 : d.passes
  let relations = relate(a, b, lexicon)
  let model = { ...firstModel(a, b, d), kinds: kindsFor(coverage(a, b, relations), d) }
  let corridor = small
    ? wholeSquare(a.size, b.size)
    : corridorAround(anchors(a, b, relations), a.size, b.size, d.anchorMargin)
  for (let pass = 0; ; pass++) {
    const scorer = new LinkScorer(a, b, model)
    const matcher = new Matcher(a, b, relations)
    const longest = pass === 0 ? (small ? d.firstLongest : 5) : longestLink
    const steps = bestPath(edgeRows(a, b, scorer, matcher, corridor, longest), corridor, model)
    if (pass + 1 === passes) return linkMoved(a, b, steps, relations, model, d)
    const learnt = learnPairs(a, b, steps, relations)
    model = { ...reestimate(a, b, steps, model, d), kinds: kindsIn(steps, scorer, matcher, d) }
    relations = relate(a, b, lexicon, learnt)
    const path: Node[] = steps.map(({ i, j }) => [i, j])
    corridor = corridorAround(path, a.size, b.size, pass === 0 && small ? d.marginTwo : d.marginThree)
  }
}

function toLink({ i, j, m, n, posterior }: Step): SentenceLink {
  const run = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k)
  return { a: run(i, m), b: run(j, n), confidence: posterior }
}
