import { test } from '@playwright/test'
import { type Defaults, defaults } from '../../src/shared/alignment/model'
import { answerOf, mustCover, saidOf, tallied } from './alignment/answers'
import { barOf, familyOf } from './alignment/bars'
import { diagram, refit, rightShare, type Said } from './alignment/calibration'
import { alone, block, noTally, strict } from './alignment/score'
import { type KnownSet, knownSets } from './alignment/sets'
import { type VariantKind, variantKinds, variantOf } from './alignment/variants'
import { mustHold } from './work-done'

/** Alignment of texts with omissions, notes, moved and merged sentences, and what confidences are worth there. */
const lines: string[] = []
const seed = Number(process.env.VARIORUM_SEED ?? 20)
test.afterAll(() => console.log(`\n${lines.join('\n')}\n`))

interface Variant {
  readonly set: KnownSet
  readonly family: string
  readonly kind: VariantKind | 'plain'
}

const variants: Variant[] = knownSets().flatMap((set) => [
  { set, family: familyOf(set), kind: 'plain' as const },
  ...variantKinds
    .map((kind) => ({ set: variantOf(set, kind, seed), family: familyOf(set), kind }))
    .filter((variant) => variant.set.docs.length > 0)
])
mustHold(
  variants.some(({ kind }) => kind === 'moved'),
  'variants of the known alignments'
)

const said = new Map<Variant, { links: Said[]; leftOuts: Said[] }>()

test('omissions, notes, moved and merged sentences', () => {
  test.setTimeout(900_000)
  lines.push(`F1 strict block alone, bar of the same; seed ${seed}`)
  for (const variant of variants) {
    const tally = noTally()
    const own: { links: Said[]; leftOuts: Said[] } = { links: [], leftOuts: [] }
    for (const doc of variant.set.docs) {
      const links = answerOf(variant.set, doc)
      mustCover(links, doc)
      tallied(doc, links, tally)
      const each = saidOf(doc, links)
      own.links.push(...each.links)
      own.leftOuts.push(...each.leftOuts)
    }
    said.set(variant, own)
    const bar = barOf(variant.set, variant.kind)
    const found = [strict(tally), block(tally), alone(tally)]
    const missed = bar.filter((least, at) => (found[at] ?? 1) < (least ?? 0)).length
    const figures = (values: readonly (number | null | undefined)[]) =>
      values.map((value) => value?.toFixed(3) ?? '  –  ').join(' ')
    lines.push(
      `${variant.set.name.padEnd(38)} ${figures(found)}   ${figures([bar[0], bar[1], bar[2]])}  ${missed > 0 ? 'missed' : 'met'}`
    )
  }
})

test('confidence said and right', () => {
  const of = (chosen: (variant: Variant) => boolean, what: 'links' | 'leftOuts') =>
    [...said].flatMap(([variant, own]) => (chosen(variant) ? own[what] : []))
  for (const [name, prefix] of [
    ['English and Spanish', /^(en|es)/],
    ['Chinese', /^zh/],
    ['literary Chinese', /^lzh/]
  ] as const) {
    const links = of(({ set }) => prefix.test(set.languages[0]), 'links')
    if (links.length > 0) lines.push(...diagram(`links, ${name}`, links))
  }
  lines.push(
    ...diagram(
      'left-outs, all',
      of(() => true, 'leftOuts')
    )
  )
  lines.push('', 'said at .9 and more, right: as shipped, and set right on the other families alone')
  for (const what of ['links', 'leftOuts'] as const)
    for (const family of new Set(variants.map((variant) => variant.family))) {
      const own = of((variant) => variant.family === family, what)
      const others = of((variant) => variant.family !== family, what)
      if (own.length === 0 || others.length === 0) continue
      const again = refit(others)
      const sure = own.filter(({ confidence }) => confidence >= 0.9)
      const sureAgain = own.filter(({ confidence }) => again(confidence) >= 0.9)
      const figure = (all: readonly Said[]) =>
        `${rightShare(all).toFixed(3)} of ${String(all.length).padStart(5)}`
      lines.push(
        `${what === 'links' ? 'links    ' : 'left-outs'} ${family.padEnd(14)} ${figure(sure)}   ${figure(sureAgain)}`
      )
    }
})

/** Other values of the numbers that this round set, each by itself. */
const settings: readonly Partial<Defaults>[] = [
  {},
  { background: 300 },
  { background: 1200 },
  { tempering: 0.42 },
  { gapOpen: 3 },
  { gapOpen: 4 },
  { lonelyBracket: -3 }
]
/** Texts of each set that the settings are tried on. */
const textsEach = 5

test('numbers chosen with one family left out', () => {
  test.setTimeout(900_000)
  const families = [...new Set(variants.map(({ family }) => family))]
  const scores = settings.map((setting) => {
    const tallies = new Map(families.map((family) => [family, noTally()]))
    for (const { set, family } of variants)
      for (const doc of set.docs.slice(0, textsEach))
        tallied(doc, answerOf(set, doc, [], { ...defaults, ...setting }), tallies.get(family))
    return new Map([...tallies].map(([family, tally]) => [family, strict(tally)]))
  })
  lines.push('', `strict F1 with the numbers chosen on the other families, of ${settings.length} settings`)
  for (const family of families) {
    const others = (score: ReadonlyMap<string, number>) =>
      [...score].reduce((sum, [name, value]) => sum + (name === family ? 0 : value), 0)
    const best = scores.reduce(
      (top, score, at) => (others(score) > others(scores[top] ?? score) ? at : top),
      0
    )
    lines.push(
      `${family.padEnd(14)} as shipped ${scores[0]?.get(family)?.toFixed(3)}, chosen without it ${scores[best]?.get(family)?.toFixed(3)} with ${JSON.stringify(settings[best])}`
    )
  }
})
