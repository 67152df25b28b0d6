import type { Cite } from 'citeproc'
import type { CitationStyleInfo } from '../../shared/citation/citation-styles'
import type { CitedDocument } from '../../shared/citation/csl-item'
import type { CitedAs, ExcerptRecord } from '../../shared/export/excerpt-record'
import { plainText, type RichText } from '../../shared/export/rich-text'
import { catalogues } from '../../shared/locales/catalogues'
import type { DocumentId } from '../../shared/model/ids'
import { CitationEngine } from './engine'
import { engineItem, kindText } from './engine-item'
import { type CitationLanguage, type CslLocator, cslLocator, plainLocator, pointedPlace } from './locator'
import { hide } from './plain-strings'
import { type CitePosition, Positions } from './positions'
import { joined } from './rich-text-of'
import { styleOf } from './style-of'
import type { StyleNode } from './style-tree'
import { numbersIn, numbersOut, Templates } from './templates'

export interface CiterInput {
  /** A style that ships, or `file:` and the name of one that the person has opened. */
  readonly style: string
  /** The tree of an opened style; null for those that ship. */
  readonly opened: StyleNode | null
  /** Of the words in citations. */
  readonly language: CitationLanguage
  /** Whether each citation is a note; else they stand in the text. */
  readonly placement: 'none' | 'notes' | 'text'
  /** Those that are cited, and no others, in the order in which each is first cited: numbers go by it. */
  readonly documents: readonly CitedDocument[]
  /** False where the bibliography will not be asked for; else it may be. */
  readonly entries?: boolean
}

export interface BibliographyEntry {
  readonly document: DocumentId
  readonly entry: RichText
}

export interface Citer {
  /** Whether the style cites in notes, or in brackets in the text. */
  readonly kind: CitationStyleInfo['kind']
  /** The citation of an excerpt; to be asked for in the order in which they stand. Throws for a document it was not given. */
  cite(record: Citable): CitedAs
  /** The documents cited so far, in the style's order; empty where the style has no bibliography. */
  bibliography(): readonly BibliographyEntry[]
}

/** How a processor comes about: made anew, or one that was made before with other items. */
export type EngineMaker = (...about: ConstructorParameters<typeof CitationEngine>) => CitationEngine

const newEngine: EngineMaker = (...about) => new CitationEngine(...about)

/** What of an excerpt is cited. */
export type Citable = Pick<ExcerptRecord, 'document' | 'locator' | 'earlier'>

/**
 * Cites a stream of excerpts by CSL. In a Chinese export, and by the Chinese standard, each work is cited in the manner of its
 * own language, as the standard has it; in an English one all are cited in English.
 * @throws StyleProblem where an opened style cannot be used.
 */
export function makeCiter(
  { style, opened, language, placement, documents, entries = true }: CiterInput,
  makeEngine: EngineMaker = newEngine
): Citer {
  const tree = entries ? styleOf(style, opened) : forNotesAlone(styleOf(style, opened))
  const byId = new Map(documents.map((document) => [document.id, document]))
  const isEachInItsOwn = language === 'zh-CN' || style.startsWith('gb-')
  const languageOf = (document: CitedDocument): CitationLanguage =>
    isEachInItsOwn && isChinese(document) ? 'zh-CN' : 'en'
  const engines = new Map<CitationLanguage, CitationEngine>()
  const engineFor = (own: CitationLanguage) => {
    const items = () => documents.map((each) => engineItem(each, own, style))
    const engine = engines.get(own) ?? makeEngine(style, tree, own, items())
    engines.set(own, engine)
    return engine
  }
  const main = isEachInItsOwn ? 'zh-CN' : 'en'
  const { isNote, nearNoteDistance, heedsPositions } = engineFor(
    documents[0] ? languageOf(documents[0]) : main
  )
  const positions = new Positions(nearNoteDistance, placement !== 'text')
  const templates = new Templates()
  const cited = new Set<DocumentId>()
  const whole = new Map<CitationLanguage, Map<string, RichText>>()
  const facts = new Map<DocumentId, string>()
  const numberedIn = (document: CitedDocument): string => {
    const known = facts.get(document.id) ?? JSON.stringify(document)
    facts.set(document.id, known)
    return known
  }

  const wholeEntry = (document: CitedDocument, own: CitationLanguage): RichText => {
    const entries = whole.get(own) ?? engineFor(own).wholeEntries()
    whole.set(own, entries)
    return withKind(entries.get(document.id) ?? [], document, own)
  }

  const cluster = (
    document: CitedDocument,
    locator: CslLocator | null,
    record: Citable,
    position: CitePosition
  ): RichText => {
    const own = languageOf(document)
    const engine = engineFor(own)
    const isFirst = position.position === 0
    const suffix = suffixOf(record, own, isFirst && isNote ? kindUnsaid(engine, document, own) : '')
    const place = plainLocator(record, own, { named: false })
    const at = { ...locator, first: String(position.firstNote || '') }
    const said = numbersOut([at.locator ?? '', suffix, place, at.first].join('\n'))
    const where = heedsPositions ? `${position.position} ${position.nearNote}` : ''
    const key = [document.id, own, where, at.label ?? '', said.form].join('\n')
    return templates.citation(key, said.numbers, (numbers) => {
      const [text = '', end = '', plain = '', note = ''] = numbersIn(said.form, numbers).split('\n')
      const cite: Cite = {
        id: document.id,
        ...(heedsPositions ? { position: position.position, 'near-note': position.nearNote } : {}),
        ...(heedsPositions && note !== '' ? { 'first-reference-note-number': Number(note) } : {})
      }
      const pointed = locator && engine.cite({ ...cite, label: locator.label, locator: hide(text) })
      const isIgnored =
        pointed !== null &&
        !isPrinted(pointed, text, [numberedIn(document), note]) &&
        plainText(pointed) === plainText(engine.cite(cite))
      if (isIgnored) return pointedPlace(pointed, plain + end, style.startsWith('gb-'))
      if (end === '') return pointed ?? engine.cite(cite)
      const after = locator && { label: locator.label, locator: hide(text) }
      return engine.cite({ ...cite, ...after, suffix: hide(end) })
    })
  }

  return {
    kind: isNote ? 'note' : 'in-text',
    cite(record) {
      const document = byId.get(record.document)
      if (!document) throw new Error(`${record.document} is not among the documents to cite`)
      cited.add(document.id)
      const own = languageOf(document)
      const locator = cslLocator(record.locator, own)
      const position = positions.next(document.id, locator ? `${locator.locator}${locator.label}` : '')
      const made = cluster(document, locator, record, position)
      // A format writes one of the two; the other is made for who asks for it.
      if (isNote)
        return {
          note: made,
          get inText() {
            return inBrackets(made, own)
          }
        }
      return {
        get note() {
          const place = plainLocator(record, own, { named: true })
          const end = `${place === '' ? '' : `, ${place}`}${suffixOf(record, own, '')}`
          return ended(wholeEntry(document, own), end)
        },
        inText: made
      }
    },
    bibliography() {
      const order = [...engineFor(main).entries(cited).keys()]
      const own = new Map<string, RichText>()
      for (const each of new Set(documents.map(languageOf))) {
        const ids = documents.filter(({ id }) => cited.has(id)).filter((one) => languageOf(one) === each)
        for (const [id, entry] of engineFor(each).entries(new Set(ids.map(({ id }) => id))))
          own.set(id, entry)
      }
      return order.flatMap((id) => {
        const document = byId.get(id as DocumentId)
        const entry = own.get(id)
        return document && entry
          ? [{ document: document.id, entry: withKind(entry, document, languageOf(document)) }]
          : []
      })
    }
  }
}

