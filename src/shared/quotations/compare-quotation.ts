import { layTokens, type TokenStep } from './lay-tokens'
import { type Token, tokensOf } from './tokens'
import { signDifference, type TypographicKind, wordDifference } from './typography'

/**
 * How a quotation parts from its source: a word `altered`, `added` by the quotation or `left-out` of it; another `spelling`
 * or `capital`; other `punctuation`.
 */
export type QuotationDifferenceKind =
  | 'altered'
  | 'added'
  | 'left-out'
  | 'spelling'
  | 'capital'
  | 'punctuation'

export interface QuotationDifference {
  readonly kind: QuotationDifferenceKind
  /** UTF-16 offsets in the quotation; where it leaves something out both are the place. */
  readonly own: { readonly start: number; readonly end: number }
  /** In the text quoted; where it has nothing both are the place. */
  readonly other: { readonly start: number; readonly end: number }
}

/** What a quotation says itself of its changes: an omission, an editor's words in brackets, letters in brackets. */
export type HonouredKind = 'omission' | 'insertion' | 'bracketed'

export interface QuotationComparison {
  /** The stretch of the text that it quotes (UTF-16). */
  readonly start: number
  readonly end: number
  /** Empty where it is exact, but for type and for what it says itself. */
  readonly differences: readonly QuotationDifference[]
  readonly typographic: readonly TypographicKind[]
  readonly honoured: readonly HonouredKind[]
  /** The share of its words, and of those that it leaves out in silence, that agree: 0 to 1. */
  readonly likeness: number
  /** How many of its words agree; an ideograph counts two thirds. */
  readonly agreeing: number
}

/** An ideograph is worth two thirds of a word: twelve of them tell as much as eight words. */
export function weightOfWord({ text }: Pick<Token, 'text'>): number {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 2 / 3 : 1
}

/** Holds a quotation against a stretch of text in which it stands; null where they have nothing in common. */
export function compareQuotation(quotation: string, text: string): QuotationComparison | null {
  const own = tokensOf(quotation, { isQuoted: true })
  const other = tokensOf(text, { isQuoted: false })
  const laid = layTokens(own, other)
  if (!laid) return null
  const steps = trimmed(laid.steps, own, other)
  const ends = steps.flatMap(({ own: mine, other: its }) =>
    mine !== null && its !== null ? (other[its] ?? []) : []
  )
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return null
  const found = judged(steps, own, other, quotation)
  const quoted = text.slice(first.start, last.end)
  const isOtherwise = found.differences.length + found.typographic.length + found.honoured.length === 0
  // Nothing is left by which they could part but what stands between the words.
  const typographic =
    isOtherwise && quotation.trim() !== quoted ? [kindBetween(quotation, quoted)] : found.typographic
  return { start: first.start, end: last.end, ...found, typographic }
}

function kindBetween(quotation: string, quoted: string): TypographicKind {
  const seen = (text: string) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').trim()
  return seen(quotation) === seen(quoted) ? 'invisible' : 'spaces'
}

/** Without omissions at the ends, and without what the text has beyond them. */
function trimmed(steps: readonly TokenStep[], own: readonly Token[], other: readonly Token[]): TokenStep[] {
  const isOuter = ({ own: mine, other: its }: TokenStep) => {
    const token = mine === null ? null : own[mine]
    if (token?.kind === 'omission') return true
    return mine === null && its !== null && other[its] !== undefined
  }
  const from = steps.findIndex((step) => !isOuter(step))
  const to = steps.findLastIndex((step) => !isOuter(step))
  return from === -1 ? [] : steps.slice(from, to + 1)
}

