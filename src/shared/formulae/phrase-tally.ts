import type { Candidate, CandidateReason } from './candidate'
import { functionWords } from './function-words'
import { phraseKey } from './phrase-key'
import type { PhraseSign, PhraseSpan } from './phrase-spans'
import { kindOf, worthOf } from './phrase-worth'
import type { RepeatedRun } from './run-counter'
import { blank, SmallCounts, type Tallied } from './tallied'
import type { TokenFolder, TokenRow } from './tokens'

/** A run that repeats, with its words as they stand at one place. */
export interface FoundAt extends RepeatedRun {
  readonly words: string
  readonly script: 'en' | 'zh'
  /** Of the words, as `phraseKey` gives it. */
  readonly key: string
}

interface TalliedText {
  readonly document: number
  readonly text: string
  readonly row: TokenRow
  readonly folder: TokenFolder
  readonly chinese: boolean
}

/** Of the places of a candidate so many are named; the rest is found by searching for it. */
const mostPlaces = 50
/** So many keys of words are kept; then they are worked out anew. */
const mostKeys = 50_000

/** Counts phrases by their folded words, with the signs by which each was found. */
export class PhraseTally {
  private readonly all = new Map<string, Tallied>()
  /** Of words that were met before; the same phrases return again and again. */
  private readonly keys = new Map<string, string>()
  private readonly runs = new Map<string, { readonly count: number; readonly worth: number }>()

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
      this.sign(own, span.sign, text.document)
      if (again) continue
      own.count++
      if (own.last !== text.document) own.documents++
      own.last = text.document
      own.forms.add(words)
      const head = headAfter(text, span.end)
      if (head !== '') own.heads.add(head)
      if (own.places.length < mostPlaces)
        own.places.push({ document: text.document, start: span.start, end: span.end })
    }
  }

  /** The candidates that are worth most. What is only counted, and not told, costs no more than its worth. */
  candidates(runs: readonly FoundAt[], most = Number.POSITIVE_INFINITY): Candidate[] {
    const byKey = new Map<string, FoundAt>()
    for (const run of runs)
      if (run.key !== '' && run.count > (byKey.get(run.key)?.count ?? 0)) byKey.set(run.key, run)
    const found: Weighed[] = []
    for (const [key, own] of this.all) {
      const run = byKey.get(key)
      found.push({ key, run, worth: worthNow(own, run) })
    }
    for (const [key, run] of byKey)
      if (!this.all.has(key)) found.push({ key, run, worth: this.worthOfRun(key, run) })
    return best(found, most).map(({ key, run, worth }) => {
      const own = this.all.get(key) ?? blank(key, run?.script ?? 'en')
      return candidateOf(run ? withRun(own, run) : own, worth)
    })
  }

  /** The same for a run that nothing else speaks for. */
  private worthOfRun(key: string, run: FoundAt): number {
    const known = this.runs.get(key)
    if (known?.count === run.count) return known.worth
    const worth = worthNow(blank(key, run.script), run)
    this.runs.set(key, { count: run.count, worth })
    return worth
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

  private sign(own: Tallied, why: PhraseSign, document: number): void {
    let known = own.signs.find((each) => each.why === why)
    if (!known) {
      known = { why, count: 0, documents: 0, last: -1 }
      own.signs.push(known)
    }
    known.count++
    if (known.last !== document) known.documents++
    known.last = document
  }
}

interface Weighed {
  readonly key: string
  readonly run: FoundAt | undefined
  readonly worth: number
}

/** The `most` that are worth most, the best first; of equals by key. */
function best(found: readonly Weighed[], most: number): Weighed[] {
  const worths = Float64Array.from(found, ({ worth }) => worth).sort()
  const least = worths[found.length - most] ?? Number.NEGATIVE_INFINITY
  return found
    .filter(({ worth }) => worth >= least)
    .sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1))
    .slice(0, most)
}

/** What a phrase is worth; weighed anew only where it was met since. */
function worthNow(own: Tallied, run: FoundAt | undefined): number {
  const runs = run?.count ?? 0
  if (own.weighed?.count === own.count && own.weighed.runs === runs) return own.weighed.worth
  const all = run ? withRun(own, run) : own
  const worth = worthOf(all, withoutMarks(all.forms.most), all.heads.most)
  own.weighed = { count: own.count, runs, worth }
  return worth
}

/** A phrase with what was counted of it as a run that repeats. */
function withRun(own: Tallied, run: FoundAt): Tallied {
  const { count, documents, document, start, end } = run
  const forms = own.count === 0 ? new SmallCounts() : own.forms
  if (own.count === 0) forms.add(run.words)
  return {
    ...own,
    forms,
    count: Math.max(own.count, count),
    documents: Math.max(own.documents, documents),
    places: own.count === 0 ? [{ document, start, end }] : own.places,
    signs: [...own.signs, { why: 'repeated', count, documents, last: -1 }]
  }
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

function candidateOf(own: Tallied, worth: number): Candidate {
  const words = withoutMarks(own.forms.most)
  const head = own.heads.most
  const reasons: CandidateReason[] = own.signs.map(({ why, count, documents }) => ({
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
    worth
  }
}

/** Marks within a phrase are no part of how it is told: one core, two wings. */
const withoutMarks = (words: string) => words.replace(/["“”]\s*["“”]/g, ', ').replace(/["“”]/g, '')