/**
 * A style of notes less its bibliography, where laying out takes as long as that of the notes. In the others citations go by
 * the order of the entries: they stay as they are.
 */
function forNotesAlone(style: StyleNode): StyleNode {
  if (style.attrs.class !== 'note') return style
  const isEntries = (child: StyleNode['children'][number]) =>
    typeof child !== 'string' && child.name === 'bibliography'
  return { ...style, children: style.children.filter((child) => !isEntries(child)) }
}

/** Whether a citation certainly says a place: its words stand in it, and in nothing else that it may say. */
function isPrinted(cited: RichText, place: string, others: readonly string[]): boolean {
  return place !== '' && plainText(cited).includes(place) && !others.some((each) => each.includes(place))
}

function isChinese({ language, title }: CitedDocument): boolean {
  return language === 'und' ? /\p{Script=Han}/u.test(title) : /^(zh|cmn|yue|lzh)\b/i.test(language)
}

/** The kind of translation where the style does not print it in a full note by itself. */
function kindUnsaid(engine: CitationEngine, document: CitedDocument, language: CitationLanguage): string {
  const kind = kindText(document, language)
  return kind === '' || isSaidIn(engine.cite({ id: document.id, position: 0 }), kind) ? '' : kind
}

function isSaidIn(text: RichText, kind: string): boolean {
  return plainText(text).toLowerCase().includes(kind.toLowerCase())
}

/** An entry that says the kind of translation, at its end where the style has no place for it. */
function withKind(entry: RichText, document: CitedDocument, language: CitationLanguage): RichText {
  const kind = kindText(document, language)
  if (kind === '' || entry.length === 0 || isSaidIn(entry, kind)) return entry
  const upper = kind.charAt(0).toUpperCase() + kind.slice(1)
  return joined([...entry, { text: `${/[.。]$/.test(plainText(entry)) ? '' : '.'} ${upper}.` }])
}

/** What follows the locator: the kind of translation, and that it is an earlier state of the text. */
function suffixOf({ earlier }: Citable, language: CitationLanguage, kind: string): string {
  const state = earlier && catalogues[language].citation.earlier.replace('{{date}}', earlier.slice(0, 10))
  const comma = language === 'zh-CN' ? '，' : ', '
  return [kind, state].flatMap((part) => (part ? [`${comma}${part}`] : [])).join('')
}

function inBrackets(note: RichText, language: CitationLanguage): RichText {
  const [open, close] = language === 'zh-CN' ? ['（', '）'] : ['(', ')']
  return joined([{ text: open }, ...withoutPeriod(note), { text: close }])
}

/** A whole entry and the place in it (`, p. 3`), as one sentence. */
function ended(entry: RichText, place: string): RichText {
  return place === '' ? entry : joined([...withoutPeriod(entry), { text: `${place}.` }])
}

function withoutPeriod(text: RichText): RichText {
  const last = text.at(-1)
  // The period of `n.d.` is its own.
  if (!last || !/(?<!\.\p{L})[.。]$/u.test(last.text)) return text
  return [...text.slice(0, -1), { ...last, text: last.text.slice(0, -1) }].filter((run) => run.text !== '')
}