function judged(
  steps: readonly TokenStep[],
  own: readonly Token[],
  other: readonly Token[],
  quotation: string
): Pick<QuotationComparison, 'differences' | 'typographic' | 'honoured' | 'likeness' | 'agreeing'> {
  const differences: QuotationDifference[] = []
  const typographic = new Set<TypographicKind>()
  const honoured = new Set<HonouredKind>()
  const firstWord = own.findIndex(({ kind }) => kind === 'word')
  const lastWord = own.findLastIndex(({ kind }) => kind === 'word')
  let [agreeing, all] = [0, 0]
  let [ownEnd, otherEnd] = [0, 0]
  const put = (kind: QuotationDifferenceKind, mine: Token | undefined, its: Token | undefined) =>
    differences.push({
      kind,
      own: mine ? { start: mine.start, end: mine.end } : { start: ownEnd, end: ownEnd },
      other: its ? { start: its.start, end: its.end } : { start: otherEnd, end: otherEnd }
    })
  for (const step of steps) {
    const mine = step.own === null ? undefined : own[step.own]
    const its = step.other === null ? undefined : other[step.other]
    if (mine?.kind === 'omission' || (step.isSaid && !mine)) honoured.add('omission')
    else if (mine?.kind === 'insertion') honoured.add('insertion')
    else if (mine && its) {
      const said = pairDifference(mine, its)
      if (mine.kind === 'word') {
        all += weightOfWord(mine)
        if (said !== 'altered') agreeing += weightOfWord(mine)
      }
      if (said === 'bracketed') honoured.add('bracketed')
      else if (said === 'capital' && step.own === firstWord) typographic.add('capital')
      else if (said === 'punctuation' && isStop(mine, step.own, lastWord)) typographic.add('stop')
      else if (isDifference(said)) put(said, mine, its)
      else if (said !== null) typographic.add(said)
    } else if (mine) {
      if (mine.kind === 'word') all += weightOfWord(mine)
      if (mine.kind === 'word') put('added', mine, undefined)
      else if (isStop(mine, step.own, lastWord)) typographic.add('stop')
      else if (step.own !== null && (step.own < firstWord || step.own > lastWord) && mine.key === '"')
        typographic.add('quotes')
      else put('punctuation', mine, undefined)
    } else if (its) {
      if (its.kind === 'word') all += weightOfWord(its)
      put(its.kind === 'word' ? 'left-out' : 'punctuation', undefined, its)
    }
    if (mine) ownEnd = mine.end
    if (its) otherEnd = its.end
  }
  return {
    differences: joined(differences, quotation),
    typographic: [...typographic],
    honoured: [...honoured],
    likeness: all === 0 ? 1 : agreeing / all,
    agreeing
  }
}

function pairDifference(
  own: Token,
  other: Token
): QuotationDifferenceKind | TypographicKind | 'bracketed' | null {
  if (own.kind === 'sign') return own.key === other.key ? signDifference(own, other) : 'punctuation'
  if (own.bareKey !== undefined) {
    if (own.key === other.key) return 'bracketed'
    const { bareKey } = own
    return bareKey !== '' && (other.key.startsWith(bareKey) || other.key.endsWith(bareKey))
      ? 'bracketed'
      : 'altered'
  }
  if (own.key !== other.key) return 'altered'
  const said = wordDifference(own.text, other.text)
  if (said === 'case') return 'capital'
  return said === 'accent' ? 'spelling' : said
}

function isDifference(said: string | null): said is QuotationDifferenceKind {
  return said === 'altered' || said === 'spelling' || said === 'capital' || said === 'punctuation'
}

/** The stop or comma behind the last word belongs to the sentence around the quotation, in some conventions. */
function isStop({ key }: Token, at: number | null, lastWord: number): boolean {
  return at !== null && at > lastWord && /^[.,;:、]$/.test(key)
}

/** Neighbours of one kind as one difference. */
function joined(found: readonly QuotationDifference[], quotation: string): QuotationDifference[] {
  const out: QuotationDifference[] = []
  for (const each of found) {
    const last = out.at(-1)
    const isNext =
      last?.kind === each.kind &&
      each.kind !== 'punctuation' &&
      quotation.slice(last.own.end, each.own.start).trim() === '' &&
      each.own.start - last.own.end <= 2 &&
      each.other.start - last.other.end <= 2
    if (last && isNext)
      out[out.length - 1] = {
        kind: each.kind,
        own: { start: last.own.start, end: each.own.end },
        other: { start: last.other.start, end: each.other.end }
      }
    else out.push(each)
  }
  return out
}
