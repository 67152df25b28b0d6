import { characterKind, kindAt } from './characters'
import { foldExpression } from './fold-expression'
import { type FoldSwitches, foldSwitches } from './fold-sign'
import { foldText } from './fold-text'
import { inflectedForms } from './inflection'
import type { QueryNode, Term } from './query'
import type { ConcordanceSettings } from './settings'
import { wordPieces } from './wildcards'

/** What is looked for in a folded text: letters as they are, or an expression; whole words only, where `whole` says so. */
export type Leaf =
  | { readonly kind: 'literal'; readonly needle: string; readonly whole: boolean }
  | {
      readonly kind: 'expression'
      /** With the flag g. */
      readonly pattern: RegExp
      /** A hit begins where a word does; its end the pattern itself sees to. */
      readonly whole: boolean
      /** Hits grow to whole graphemes; else one that would cut a grapheme is none. */
      readonly grows: boolean
    }

export type LeafNode = Extract<QueryNode, { kind: 'phrase' | 'expression' }>

/** Makes what is looked for of a phrase or an expression. @param english whether English inflection is to count */
export function leafOf(node: LeafNode, settings: ConcordanceSettings, english: boolean): Leaf {
  const switches = foldSwitches(settings.same)
  if (node.kind === 'expression') return expressionLeaf(node.source, switches)
  const { terms } = node
  const isLiteral =
    settings.same.hyphens !== 'optional' &&
    !(english && settings.same.inflection) &&
    terms.every((term) => term.kind === 'quoted' || (term.kind === 'word' && isPlainWord(term.text)))
  const context: Context = { switches, settings, english }
  if (isLiteral) {
    const needle = foldText(terms.map(lettersOf).join(' '), switches).text
    // Between ideographs a space may stand or not.
    if (!besideUnspaced.test(needle)) return { kind: 'literal', needle, whole: settings.wholeWords }
  }
  const source = phraseSource(terms, context)
  const end = settings.wholeWords ? wordEnd : ''
  return {
    kind: 'expression',
    pattern: new RegExp(source + end, 'gu'),
    whole: settings.wholeWords,
    grows: false
  }
}

interface Context {
  readonly switches: FoldSwitches
  readonly settings: ConcordanceSettings
  readonly english: boolean
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const besideUnspaced = new RegExp(`(?<=[${unspaced}]) | (?=[${unspaced}])`, 'u')
const everyBesideUnspaced = new RegExp(besideUnspaced, 'gu')

/** No letter of a spaced script goes on here behind another one. */
const wordEnd = `(?:(?<=[${unspaced}]|[^\\p{L}\\p{N}\\p{M}])|(?![\\p{L}\\p{N}\\p{M}])|(?=[${unspaced}]))`

/** Any letters of a spaced script. */
const spacedLetters = `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])*`

function expressionLeaf(source: string, switches: FoldSwitches): Leaf {
  const { source: folded, ignoresCase } = foldExpression(source, switches)
  return {
    kind: 'expression',
    pattern: new RegExp(folded, `gmu${ignoresCase ? 'i' : ''}`),
    whole: false,
    grows: true
  }
}

function phraseSource(terms: readonly Term[], context: Context): string {
  return terms
    .map((term, index) => {
      const own = termSource(term, context)
      const next = terms[index + 1]
      return next === undefined ? own : own + gap(lastLetter(term), firstLetter(next))
    })
    .join('')
}

function termSource(term: Term, context: Context): string {
  if (term.kind === 'any')
    return `(?:${term.of
      .map((each) => phraseSource(each, context))
      .sort((a, b) => b.length - a.length)
      .join('|')})`
  const folded = (text: string) => foldText(text, context.switches).text
  if (term.kind === 'quoted') return lettersSource(folded(term.text), context)
  const pieces = wordPieces(term.text)
  const [only] = pieces
  if (
    pieces.length === 1 &&
    only?.kind === 'letters' &&
    context.english &&
    context.settings.same.inflection
  ) {
    const forms = inflectedForms(folded(only.text).toLowerCase())
    const written = context.switches.case || forms.length === 1 ? forms : casedForms(only.text, forms)
    const own = forms.length === 1 ? [folded(only.text)] : written
    return `(?:${own
      .sort((a, b) => b.length - a.length)
      .map((form) => lettersSource(form, context))
      .join('|')})`
  }
  return pieces
    .map((piece, index) => {
      if (piece.kind === 'letters') return lettersSource(folded(piece.text), context)
      if (piece.kind === 'one') return '[\\p{L}\\p{N}\\p{M}]'
      const beside = [pieces[index - 1], pieces[index + 1]].map((each) =>
        each?.kind === 'letters' ? each.text : ''
      )
      return isUnspaced(beside[0]?.at(-1)) || isUnspaced(beside[1]?.at(0))
        ? '[\\p{L}\\p{N}\\p{M}]{0,8}?'
        : spacedLetters
    })
    .join('')
}

/** Forms with a capital where the word has one. */
function casedForms(word: string, forms: readonly string[]): string[] {
  const isCapital = /^\p{Lu}/u.test(word)
  return forms.map((form) => (isCapital ? form.charAt(0).toUpperCase() + form.slice(1) : form))
}

function isUnspaced(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && kindAt(letter, 0) === characterKind.unspaced
}

/** Letters as an expression; where hyphens are optional, one may stand between any two. */
function lettersSource(folded: string, { settings }: Context): string {
  const isOptional = settings.same.hyphens === 'optional'
  const signs = Array.from(isOptional ? folded.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '') : folded)
  const sources = signs.map((sign) => (sign === ' ' ? ' ' : escaped(sign)))
  if (!isOptional) return sources.join('').replace(everyBesideUnspaced, ' ?')
  return sources
    .map((source, index) => {
      const [own = '', next = ''] = [signs[index], signs[index + 1]]
      return /[\p{L}\p{N}]/u.test(own) && /[\p{L}\p{N}]/u.test(next) ? `${source}-?` : source
    })
    .join('')
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Between two words of a phrase stands a space; between ideographs perhaps. */
function gap(before: string, after: string): string {
  return isUnspaced(before) || isUnspaced(after) ? ' ?' : ' '
}

function lastLetter(term: Term): string {
  if (term.kind === 'any') return lastLetter(term.of[0]?.at(-1) ?? { kind: 'word', text: '' })
  return lettersOf(term).at(-1) ?? ''
}

function firstLetter(term: Term): string {
  if (term.kind === 'any') return firstLetter(term.of[0]?.[0] ?? { kind: 'word', text: '' })
  return lettersOf(term).at(0) ?? ''
}

function isPlainWord(typed: string): boolean {
  return wordPieces(typed).every(({ kind }) => kind === 'letters')
}

/** The letters of a term without wildcards. */
function lettersOf(term: Term): string {
  if (term.kind === 'quoted') return term.text
  if (term.kind === 'any') return ''
  return wordPieces(term.text)
    .map((piece) => (piece.kind === 'letters' ? piece.text : ''))
    .join('')
}
