import type { ExcerptRecord } from '../../../../shared/export/excerpt-record'
import type { ContentHash, DocumentId } from '../../../../shared/model/ids'
import type { Coder } from '../../../../shared/model/project'
import { sealedArchive } from '../../../backup/archive'
import { sha256InSlices } from '../../../backup/hash-in-slices'
import { originalName, textFile } from '../../../store/content-store'
import { type EvidenceManifest, excerptsPath, manifestPath } from '../../evidence/evidence-data'
import { checkingPage, excerptsPage } from '../../evidence/evidence-page'
import { type EvidenceExcerpt, evidenceCodebook, evidenceExcerpt } from '../../evidence/evidence-records'
import { defineFormat, type ExcerptsModel, type ExportSink } from '../../format'

/**
 * Excerpts that can be checked without this program: an archive of them with the texts and originals that they cite, the
 * codebook, the SHA-256 of each file in a manifest, and a page that checks all of it by itself.
 */
export const excerptsEvidence = defineFormat({
  id: 'evidence',
  of: 'excerpts',
  extension: 'zip',
  group: 'exchange',
  label: { en: 'Evidence bundle', 'zh-CN': '证据包' },
  hint: {
    en: 'Excerpts with the texts that they cite, and a page that checks them offline.',
    'zh-CN': '摘录及其所引文本，附离线核对页面。'
  },
  options: ['group', 'sort', 'context', 'memos', 'coders', 'citations', 'style', 'language', 'originals'],
  preview: 'html',
  async write(model, options, sink) {
    const excerpts = await readExcerpts(model, options.memos !== 'none', sink.signal)
    for await (const piece of sealedArchive(entriesOf(model, excerpts, options.originals, sink)))
      await sink.write(piece)
  }
})

interface Cited {
  readonly excerpts: readonly EvidenceExcerpt[]
  readonly texts: ReadonlySet<ContentHash>
  readonly documents: ReadonlySet<DocumentId>
  readonly coders: string
}

/** Each excerpt once, under however many headings it stands. */
async function readExcerpts(model: ExcerptsModel, withMemos: boolean, signal: AbortSignal): Promise<Cited> {
  const excerpts: EvidenceExcerpt[] = []
  const seen = new Set<ExcerptRecord['id']>()
  const texts = new Set<ContentHash>()
  const documents = new Set<DocumentId>()
  const coders = new Set<string>()
  for await (const item of model.items()) {
    signal.throwIfAborted()
    if (item.kind !== 'excerpt' || seen.has(item.excerpt.id)) continue
    const { excerpt } = item
    seen.add(excerpt.id)
    texts.add(excerpt.revision)
    documents.add(excerpt.document)
    for (const id of [excerpt.coder, ...excerpt.codings.map(({ coder }) => coder)]) {
      const coder: Coder | undefined = model.info.coders[id]
      if (coder) coders.add(coder.name)
    }
    excerpts.push(evidenceExcerpt(excerpt, model, withMemos))
  }
  return { excerpts, texts, documents, coders: [...coders].sort().join('; ') }
}

async function* entriesOf(
  model: ExcerptsModel,
  { excerpts, texts, documents, coders }: Cited,
  withOriginals: boolean,
  sink: ExportSink
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const { page } = model
  const files: Record<string, EvidenceManifest['files'][string]> = {}
  const embedded: Record<string, string> = {}
  const entry = async (name: string, content: string | Uint8Array) => {
    sink.signal.throwIfAborted()
    const bytes = Buffer.from(content)
    files[name] = { bytes: bytes.length, sha256: await sha256InSlices(bytes) }
    return { name, bytes }
  }
  const statement = { project: page.project, chosenBy: page.chosenBy, made: page.made, change: page.change }
  const list = json({ format: 1, ...statement, version: page.version, coders, excerpts })
  embedded[excerptsPath] = list
  yield await entry(excerptsPath, list)
  yield await entry('excerpts.html', excerptsPage(model, coders, excerpts))
  yield await entry('codebook.json', json(evidenceCodebook(model)))
  for (const hash of texts) {
    const own = await model.contents.text(hash).then(textFile, () => null)
    if (own?.hash !== hash) sink.leftOut('textsDamaged', 1)
    else {
      embedded[`texts/${hash}.json`] = own.body
      yield await entry(`texts/${hash}.json`, own.body)
    }
  }
  const written = new Set<string>()
  for (const id of withOriginals ? documents : []) {
    const document = model.documents.get(id)
    if (!document) continue
    const name = originalName(document.original)
    if (written.has(name)) continue
    written.add(name)
    const bytes = await model.contents.original(document).catch(() => null)
    if (bytes) yield await entry(name, bytes)
    else sink.leftOut('originalsDamaged', 1)
  }
  const manifest = json({ kind: 'variorum-evidence', format: 1, ...statement, version: page.version, files })
  yield { name: manifestPath, bytes: Buffer.from(manifest) }
  yield { name: 'index.html', bytes: Buffer.from(checkingPage(model, coders, { manifest, files: embedded })) }
}

function json(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`
}
