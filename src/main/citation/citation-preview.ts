import type { CitationPreview } from '../../shared/citation/citation-styles'
import type { CitedDocument } from '../../shared/citation/csl-item'
import type { Locator } from '../../shared/export/excerpt-record'
import type { DocumentId } from '../../shared/model/ids'
import { CitationEngine } from './engine'
import { type CiterInput, makeCiter } from './make-citer'

export interface PreviewInput extends Pick<CiterInput, 'style' | 'styleXml' | 'language'> {
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
  const about = { style, styleXml, language, placement: 'notes', documents: [document] } as const
  const citer = makeCiter(about, (name, tree, own, items) => {
    const key = [name, own, styleXml ?? ''].join('\n')
    const engine = engines.get(key) ?? new CitationEngine(name, tree, own, [])
    engines.delete(key)
    engines.set(key, engine)
    const [oldest] = engines.keys()
    if (engines.size > mostEngines && oldest !== undefined) engines.delete(oldest)
    engine.replace(items)
    return engine
  })
  const { note, inText } = citer.cite({ document: document.id, locator, earlier: null })
  return {
    cited: citer.kind === 'note' ? note : inText,
    entry: citer.bibliography()[0]?.entry ?? []
  }
}
