import type { FormulaKind } from '../model/formula'
import type { Candidate, CandidatePlace, CandidateReason } from './candidate'
import { functionWords } from './function-words'
import { lemma } from './lemma'
import { numbersOf } from './numbers-in'
import { phraseKey } from './phrase-key'
import type { PhraseSign, PhraseSpan } from './phrase-spans'
import type { RepeatedRun } from './run-counter'
import type { TokenFolder, TokenRow } from './tokens'

/** A run that repeats, with its words as they stand at one place. */
export interface FoundAt extends RepeatedRun {
  readonly words: string
  readonly script: 'en' | 'zh'
}

interface TalliedText {
  readonly document: number
  readonly text: string
  readonly row: TokenRow
  readonly folder: TokenFolder
  readonly chinese: boolean
}

interface Tallied {
  readonly key: string
  readonly script: 'en' | 'zh'
  readonly forms: Map<string, number>
  readonly heads: Map<string, number>
  readonly signs: Map<PhraseSign | 'repeated', { count: number; documents: number; last: number }>
  readonly places: CandidatePlace[]
  count: number
  documents: number
  last: number
}

/** Of the places of a candidate so many are named; the rest is found by searching for it. */
const mostPlaces = 50
/** So many keys of words are kept; then they are worked out anew. */
const mostKeys = 50_000
const titles = /^(the )?(president|governor|general secretary|secretary|mayor|minister|premier)\b/i

/** Counts phrases by their folded words, with the signs by which each was found. */
export class PhraseTally {
  private readonly all = new Map<string, Tallied>()
  /** Of words that were met before; the same phrases return again and again. */
  private readonly keys = new Map<string, string>()

  add(text: TalliedText, spans: readonly PhraseSpan[]): void {
    const quoted = spans.filter(({ sign }) => sign === 'quoted')
    const seen = new Set<string>()
    let near = 0
    for (const span of spans) {
      const words = text.text.slice(span.start, span.end)
      const key = this.keyOf(words)
      while ((quoted[near]?.end ?? span.start + 1) <= span.start) near++
      if (key === '' || (span.sign !== 'quoted' && cutsQuoted(text.text, span, quoted, near))) continue
      const own = this.of(key, text.chinese ? 'zh' : 'en')
      const again = seen.has(`${key} ${span.start}`)
      seen.add(`${key} ${span.start}`)
      this.sign(own, span.sign, text.document, 1)
      if (again) continue
      own.count++
      if (own.last !== text.document) own.documents++
      own.last = text.document
      add(own.forms, words)
      const head = headAfter(text, span.end)
      if (head !== '') add(own.heads, head)
      if (own.places.length < mostPlaces)
        own.places.push({ document: text.document, start: span.start, end: span.end })
    }
  }

  candidates(runs: readonly FoundAt[]): Candidate[] {
    const merged = new Map(this.all)
    for (const run of runs) {
      const key = phraseKey(run.words)
      if (key === '') continue
      const known = merged.get(key)
      const own: Tallied = known
        ? {
            ...known,
            signs: new Map(known.signs),
            count: Math.max(known.count, run.count),
            documents: Math.max(known.documents, run.documents)
          }
        : {
            ...blank(key, run.script),
            count: run.count,
            documents: run.documents,
            forms: new Map([[run.words, 1]]),
            places: [run]
          }
      own.signs.set('repeated', { count: run.count, documents: run.documents, last: -1 })
      merged.set(key, own)
    }
    return [...merged.values()].map(candidateOf).sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1))
  }

  private keyOf(words: string): string {
    const known = this.keys.get(words)
    if (known !== undefined) return known
    const key = phraseKey(words)
    if (this.keys.size >= mostKeys) this.keys.clear()
    this.keys.set(words, key)
    return key
  }

  private of(key: string, script: 'en' | 'zh'): Tallied {
    const known = this.all.get(key)
    if (known) return known
    const made = blank(key, script)
    this.all.set(key, made)
    return made
  }

  private sign(own: Tallied, sign: PhraseSign, document: number, count: number): void {
    const known = own.signs.get(sign) ?? { count: 0, documents: 0, last: -1 }
    known.count += count
    if (known.last !== document) known.documents++
    known.last = document
    own.signs.set(sign, known)
  }
}

