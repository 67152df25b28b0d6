/**
 * The query language as a tree. `parseQuery` makes it from text and `printQuery` gives the text back, so that a form can
 * edit it. Offsets of problems are UTF-16 code units of the query's text.
 *
 * ```
 * snow                    a word                    run* | r?n      wildcards: any letters | one letter
 * north window            a phrase                  (north|south) window   alternatives within a phrase
 * "and/or"                words as they are written, no sign has a meaning
 * /re(ad|wr)ite/          a regular expression
 * a NEAR/5 b   a NEAR b   within five words, in any order, in one sentence; `NEAR/5/p` within a paragraph
 * a BEFORE/5 b            the same, in this order
 * formula:最多跑一次        every rendering of a formula of the register
 * a OR b                  either
 * a AND b   a NOT b       lines of `a` where the paragraph has `b` (has none); `AND/s` sentence, `AND/d` document
 * lang:en  date:2018..2020  publisher:"…"  kind:official  attr:"Name=value"  block:heading
 * coder:Name  theme:"Path / Name"  -theme:"…"  doubtful:yes
 * a BESIDE b   a NOT BESIDE b   the rendering beside the sentence says `b` (does not)
 * ```
 *
 * From weakest to strongest: BESIDE, OR, AND and NOT, NEAR and BEFORE, phrase. Round brackets group.
 */

/** The stretch of text in which two things have to stand together. */
export type Scope = 'sentence' | 'paragraph' | 'document'

/** One place of a phrase. */
export type Term =
  /** A word. `*` and `?` in it are wildcards unless a backslash stands before them. */
  | { readonly kind: 'word'; readonly text: string }
  /** Words exactly as they are written; signs have no meaning in them. */
  | { readonly kind: 'quoted'; readonly text: string }
  /** One of several words or phrases. */
  | { readonly kind: 'any'; readonly of: readonly (readonly Term[])[] }

/** What `lang:`, `date:` and the others before a colon are called. */
export const fieldNames = [
  'lang',
  'date',
  'publisher',
  'kind',
  'attr',
  'block',
  'coder',
  'theme',
  'doubtful'
] as const
export type FieldName = (typeof fieldNames)[number]

/**
 * A condition on where a hit stands. `lang`, `date` (a date or `from..to`, either end may be missing), `publisher` (a part of
 * the name), `kind` (of version) and `attr` (`Name=value`, or `Name` alone: it has a value) are of the document; `block` (its
 * kind) is of the paragraph; `coder`, `theme` (a path or an id, with the themes below it) and `doubtful` (`yes`, `no`) are of
 * the highlights that share characters with the hit.
 */
export interface FieldCondition {
  readonly field: FieldName
  readonly value: string
  /** Whether it must not hold: `-theme:x`. */
  readonly negated: boolean
}

export type QueryNode =
  /** A phrase of one or more places; its words follow one another. */
  | { readonly kind: 'phrase'; readonly terms: readonly Term[] }
  /** A regular expression of JavaScript (flag `u`), over the folded text of one paragraph. */
  | { readonly kind: 'expression'; readonly source: string }
  /** A formula of the register, by its id, a source form or a rendering: every place of every accepted rendering. */
  | { readonly kind: 'formula'; readonly name: string }
  | { readonly kind: 'or'; readonly of: readonly QueryNode[] }
  /** At most `distance` words from one to the other; the hit is from the first to the last. */
  | {
      readonly kind: 'near'
      readonly left: QueryNode
      readonly right: QueryNode
      readonly distance: number
      readonly ordered: boolean
      readonly scope: 'sentence' | 'paragraph'
    }
  /** The hits of `left` in whose stretch there is (negated: is not) a hit of `right`. */
  | {
      readonly kind: 'and'
      readonly left: QueryNode
      readonly right: QueryNode
      readonly scope: Scope
      readonly negated: boolean
    }
  /** The hits of `of` that fulfil every condition. */
  | { readonly kind: 'where'; readonly of: QueryNode; readonly conditions: readonly FieldCondition[] }
  /** The hits of `of` whose sentence is linked with sentences of another version that have (negated: do not have) `other`. */
  | {
      readonly kind: 'beside'
      readonly of: QueryNode
      readonly other: QueryNode
      readonly negated: boolean
    }

/** What is wrong with a query. The catalogue has a sentence for each (`concordance.problems`). */
export type QueryProblemCode =
  | 'empty'
  | 'quoteOpen'
  | 'expressionOpen'
  | 'bracketOpen'
  | 'bracketClosed'
  | 'operandMissing'
  | 'operatorMissing'
  | 'expressionWrong'
  | 'fieldUnknown'
  | 'fieldValue'
  | 'fieldAlone'
  | 'themeUnknown'
  | 'coderUnknown'
  | 'formulaUnknown'
  | 'wordsMissing'
  | 'distanceWrong'
  | 'besideTwice'
  | 'tooLong'
  | 'tooDeep'

/** A problem and where it is: UTF-16 offsets in the query, `end` exclusive; both the query's length at its end. */
export interface QueryProblem {
  readonly code: QueryProblemCode
  readonly start: number
  readonly end: number
  /** What the sentence of the catalogue needs: a field's name, the engine's own words about an expression. */
  readonly detail: string
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: QueryNode }
  | { readonly ok: false; readonly problem: QueryProblem }
