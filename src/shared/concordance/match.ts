import type { VariorumDocument } from '../model/document'
import type { Span } from '../model/offsets'
import { firstEndingAfter } from '../text/canonical'
import { countWordsIn, cuttings, type WordCutting } from './cut-words'
import { attributeOf, dateSpan, isWithin } from './field-values'
import { findLeaf, type Where } from './find-leaf'
import { type FoldSwitches, foldSwitches } from './fold-sign'
import { filtered, firstFrom, fromPairs, type Hits, hitAt, noHits, union } from './hits'
import { type Leaf, type LeafNode, leafOf } from './leaf'
import type { FieldCondition, QueryNode, Scope } from './query'
import type { SearchedText } from './searched-text'
import type { ConcordanceSettings } from './settings'

/** What conditions ask of a document. */
export type DocumentFacts = Pick<
  VariorumDocument,
  'language' | 'rendering' | 'published' | 'publisher' | 'attributes' | 'furniture'
>

/**
 * The stretches that the conditions of a `where` on highlights are about, worked out beforehand (themes and coders are the
 * project's): ascending, none that overlap. `inside` is null where no highlight is asked for.
 */
export interface HighlightSpans {
  readonly inside: readonly Span[] | null
  readonly outside: readonly Span[]
}

/**
 * A query made ready: its leaves are made once, for English texts and for others. Not the part beside (`BESIDE`).
 * Distances count the project's own words as one each.
 */
export class Matcher {
  private readonly leaves = new Map<LeafNode, { english: Leaf | null; other: Leaf | null }>()
  /** The `where` nodes with conditions on highlights, in the order of the text. */
  readonly highlightConditions: readonly (readonly FieldCondition[])[]
  private readonly numbers = new Map<QueryNode, number>()
  private readonly cutting: (language: string) => WordCutting
  private readonly switches: FoldSwitches
  /** The names of the formulae that are asked for, in the order of the text. */
  readonly formulae: readonly string[]

  constructor(
    private readonly query: QueryNode,
    private readonly settings: ConcordanceSettings,
    ownWords: readonly string[] = []
  ) {
    this.cutting = cuttings({ ...settings, ownWords })
    this.switches = foldSwitches(settings.same)
    const found: FieldCondition[][] = []
    const formulae: string[] = []
    const look = (node: QueryNode) => {
      if (node.kind === 'formula') {
        this.numbers.set(node, formulae.length)
        formulae.push(node.name)
      }
      if (node.kind === 'where') {
        const own = node.conditions.filter(({ field }) => isOfHighlights(field))
        if (own.length > 0) {
          this.numbers.set(node, found.length)
          found.push(own)
        }
      }
      for (const child of childrenOf(node)) look(child)
    }
    look(query)
    this.highlightConditions = found
    this.formulae = formulae
  }

  /** Whether a regular expression is part of it: it may need for ever. */
  get hasExpression(): boolean {
    const has = (node: QueryNode): boolean => node.kind === 'expression' || childrenOf(node).some(has)
    return has(this.query)
  }

  /** Whether a document's own facts allow hits in it: how often something stands is counted over such documents. */
  admits(document: Omit<DocumentFacts, 'furniture'>): boolean {
    const admitted = (node: QueryNode): boolean => {
      switch (node.kind) {
        case 'or':
          return node.of.some(admitted)
        case 'near':
          return admitted(node.left) && admitted(node.right)
        case 'and':
          return admitted(node.left)
        case 'beside':
          return admitted(node.of)
        case 'where':
          return holdsAll(node.conditions, document) && admitted(node.of)
        default:
          return true
      }
    }
    return admitted(this.query)
  }

  /**
   * The hits in a text.
   * @param highlights by the number of the `where` in `highlightConditions`
   * @param formulae where those of `formulae` stand, worked out beforehand: the register is the project's
   */
  hits(
    target: SearchedText,
    document: DocumentFacts,
    highlights: readonly HighlightSpans[],
    formulae: readonly Hits[] = []
  ): Hits {
    const furniture = new Set(document.furniture)
    const { settings } = this
    const cutting = this.cutting(document.language)
    const where = { settings, switches: this.switches, furniture }
    return this.match(this.query, { target, document, highlights, formulae, cutting, where })
  }

  private match(node: QueryNode, text: InHand): Hits {
    switch (node.kind) {
      case 'phrase':
      case 'expression':
        return findLeaf(text.target, this.leaf(node, text.document.language), text.where)
      case 'formula':
        return text.formulae[this.numbers.get(node) ?? -1] ?? noHits
      case 'or':
        return union(node.of.map((each) => this.match(each, text)))
      case 'near':
        return this.matchNear(node, text)
      case 'and': {
        const left = this.match(node.left, text)
        if (left.starts.length === 0) return noHits
        const right = this.match(node.right, text)
        return filtered(
          left,
          (start) => hasIn(right, unitAt(text.target, start, node.scope)) !== node.negated
        )
      }
      case 'where':
        return this.matchWhere(node, text)
      case 'beside':
        return this.match(node.of, text)
    }
  }

  private matchWhere(node: QueryNode & { kind: 'where' }, text: InHand): Hits {
    if (!holdsAll(node.conditions, text.document)) return noHits
    const hits = this.match(node.of, text)
    const kinds = node.conditions.filter(({ field }) => field === 'block')
    const number = this.numbers.get(node)
    const spans = number === undefined ? undefined : text.highlights[number]
    return filtered(hits, (start, end) => {
      const kind = text.target.kinds[text.target.blockAt(start)]
      if (!kinds.every(({ value, negated }) => (kind === value) !== negated)) return false
      if (number === undefined) return true
      if (spans === undefined) return false
      return (
        (spans.inside === null || sharesWith(spans.inside, start, end)) &&
        !sharesWith(spans.outside, start, end)
      )
    })
  }

