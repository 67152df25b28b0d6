import { extname } from 'node:path'
import { ownOrigin, projectNamespace } from '../../../shared/interchange/refi/origin'
import type { Annotation } from '../../../shared/model/annotation'
import { currentText } from '../../../shared/model/current-text'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Guid } from '../../../shared/model/guid'
import type { CoderId, DocumentId, ThemeId } from '../../../shared/model/ids'
import type { Coder } from '../../../shared/model/project'
import type { TextContent } from '../../../shared/model/text-content'
import { canonicalText } from '../../../shared/text/canonical'
import { EntityGuids } from '../../project/entity-guid'
import { originalName } from '../../store/content-store'
import type { ExportSink, ProjectModel } from '../format'
import { tellLeftOut } from '../left-out'
import { type ZipEntry, ZipToSink } from '../zip-to-sink'
import { DistinctNames } from './distinct-names'
import { LossCount } from './loss-count'
import { NotesToWrite } from './notes'
import { Variables } from './variables'
import { type NamedCode, namedCodes, writeCodes, writeSets } from './write-codebook'
import { type KnownToSources, textFileOf, writeSource } from './write-sources'
import { XmlStream } from './xml-stream'

/**
 * A project as a REFI-QDA project 1.0 (`.qdpx`): `project.qde` with everything but the words, then the texts and notes
 * under `sources/`, in UTF-8 with LF and without a byte-order mark. Texts are read one at a time, twice. REFI-QDA has no place
 * for the files that texts were made from: where they are wanted they lie beside, under `originals/`, by the GUID of their text.
 */
export async function writeProject(
  model: ProjectModel,
  sink: ExportSink,
  { originals = false }: { readonly originals?: boolean } = {}
): Promise<void> {
  const zip = new ZipToSink(sink, model.page.made)
  const guids = new EntityGuids(model.info.id)
  const notes = new NotesToWrite(model, guids)
  const losses = await writeProjectFile(zip.entry('project.qde'), model, guids, notes, sink.signal)
  for (const document of model.documents.values()) {
    sink.signal.throwIfAborted()
    const name = textFileOf(guids.of('document', document))
    await zip.file(`sources/${name}`, fileTextOf(await model.contents.text(currentText(document))))
  }
  for (const { name, text } of notes.files()) await zip.file(`sources/${name}`, text)
  const missing = originals ? await writeOriginals(model, zip, guids, sink) : model.documents.size
  await zip.end()
  tellLeftOut(sink, { ...losses, originals: missing })
}

/** Writes the files that the texts came in; gives how many are not in the project. Those that are damaged are told. */
async function writeOriginals(
  { documents, contents }: ProjectModel,
  zip: ZipToSink,
  guids: EntityGuids,
  sink: ExportSink
): Promise<number> {
  let missing = 0
  for (const document of documents.values()) {
    sink.signal.throwIfAborted()
    let bytes: Uint8Array | null = null
    try {
      bytes = await contents.original(document)
      if (!bytes) missing++
    } catch {
      sink.leftOut('originalsDamaged', 1)
    }
    const name = `${guids.of('document', document)}${extname(originalName(document.original))}`
    if (bytes) await zip.file(`originals/${name}`, bytes)
  }
  return missing
}

async function writeProjectFile(
  entry: ZipEntry,
  model: ProjectModel,
  guids: EntityGuids,
  notes: NotesToWrite,
  signal: AbortSignal
): Promise<ReturnType<LossCount['counts']>> {
  const { info, page } = model
  const coderGuid = (id: CoderId) => guids.of('coder', { id, guid: info.coders[id]?.guid })
  const codeNames = new DistinctNames()
  const codes = namedCodes(model, guids, codeNames)
  const variables = new Variables(model, guids)
  const xml = new XmlStream()
  xml.root(
    projectNamespace,
    'Project',
    {
      name: info.name,
      origin: ownOrigin(page.version),
      creatingUserGUID: info.coders[model.coder] ? coderGuid(model.coder) : undefined,
      creationDateTime: info.created,
      modifiedDateTime: page.made
    },
    [...codeNames.instructions, ...variables.instructions, ...notes.before()]
  )
  writeUsers(xml, model, coderGuid)
  if (codes.length > 0) {
    xml.open('CodeBook')
    writeCodes(xml, codes, model.language, (theme) => {
      for (const guid of notes.onTheme(theme)) xml.reference('NoteRef', guid)
    })
    xml.close()
  }
  variables.write(xml)
  const losses = new LossCount(model, codeNames.instructions.length)
  const known: KnownToSources = { guids, variables, coderGuid, codeGuid: guidsByTheme(codes) }
  await writeSources(xml, model, known, { entry, notes, losses, signal })
  notes.write(xml, coderGuid)
  notes.writeLinks(xml)
  writeSets(xml, model, guids, 'targetGUID')
  for (const guid of notes.onProject()) xml.reference('NoteRef', guid)
  xml.end()
  await entry.write(xml.take())
  await entry.end()
  return losses.counts()
}

async function writeSources(
  xml: XmlStream,
  model: ProjectModel,
  known: KnownToSources,
  tools: {
    readonly entry: ZipEntry
    readonly notes: NotesToWrite
    readonly losses: LossCount
    readonly signal: AbortSignal
  }
): Promise<void> {
  if (model.documents.size === 0) return
  const { entry, notes, losses, signal } = tools
  const rest = new Map<DocumentId, VariorumDocument>(model.documents)
  const write = async (document: VariorumDocument, annotations: readonly Annotation[]) => {
    signal.throwIfAborted()
    const current = currentText(document)
    const settled = annotations.filter(({ selector }) => selector.revision === current)
    const unsettled = annotations.filter(({ selector }) => selector.revision !== current)
    notes.keepUnsettled(document, unsettled)
    const content = await model.contents.text(current)
    const { joined } = writeSource(xml, document, fileTextOf(content), settled, known)
    losses.count(annotations, { unsettled: unsettled.length, joined }, content)
    await entry.write(xml.take())
  }
  xml.open('Sources')
  for await (const { document: id, annotations } of model.annotations()) {
    const document = rest.get(id)
    if (!document) continue
    rest.delete(id)
    await write(document, annotations)
  }
  for (const document of rest.values()) await write(document, [])
  xml.close()
}

/** The exporting coder first: QualCoder shows the work of the first one when a project is opened. */
function writeUsers(xml: XmlStream, { info, coder }: ProjectModel, guid: (id: CoderId) => Guid): void {
  const all = Object.values<Coder>(info.coders)
  if (all.length === 0) return
  const own = all.filter(({ id }) => id === coder)
  xml.open('Users')
  for (const { id, name } of [...own, ...all.filter((each) => each.id !== coder)])
    xml.empty('User', { guid: guid(id), name })
  xml.close()
}

function guidsByTheme(codes: readonly NamedCode[]): (id: ThemeId) => Guid | null {
  const found = new Map<ThemeId, Guid>()
  const put = ({ theme, guid, children }: NamedCode) => {
    found.set(theme.id, guid)
    for (const child of children) put(child)
  }
  for (const code of codes) put(code)
  return (id) => found.get(id) ?? null
}

/** A mark at the very beginning of a text would be taken for a byte-order mark: there it is the word joiner that means the same. */
function fileTextOf({ blocks }: TextContent): string {
  return canonicalText(blocks).replace(/^\uFEFF/, '\u2060')
}
