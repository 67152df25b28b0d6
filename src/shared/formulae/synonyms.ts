import { stemmer } from 'stemmer'
import { lemma } from './lemma'
import { numbersOf } from './numbers-in'

/** Words that translators of official prose put for each other; alike enough to propose a rendering, not to be one. */
const groups = `
project programme program initiative scheme
visit trip time run errand
safeguard uphold maintain maintenance protect defend
transformation change shift transition
corridor channel passage route
model mode pattern paradigm
window counter
network website web net internet online
door gate hall
plan planning arrange
security guarantee safeguard assurance protection
big major great large
circle ring sphere
belt band zone
masses people public
consciousness awareness
reform
streamline simplify decentralize decentralization
delegate decentralize decentralization devolve
improve upgrade better optimize
regulation management supervision oversight administration
service services
country state nation
construction building build
main core key principal
meeting conference session
secretary chief
deputy vice
governor
revitalization rejuvenation vitalization renewal
common shared
fate destiny future
concept philosophy notion outlook
pattern layout
barn granary
snow ice
mountain mount
trip journey
cooperation collaboration
digital digitization digitalization
approval permit
single one
once time
only most maximum sole
island silo isolate
farmer peasant
rural countryside
urban city
law legal
work task
committee commission
theory thought
year annual
fair just equitable
inclusive shared
inspection supervision
unity solidarity
poverty poor
reduction alleviation eradication relief elimination
economy economic
culture cultural
integrity honesty
rule governance govern
`

const groupsOf = new Map<string, Set<number>>()
for (const [index, line] of groups.trim().split('\n').entries())
  for (const word of line.split(' ')) {
    const stem = stemOf(lemma(word))
    const own = groupsOf.get(stem) ?? new Set()
    own.add(index)
    groupsOf.set(stem, own)
  }

/** The stem (Porter 1980) of a folded token; numbers stay as they are. */
export function stemOf(token: string): string {
  return token.startsWith('#') ? token : stemmer(token)
}

/** How alike two folded tokens are, 0 to 1: the same, of one stem, put for each other, beginning alike. */
export function tokenLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.startsWith('#') || b.startsWith('#')) {
    // Once and one, pair and two.
    const [one] = numbersOf([a])
    return one !== undefined && one === numbersOf([b])[0] ? 0.85 : 0
  }
  const [x, y] = [stemOf(a), stemOf(b)]
  if (x === y) return 0.95
  const own = groupsOf.get(x)
  if (own) for (const group of groupsOf.get(y) ?? []) if (own.has(group)) return 0.7
  const shared = sharedStart(x, y)
  return shared >= 5 && shared >= 0.6 * Math.max(x.length, y.length) ? 0.6 : 0
}

function sharedStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
