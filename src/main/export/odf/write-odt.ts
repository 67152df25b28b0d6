import type { ExportSink } from '../format'
import type { Layout } from '../layout/blocks'
import { ZipSink } from '../layout/zip-sink'
import { element, joined, openElement, textNode, type Xml, xmlDeclaration } from '../xml/element'
import { BlockWriter } from './block-writer'
import { contentsIndex } from './contents'
import { mediaType, namespaces } from './namespaces'
import { fontFaces, stylesPart } from './styles'

/** Writes a layout as an OpenDocument text. Rejects where the sink does; then nothing of it is of use. */
export async function writeOdt(layout: Layout, sink: ExportSink): Promise<void> {
  const writer = new BlockWriter(layout.language === 'en' ? '' : layout.language)
  const pieces = await bodyOf(layout, writer, sink)
  const zip = new ZipSink(sink, layout.made)
  // The kind of the file is its first entry, and not packed, so that programs can tell it by its first bytes.
  await zip.stored('mimetype', mediaType)
  await zip.part('content.xml', contentPieces(pieces, writer.styles.all()))
  await zip.part('styles.xml', [stylesPart(layout)])
  await zip.part('meta.xml', [metaPart(layout)])
  await zip.part('META-INF/manifest.xml', [manifestPart()])
  await zip.end()
  if (writer.unknownSigns > 0) sink.leftOut('charactersReplaced', writer.unknownSigns)
}

/** The blocks one after another; the table of contents, which stands before the headings it names, is made last. */
async function bodyOf(layout: Layout, writer: BlockWriter, sink: ExportSink): Promise<Xml[]> {
  const pieces: Xml[] = []
  let contents: { at: number; heading: string } | null = null
  for await (const block of layout.blocks) {
    sink.signal.throwIfAborted()
    if (block.kind === 'contents') contents = { at: pieces.length, heading: block.heading }
    else pieces.push(writer.write(block))
  }
  if (contents) pieces.splice(contents.at, 0, contentsIndex(contents.heading, writer.headings))
  return pieces
}

function* contentPieces(pieces: readonly Xml[], styles: readonly Xml[]): Generator<Xml> {
  const document = openElement('office:document-content', namespaces)
  const body = openElement('office:body', {})
  const text = openElement('office:text', {})
  yield joined([xmlDeclaration, document.start, fontFaces()])
  yield element('office:automatic-styles', {}, ...styles)
  yield joined([body.start, text.start])
  yield* pieces
  yield joined([text.end, body.end, document.end])
}

function metaPart({ title, language, made }: Layout): Xml {
  const time = made.replace(/Z$/, '')
  const said: readonly [string, string][] = [
    ['meta:generator', 'Variorum'],
    ['dc:title', title],
    ['dc:language', language],
    ['meta:creation-date', time],
    ['dc:date', time]
  ]
  const meta = element('office:meta', {}, ...said.map(([name, value]) => element(name, {}, textNode(value))))
  return joined([xmlDeclaration, element('office:document-meta', namespaces, meta)])
}

function manifestPart(): Xml {
  const entry = (path: string, type: string, version?: string) =>
    element('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:version': version,
      'manifest:media-type': type
    })
  return joined([
    xmlDeclaration,
    element(
      'manifest:manifest',
      {
        'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
        'manifest:version': '1.3'
      },
      entry('/', mediaType, '1.3'),
      ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml'))
    )
  ])
}