  private matchNear(
    { left, right, distance, ordered, scope }: QueryNode & { kind: 'near' },
    text: InHand
  ): Hits {
    const first = this.match(left, text)
    const second = first.starts.length === 0 ? noHits : this.match(right, text)
    const pairs = [
      ...nearest(first, second, distance, scope, text, true),
      ...(ordered ? [] : nearest(second, first, distance, scope, text, true)),
      ...(ordered ? [] : nearest(first, second, distance, scope, text, false)),
      ...nearest(second, first, distance, scope, text, false)
    ]
    return fromPairs(pairs)
  }

  private leaf(node: LeafNode, language: string): Leaf {
    const known = this.leaves.get(node) ?? { english: null, other: null }
    this.leaves.set(node, known)
    const side = /^en\b/i.test(language) ? 'english' : 'other'
    const leaf = known[side] ?? leafOf(node, this.settings, side === 'english')
    known[side] = leaf
    return leaf
  }
}

interface InHand {
  readonly target: SearchedText
  readonly document: DocumentFacts
  readonly highlights: readonly HighlightSpans[]
  readonly formulae: readonly Hits[]
  readonly cutting: WordCutting
  readonly where: Where
}

function childrenOf(node: QueryNode): readonly QueryNode[] {
  if (node.kind === 'or') return node.of
  if (node.kind === 'near' || node.kind === 'and') return [node.left, node.right]
  if (node.kind === 'where' || node.kind === 'beside') return [node.of]
  return []
}

function isOfHighlights(field: FieldCondition['field']): boolean {
  return field === 'theme' || field === 'coder' || field === 'doubtful'
}

function isOfDocument(field: FieldCondition['field']): boolean {
  return field !== 'block' && !isOfHighlights(field)
}

function holdsAll(
  conditions: readonly FieldCondition[],
  document: Omit<DocumentFacts, 'furniture'>
): boolean {
  return conditions.every((each) => !isOfDocument(each.field) || holds(each, document) !== each.negated)
}

function holds({ field, value }: FieldCondition, document: Omit<DocumentFacts, 'furniture'>): boolean {
  const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
  switch (field) {
    case 'lang':
      return new RegExp(`^${value.replace(/[^A-Za-z0-9-]/g, '')}(-|$)`, 'i').test(document.language)
    case 'kind':
      return document.rendering === value
    case 'publisher':
      return has(document.publisher, value)
    case 'date': {
      const within = dateSpan(value)
      return within !== null && document.published !== null && isWithin(document.published.date, within)
    }
    case 'attr': {
      const { name, value: wanted } = attributeOf(value)
      const own = Object.hasOwn(document.attributes, name) ? (document.attributes[name] ?? '') : ''
      return wanted === null ? own !== '' : own.toLowerCase() === wanted.toLowerCase()
    }
    default:
      return true
  }
}

/** The sentence, paragraph or whole text that an offset is in. */
export function unitAt(target: SearchedText, offset: number, scope: Scope): Span {
  const whole = { start: 0, end: target.text.length } as Span
  if (scope === 'document') return whole
  const block = target.blockAt(offset)
  const paragraph = target.blocks[block]
  if (!paragraph || scope === 'paragraph') return paragraph ?? whole
  const sentences = target.sentencesOf(block)
  return sentences[firstEndingAfter(sentences, offset)] ?? paragraph
}

function hasIn(hits: Hits, { start, end }: Span): boolean {
  const at = firstFrom(hits, start)
  return at < hits.starts.length && (hits.starts[at] ?? end) < end
}

/** Whether one of some ascending spans that do not overlap shares a sign with a stretch. */
function sharesWith(spans: readonly Span[], start: number, end: number): boolean {
  return (spans[firstEndingAfter(spans, start)]?.start ?? end) < end
}

/** Nothing that is looked for lies so far apart by so many words, in UTF-16 code units a word. */
const longestWord = 60

/**
 * For each hit of `one` the nearest of `other` behind it (or before it), where it is near enough, as [start, end) of both.
 */
function nearest(
  one: Hits,
  other: Hits,
  distance: number,
  scope: Scope,
  { target, cutting }: InHand,
  isBehind: boolean
): [number, number][] {
  const found: [number, number][] = []
  for (let at = 0; at < one.starts.length; at++) {
    const own = hitAt(one, at)
    const index = isBehind ? firstFrom(other, own.end) : lastEndingBefore(other, own.start)
    if (index < 0 || index >= other.starts.length) continue
    const that = hitAt(other, index)
    const [from, to] = isBehind ? [own.end, that.start] : [that.end, own.start]
    if (to - from > distance * longestWord) continue
    const unit = unitAt(target, own.start, scope)
    if (that.start < unit.start || that.start >= unit.end) continue
    if (countWordsIn(target.text, from, to, cutting, distance) >= distance) continue
    found.push(isBehind ? [own.start, that.end] : [that.start, own.end])
  }
  return found
}

/** The last hit that ends at or before an offset; -1 where none does. */
function lastEndingBefore(hits: Hits, offset: number): number {
  let at = firstFrom(hits, offset) - 1
  while (at >= 0 && (hits.ends[at] ?? 0) > offset) at--
  return at
}
