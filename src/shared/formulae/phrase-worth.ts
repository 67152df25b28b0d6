import type { FormulaKind } from '../model/formula'
import { functionWords } from './function-words'
import { lemma } from './lemma'
import { numbersOf } from './numbers-in'
import type { PhraseSign } from './phrase-spans'
import { type SignCount, signOf, type Tallied } from './tallied'

const titles = /^(the )?(president|governor|general secretary|secretary|mayor|minister|premier)\b/i

/** What kind of formula a phrase may be. */
export function kindOf(own: Pick<Tallied, 'signs' | 'key'>, words: string, head: string): FormulaKind {
  const { key } = own
  const has = (why: PhraseSign) => signOf(own, why) !== undefined
  if (has('office')) return 'office'
  if (/#\d|[一二三四五六七八九双两]/.test(key.slice(3)) && (has('numbers') || has('quoted'))) return 'number'
  if (/\b(plan|regulations?|measures|opinions|rules)\b/i.test(words) && /^\p{Lu}/u.test(words))
    return 'document'
  if (/^(project|programme|program|plan|strategy|initiative|工程|计划|行动)/.test(head)) return 'programme'
  if (!has('name') || has('quoted')) return 'slogan'
  if (
    /\b(committee|government|commission|department|office|group|bureau|ministry|council|congress)\b|[厅局委会部组]$/i.test(
      words
    )
  )
    return 'institution'
  return /\b(mountain|lake|river|zone|city|county|province|asia)\b/i.test(words) ? 'place' : 'person'
}

/** What by itself names nothing: a run of such words is how bulletins speak. */
const general = new Set(
  `no longer make whole public city county provincial province government leader leading group meeting work project office key year national
  hold held long press conference reporter page visit total date statement website all local relevant department unit
  further strengthen promote committee secretary deputy governor measure policy policies party`
    .split(/\s+/)
    .map((word) => lemma(word))
)

/** Larger is more likely a formula. Weights were set by hand on the sample corpus, and looked at on other texts. */
export function worthOf(own: Tallied, words: string, head: string): number {
  const { count, documents, key } = own
  const has = (why: SignCount['why']) => signOf(own, why) !== undefined
  const quoted = signOf(own, 'quoted')
  const tokens = key.slice(3).split(' ')
  const spread = Math.log2(1 + documents)
  let worth = 0.5 * spread
  if (quoted) worth += 2 + 0.5 * Math.log2(1 + quoted.count) + (head === '' ? 0 : 0.4)
  const numbers = numbersOf(tokens)
  if (has('numbers'))
    worth +=
      numbers.length > 1 ? 2.4 : quoted ? 1.2 : numbers[0] === '1' ? 0.3 : tokens.length > 2 ? 1.3 : 0.8
  if (own.script === 'zh' && has('numbers') && !quoted) worth += 0.5
  if (has('parallel')) worth += quoted ? 0.4 : 1.6
  if (has('clause')) worth += 0.4
  if (has('object')) worth += 0.6
  if (has('repeated')) {
    worth += 0.4 + 0.3 * Math.log2(count) + (/\p{L}-\p{L}/u.test(words) ? 0.4 : 0)
    if (!quoted) worth -= idleness(tokens, key)
  }
  if (has('office')) worth += 1.9
  const kind = kindOf(own, words, head)
  if (has('name')) worth += documents > 1 ? 0.8 : kind === 'institution' ? 1.2 : 0.2
  const long = has('parallel') ? 10 : 8
  if (tokens.length > long) worth -= 0.25 * (tokens.length - long)
  if (has('name') && !quoted && (titles.test(words) || tokens.length === 2) && kind === 'person') worth -= 0.8
  return worth
}

/** What a run that repeats is worth less for words that belong to a sentence, figures, and words that name nothing. */
function idleness(tokens: readonly string[], key: string): number {
  const small = tokens.filter((token) => functionWords.has(token) && token !== 'of').length
  const said = tokens.filter((token) => !functionWords.has(token))
  let idle = 0
  if (small > 0 || /#\d{2,}|million|billion|yuan|percent/.test(key)) idle += 1.2
  const share = said.filter((token) => general.has(token)).length / Math.max(1, said.length)
  return idle + (share === 1 ? 1 : share > 0 ? 0.4 : 0)
}
