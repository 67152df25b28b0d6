import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Block } from '../../../shared/model/text-content'
import type { XmlAttributes, XmlNode } from '../xml/xml-tree'
import { writeBody } from './tei-body'
import { teiIds } from './tei-ids'
import type { Anchor, NamedStretch } from './tei-inline'

export interface TeiText {
  readonly document: VariorumDocument
  readonly blocks: readonly Block[]
  readonly annotations: readonly Annotation[]
  /** Sentences that links name, by their places in the canonical text (UTF-16), in order. */
  readonly sentences: readonly NamedStretch[]
}

/** Writes a text: its language, what kind of version it is where somebody has said so, and its body. */
export function writeText(parent: XmlNode, { document, blocks, annotations, sentences }: TeiText): void {
  const text = parent.add('text', {
    'xml:id': teiIds.text(document.id),
    'xml:lang': document.language,
    decls: `#${teiIds.source(document.id)}`,
    ...kindOf(document)
  })
  const body = text.add('body')
  writeBody(body, {
    blocks,
    furniture: document.furniture,
    sentences,
    anchors: anchorsOf(annotations),
    original: document.original.name
  })
  body.line()
}

function kindOf({ rendering, proposed }: VariorumDocument): XmlAttributes {
  if (rendering === 'unknown' || proposed.includes('rendering')) return {}
  return rendering === 'source' ? { type: 'source' } : { type: 'translation', subtype: rendering }
}

function anchorsOf(annotations: readonly Annotation[]): Anchor[] {
  return annotations
    .flatMap(({ id, selector: { start, end } }) => [
      { id: teiIds.begin(id), at: start, isEnd: false },
      { id: teiIds.end(id), at: end, isEnd: true }
    ])
    .sort((a, b) => a.at - b.at)
}
