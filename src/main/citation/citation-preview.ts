import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { CitedDocument } from '../../shared/citation/csl-item'
import type { Locator } from '../../shared/export/excerpt-record'
import type { RichText } from '../../shared/export/rich-text'
import type { DocumentId } from '../../shared/model/ids'
import { CitationEngine } from './engine'
import { type Citable, type CiterInput, type EngineMaker, makeCiter } from './make-citer'
import { parseStyle } from './parse-style'
import type { StyleNode } from './style-tree'

export interface PreviewInput extends Pick<CiterInput, 'style' | 'language'> {
  /** The text of an opened style; null for those that ship. */
  readonly styleXml: string | null
  readonly metadata: Omit<CitedDocument, 'id'>
  /** Where in it; the document as a whole where it is absent. */
  readonly locator?: Locator
}

const nowhere = { page: null, sheet: null, time: null, paragraph: null, sentence: null, begins: null }
/** Processors by style and language, the last used last: making one takes far longer than citing with it. */
const engines = new Map<string, CitationEngine>()
const mostEngines = 4
let previews = 0

/**
 * How one document, or a place in it, is cited, and how it stands in the bibliography.
 * @throws StyleProblem where an opened style cannot be used
 */
export function citationPreview({
  style,
  styleXml,
  language,
  metadata,
  locator = nowhere
}: PreviewInput): CitationPreview {
  const document: CitedDocument = { ...metadata, id: `preview-${++previews}` as DocumentId }
  const opened = openedTree(styleXml)
  const about = { style, opened, language, placement: 'notes', documents: [document] } as const
  const citer = makeCiter(about, keptEngine(styleXml))
  const { note, inText } = citer.cite({ document: document.id, locator, earlier: null })
  return {
    cited: citer.kind === 'note' ? note : inText,
    entry: citer.bibliography()[0]?.entry ?? []
  }
}

/** Passages to be cited, each as if it were the only one. */
export interface CitationsInput extends Pick<CiterInput, 'style' | 'language' | 'documents'> {
  readonly styleXml: string | null
  readonly passages: readonly Citable[]
}

/**
 * How each of some passages is cited in full: no *ibid.*, no short form.
 * @throws StyleProblem where an opened style cannot be used
 */
export function citationsOf({ passages, documents, ...about }: CitationsInput): RichText[] {
  const cited: RichText[] = passages.map(() => [])
  // One document after another: they share a processor, which knows the last one only.
  for (const document of documents) {
    const cite = citerOfOne(document, about)
    for (const [at, passage] of passages.entries())
      if (passage.document === document.id) cited[at] = cite(passage)
  }
  return cited
}

/** Cites passages of one document, each in full; what is cited alike is cited once. */
function citerOfOne(
  document: CitedDocument,
  { styleXml, ...about }: Omit<CitationsInput, 'passages' | 'documents'>
): (passage: Citable) => RichText {
  const opened = openedTree(styleXml)
  const known = new Map<string, RichText>()
  const own = { ...document, id: `preview-${++previews}` as DocumentId }
  const prepared = new Map<string, CitationEngine>()
  const engineFor: EngineMaker = (...asked) => {
    const [, , language] = asked
    const engine = prepared.get(language) ?? keptEngine(styleXml)(...asked)
    prepared.set(language, engine)
    return engine
  }
  return ({ locator, earlier }) => {
    const key = JSON.stringify([locator, earlier])
    const before = known.get(key)
    if (before) return before
    const citer = makeCiter({ ...about, opened, placement: 'notes', documents: [own] }, engineFor)
    const { note, inText } = citer.cite({ document: own.id, locator, earlier })
    const cited = citer.kind === 'note' ? note : inText
    known.set(key, cited)
    return cited
  }
}

function openedTree(styleXml: string | null): StyleNode | null {
  return styleXml === null ? null : parseStyle(styleXml).tree
}

/** A processor that was made before for the same style, with other items. */
function keptEngine(styleXml: string | null): EngineMaker {
  return (name, tree, own, items) => {
    const key = [name, own, styleXml ?? ''].join('\n')
    const engine = engines.get(key) ?? new CitationEngine(name, tree, own, [])
    engines.delete(key)
    engines.set(key, engine)
    const [oldest] = engines.keys()
    if (engines.size > mostEngines && oldest !== undefined) engines.delete(oldest)
    engine.replace(items)
    return engine
  }
}