function blank(key: string, script: 'en' | 'zh'): Tallied {
  return {
    key,
    script,
    forms: new Map(),
    heads: new Map(),
    signs: new Map(),
    places: [],
    count: 0,
    documents: 0,
    last: -1
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Whether a span overlaps quoted words without being them: what stands in marks is the phrase, no part of it.
 * @param near the first of those in marks, by start, that may overlap it
 */
function cutsQuoted(text: string, span: PhraseSpan, quoted: readonly PhraseSpan[], near: number): boolean {
  let key = ''
  for (let at = near; at < quoted.length; at++) {
    const own = quoted[at]
    if (!own || own.start >= span.end) return false
    if (own.end <= span.start) continue
    key ||= phraseKey(text.slice(span.start, span.end))
    if (phraseKey(text.slice(own.start, own.end)) !== key) return true
  }
  return false
}

const noHead = new Set('is are was were said in on at for by with from year'.split(' '))

/** The word behind a phrase: “one main and six pairs” industrial … , “running only once” reform. */
function headAfter({ text, chinese }: TalliedText, end: number): string {
  if (chinese) return /^[”」》]?(\p{Script=Han}{2})/u.exec(text.slice(end, end + 4))?.[1] ?? ''
  const word = /^["”']?\s+([a-z]{3,})\b/.exec(text.slice(end, end + 40))?.[1] ?? ''
  return functionWords.has(word) || noHead.has(word) ? '' : word
}

function candidateOf(own: Tallied): Candidate {
  const words = withoutMarks(most(own.forms))
  const head = most(own.heads)
  const reasons: CandidateReason[] = [...own.signs].map(([why, { count, documents }]) => ({
    why,
    count,
    documents,
    detail: why === 'quoted' ? head : ''
  }))
  return {
    key: own.key,
    words,
    script: own.script,
    kind: kindOf(own, words, head),
    count: own.count,
    documents: own.documents,
    reasons,
    head,
    places: own.places,
    worth: worthOf(own, words, head)
  }
}

/** Marks within a phrase are no part of how it is told: one core, two wings. */
const withoutMarks = (words: string) => words.replace(/["“”]\s*["“”]/g, ', ').replace(/["“”]/g, '')

function most(counts: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [key, count] of counts) if (best === '' || count > (counts.get(best) ?? 0)) best = key
  return best
}

function kindOf({ signs, key }: Pick<Tallied, 'signs' | 'key'>, words: string, head: string): FormulaKind {
  if (signs.has('office')) return 'office'
  if (/#\d|[一二三四五六七八九双两]/.test(key.slice(3)) && (signs.has('numbers') || signs.has('quoted')))
    return 'number'
  if (/\b(plan|regulations?|measures|opinions|rules)\b/i.test(words) && /^\p{Lu}/u.test(words))
    return 'document'
  if (/^(project|programme|program|plan|strategy|initiative|工程|计划|行动)/.test(head)) return 'programme'
  if (!signs.has('name') || signs.has('quoted')) return 'slogan'
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
function worthOf(own: Tallied, words: string, head: string): number {
  const { signs, count, documents, key } = own
  const quoted = signs.get('quoted')
  const tokens = key.slice(3).split(' ')
  const spread = Math.log2(1 + documents)
  let worth = 0.5 * spread
  if (quoted) worth += 2 + 0.5 * Math.log2(1 + quoted.count) + (head === '' ? 0 : 0.4)
  const numbers = numbersOf(tokens)
  if (signs.has('numbers'))
    worth +=
      numbers.length > 1 ? 2.4 : quoted ? 1.2 : numbers[0] === '1' ? 0.3 : tokens.length > 2 ? 1.3 : 0.8
  if (own.script === 'zh' && signs.has('numbers') && !quoted) worth += 0.5
  if (signs.has('parallel')) worth += quoted ? 0.4 : 1.6
  if (signs.has('clause')) worth += 0.4
  if (signs.has('object')) worth += 0.6
  if (signs.has('repeated')) {
    worth += 0.4 + 0.3 * Math.log2(count) + (/\p{L}-\p{L}/u.test(words) ? 0.4 : 0)
    if (!quoted) worth -= idleness(tokens, key)
  }
  if (signs.has('office')) worth += 1.9
  const kind = kindOf({ signs, key }, words, head)
  if (signs.has('name')) worth += documents > 1 ? 0.8 : kind === 'institution' ? 1.2 : 0.2
  const long = signs.has('parallel') ? 10 : 8
  if (tokens.length > long) worth -= 0.25 * (tokens.length - long)
  if (signs.has('name') && !quoted && (titles.test(words) || tokens.length === 2) && kind === 'person')
    worth -= 0.8
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
