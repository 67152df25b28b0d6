import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ExportSubject, exportSubjects } from '../../shared/export/export-format-info'
import { ExportOptions } from '../../shared/export/export-options'
import type { DocumentId } from '../../shared/model/ids'
import { coder } from '../../shared/testing/sample-records'
import type { ExportFormat, ExportModels, ExportSink } from './format'
import { exportFormats } from './registry'
import { sampleCodebook } from './testing/sample-codebook'
import { sampleConcordance } from './testing/sample-concordance'
import { sampleDocument, sampleHighlights } from './testing/sample-document'
import { sampleWork, sampleWorkAnnotations, sampleWorkModel } from './testing/sample-edition'
import { sampleFormulae } from './testing/sample-formulae'
import { sampleExcerpts, samplePage, sampleReferences, sampleText } from './testing/sample-models'
import { sampleQuality } from './testing/sample-quality'
import { sampleQuotations } from './testing/sample-quotations'
import { exportWords } from './words'

/** What each format writes of the same small sample lies in `fixtures/golden`; `vitest run golden -u` writes it anew. */
const folder = join(import.meta.dirname, 'fixtures', 'golden')
/** A bundle is made of a project's own files: its tests make one. */
const ofFiles = new Set(['project-bundle'])

const work = sampleWork()
const models: { readonly [Of in ExportSubject]: () => ExportModels[Of] } = {
  excerpts: () => sampleExcerpts(),
  work: () => sampleWorkModel(work, sampleWorkAnnotations(work)),
  codebook: () => sampleCodebook(),
  document: () => sampleDocument(),
  concordance: () => sampleConcordance(),
  quotations: () => sampleQuotations(),
  formulae: () => sampleFormulae(),
  quality: () => sampleQuality(),
  project: () => ({
    ...sampleReferences,
    page: { ...samplePage, title: 'Harbour study' },
    words: exportWords('en'),
    language: 'en',
    coder: coder.id,
    folder: '',
    memos: sampleCodebook().memos,
    alignments: [],
    contents: { text: async () => sampleText('d1' as DocumentId), original: async () => null },
    async *annotations() {
      yield { document: 'd1' as DocumentId, annotations: sampleHighlights }
    }
  })
}

/** All that a format writes, as text: each file of a folder or an archive under its path. A PDF is the page that is printed. */
async function writtenBy<Of extends ExportSubject>(format: ExportFormat<Of>): Promise<string> {
  const pieces: Buffer[] = []
  const files = new Map<string, Uint8Array>()
  const left: string[] = []
  const sink: ExportSink = {
    print: async (html) => Buffer.from(html),
    signal: new AbortController().signal,
    write: async (piece) => void pieces.push(Buffer.from(piece as string)),
    file: async (path, content) => void files.set(path, Buffer.from(content as string)),
    leftOut: (kind, count) => void left.push(`${kind}: ${count}`)
  }
  const options = ExportOptions.parse({ memos: format.options.includes('contents') ? 'comments' : 'text' })
  await format.write(models[format.of](), options, sink)
  const whole = Buffer.concat(pieces)
  const isArchive = whole.subarray(0, 2).toString() === 'PK'
  const parts = isArchive ? Object.entries(unzipSync(whole)) : [...files]
  const said =
    parts.length > 0
      ? parts
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([path, bytes]) => `──── ${path}\n${readable(path, bytes)}`)
          .join('\n\n')
      : readable(`.${format.extension}`, whole)
  return `${said}\n${left.length > 0 ? `\n──── left out\n${left.join('\n')}\n` : ''}`
}

/** Parts that say how files of a kind look and nothing of what stands in this one: known by their sum. */
const looks = /(?:styles|settings|numbering|fontTable|theme\d*)\.xml$|\.(?:woff2?|js|css)$/

function readable(path: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8')
  if (looks.test(path)) return `sum ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
  // One element a line, so that a change is seen where it is.
  if (/\.(?:xml|rels|qde|qdc|tmx|tbx|rdf)$/.test(path)) return text.replace(/></g, '>\n<')
  if (!/\.(?:html|pdf)$/.test(path)) return text
  return text
    .replace(/<style>[\s\S]*?<\/style>/g, '<style>…</style>')
    .replace(/<script>[\s\S]*?<\/script>/g, '<script>…</script>')
    .replace(/'sha256-[^']+'/g, "'sha256-…'")
    .replace(/></g, '>\n<')
}

const all = exportSubjects.flatMap((of) =>
  (exportFormats[of] as readonly ExportFormat[]).map((format) => ({ name: `${of}-${format.id}`, format }))
)

describe('every format', () => {
  it.each(all.filter(({ name }) => !ofFiles.has(name)))(
    'writes the sample as it did: $name',
    async (each) => {
      const written = await writtenBy(each.format)
      expect(await writtenBy(each.format)).toBe(written)
      await expect(written).toMatchFileSnapshot(join(folder, `${each.name}.txt`))
    }
  )

  it('has a sample, and no other has', () => {
    const expected = all.map(({ name }) => name).filter((name) => !ofFiles.has(name))
    expect(readdirSync(folder).sort()).toEqual(expected.map((name) => `${name}.txt`).sort())
  })
})
