import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import type { ExportSink } from '../format'
import type { Layout } from '../layout/blocks'
import { sheet } from '../layout/looks'
import { ZipSink } from '../layout/zip-sink'
import { element, joined, openElement, type Xml, xmlDeclaration } from '../xml/element'
import { BlockWriter } from './block-writer'
import { contentsField } from './contents'
import { namespaces } from './namespaces'
import { commentsPart, footnotesPart } from './notes'
import {
  appPropertiesPart,
  contentTypesPart,
  corePropertiesPart,
  customPropertiesPart,
  fontTablePart,
  footerPart,
  headerPart,
  numberingPart,
  settingsPart
} from './package-parts'
import { Relations } from './relations'
import { stylesPart } from './styles'
import { twips } from './units'

/** Citations as fields of reference managers. */
export interface LiveCitations {
  readonly documents: ReadonlyMap<DocumentId, VariorumDocument>
  /** What Zotero keeps of the whole file, by name. */
  readonly preferences: readonly (readonly [name: string, value: string])[]
}

/** Writes a layout as a Word document. Rejects where the sink does; then nothing of it is of use. */
export async function writeDocx(
  layout: Layout,
  sink: ExportSink,
  live: LiveCitations | null = null
): Promise<void> {
  const writer = new BlockWriter(layout.language === 'en' ? '' : layout.language, live?.documents ?? null)
  const body = await bodyOf(layout, writer, sink)
  const { relations } = writer
  const related = (type: string, name: string) => ({ path: `word/${name}`, id: relations.part(type, name) })
  const parts: readonly { path: string; id: string; content: Xml }[] = [
    { ...related('styles', 'styles.xml'), content: stylesPart(layout.language, layout.landscape) },
    { ...related('settings', 'settings.xml'), content: settingsPart(body.hasContents) },
    { ...related('numbering', 'numbering.xml'), content: numberingPart() },
    { ...related('fontTable', 'fontTable.xml'), content: fontTablePart() },
    { ...related('footnotes', 'footnotes.xml'), content: footnotesPart(writer.footnotes) },
    ...(writer.comments.length > 0
      ? [{ ...related('comments', 'comments.xml'), content: commentsPart(writer.comments) }]
      : []),
    { ...related('header', 'header1.xml'), content: headerPart(layout.header) },
    { ...related('header', 'header2.xml'), content: headerPart({ left: '', right: '' }) },
    { ...related('footer', 'footer1.xml'), content: footerPart() },
    { ...related('footer', 'footer2.xml'), content: footerPart() }
  ]
  const properties: readonly { path: string; type: string; content: Xml }[] = [
    { path: 'docProps/core.xml', type: 'core-properties', content: corePropertiesPart(layout) },
    { path: 'docProps/app.xml', type: 'extended-properties', content: appPropertiesPart() },
    ...(live && live.preferences.length > 0
      ? [
          {
            path: 'docProps/custom.xml',
            type: 'custom-properties',
            content: customPropertiesPart(live.preferences)
          }
        ]
      : [])
  ]
  const paths = ['word/document.xml', ...[...parts, ...properties].map(({ path }) => path)]
  const idOf = (path: string) => parts.find((each) => each.path === path)?.id ?? ''
  const section = sectionOf(layout, idOf)

  const zip = new ZipSink(sink, layout.made)
  await zip.part('[Content_Types].xml', [contentTypesPart(paths)])
  await zip.part('_rels/.rels', [packageRelations(properties)])
  await zip.part('word/document.xml', documentPieces(body.pieces, section))
  await zip.part('word/_rels/document.xml.rels', [relations.xml()])
  for (const { path, content } of [...parts, ...properties]) await zip.part(path, [content])
  if (!writer.noteRelations.isEmpty)
    await zip.part('word/_rels/footnotes.xml.rels', [writer.noteRelations.xml()])
  await zip.end()
  if (writer.unknownSigns > 0) sink.leftOut('charactersReplaced', writer.unknownSigns)
}

/** The blocks one after another; the table of contents, which stands before the headings it names, is made last. */
async function bodyOf(layout: Layout, writer: BlockWriter, sink: ExportSink) {
  const pieces: Xml[] = []
  let contents: { at: number; title: Xml } | null = null
  for await (const block of layout.blocks) {
    sink.signal.throwIfAborted()
    if (block.kind !== 'contents') pieces.push(writer.write(block))
    else {
      const inlines = [{ kind: 'text' as const, text: block.heading }]
      const title = writer.paragraph({ kind: 'paragraph', style: 'listHeading', inlines })
      contents = { at: pieces.length, title }
    }
  }
  if (contents) pieces.splice(contents.at, 0, contentsField(contents.title, writer.headings))
  return { pieces, hasContents: contents !== null }
}

function* documentPieces(pieces: readonly Xml[], section: Xml): Generator<Xml> {
  const document = openElement('w:document', namespaces)
  const body = openElement('w:body', {})
  yield joined([xmlDeclaration, document.start, body.start])
  yield* pieces
  yield joined([section, body.end, document.end])
}

/** The pages: A4, without a header on the first. */
function sectionOf(layout: Layout, idOf: (path: string) => string): Xml {
  const [width, height] = layout.landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height]
  const margin = twips(sheet.margin)
  return element(
    'w:sectPr',
    {},
    element('w:headerReference', { 'w:type': 'default', 'r:id': idOf('word/header1.xml') }),
    element('w:headerReference', { 'w:type': 'first', 'r:id': idOf('word/header2.xml') }),
    element('w:footerReference', { 'w:type': 'default', 'r:id': idOf('word/footer1.xml') }),
    element('w:footerReference', { 'w:type': 'first', 'r:id': idOf('word/footer2.xml') }),
    element('w:pgSz', {
      'w:w': twips(width),
      'w:h': twips(height),
      'w:orient': layout.landscape ? 'landscape' : undefined
    }),
    element('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': twips(sheet.outer),
      'w:footer': twips(sheet.outer),
      'w:gutter': 0
    }),
    element('w:titlePg', {})
  )
}

function packageRelations(properties: readonly { path: string; type: string }[]): Xml {
  const relations = new Relations()
  relations.part('officeDocument', 'word/document.xml')
  for (const { path, type } of properties) relations.part(type, path)
  return relations.xml()
}
