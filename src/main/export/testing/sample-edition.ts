import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { DocumentId } from '../../../shared/model/ids'
import { span } from '../../../shared/model/span'
import type { Block } from '../../../shared/model/text-content'
import { makeAnnotation, makeDocument } from '../../../shared/testing/sample-records'
import { blockSpans, canonicalText } from '../../../shared/text/canonical'
import type { AlignedRow, AlignedWork } from '../aligned/aligned-work'
import type { WorkModel } from '../format'
import { exportWords } from '../words'
import { samplePage, sampleReferences } from './sample-models'

/** What each version says in each row, for a sample: a list of sentences, none where it says nothing. */
export type SampleRows = readonly (readonly (readonly string[])[])[]

export const sampleRows: SampleRows = [
  [['表格只交一次。'], ['Each form is handed in once.'], ['Every form is handed in 2 times.']],
  [
    ['没有人等一个小时。', '也没有人问。'],
    ['Nobody waits <an hour> & nobody asks.'],
    ['Nobody asks. Nobody waits.']
  ],
  [['𠮷先生来了。'], ['Mr Ji came </script><!-- ]]>.'], []]
]

const sampleVersions: readonly Partial<VariorumDocument>[] = [
  { title: '港务办公室开门', language: 'zh', rendering: 'source' },
  { title: 'The harbour office opens', language: 'en', rendering: 'official', publisher: 'Harbour Gazette' },
  { title: 'Office of harbour opens doors', language: 'en', rendering: 'machine' }
]

/** A work whose rows say this, a paragraph for every two rows. */
export function sampleWork(rows: SampleRows = sampleRows, versions = sampleVersions): AlignedWork {
  const documents = versions.map((facts, at) => ({ ...makeDocument(`v${at}`, 'w1'), ...facts }))
  const blocks: Block[][] = documents.map(({ language }, version) => {
    const paragraphs: Block[] = []
    for (let at = 0; at < rows.length; at += 2) {
      const own = rows.slice(at, at + 2).flatMap((row) => row[version] ?? [])
      const text = own.join(language === 'zh' ? '' : ' ')
      if (text !== '') paragraphs.push({ kind: 'paragraph', number: paragraphs.length + 1, text })
    }
    return paragraphs
  })
  const texts = blocks.map(canonicalText)
  const cursors = documents.map(() => 0)
  const made = rows.map((row, index): AlignedRow => {
    const starts = documents.map((_, version) =>
      (row[version] ?? []).map((sentence) => {
        const start = texts[version]?.indexOf(sentence, cursors[version]) ?? -1
        if (start < 0) throw new Error(`“${sentence}” does not stand in the sample`)
        cursors[version] = start + sentence.length
        return start
      })
    )
    return {
      sentences: documents.map((_, version) => row[version] ?? []),
      starts,
      texts: documents.map((_, version) => {
        const own = starts[version] ?? []
        const last = row[version]?.at(-1) ?? ''
        return own.length === 0 ? '' : (texts[version]?.slice(own[0], (own.at(-1) ?? 0) + last.length) ?? '')
      }),
      confidence: documents.map((_, version) =>
        version === 0 ? null : index === 1 && version === 2 ? 0.4 : 0.9
      ),
      byHand: documents.map(() => false),
      moved: documents.map((_, version) => index === 1 && version === 2),
      findings: documents.map(() => null)
    }
  })
  return { title: 'The harbour office', versions: documents, blocks, rows: made, from: 1 }
}

/** A highlight of a version, by its words: they must stand in its text. */
export function highlightIn(
  work: AlignedWork,
  version: number,
  id: string,
  quote: string,
  themes: readonly string[],
  facts: Partial<Annotation> = {}
): Annotation {
  const at = canonicalText(work.blocks[version] ?? []).indexOf(quote)
  if (at < 0) throw new Error(`“${quote}” does not stand in the sample`)
  const own = makeAnnotation(id, `v${version}`, themes)
  return { ...own, selector: { ...own.selector, ...span(at, at + quote.length), exact: quote }, ...facts }
}

/** A whole model of a work side by side; each test says only what it is about. */
export function sampleWorkModel(
  work: AlignedWork = sampleWork(),
  annotations: ReadonlyMap<DocumentId, readonly Annotation[]> = new Map()
): WorkModel {
  return {
    ...sampleReferences,
    documents: new Map(work.versions.map((document) => [document.id, document])),
    page: { ...samplePage, title: work.title },
    words: exportWords('en'),
    language: 'en',
    contents: { text: async () => ({ format: 1, blocks: [] }), original: async () => null },
    work,
    annotations,
    alignments: []
  }
}

/** The annotations of the sample work: overlapping, with memos, with several themes. */
export function sampleWorkAnnotations(work: AlignedWork): Map<DocumentId, Annotation[]> {
  return new Map([
    ['v0' as DocumentId, [highlightIn(work, 0, 'a1', '只交一次', ['t2'])]],
    [
      'v1' as DocumentId,
      [
        highlightIn(work, 1, 'a2', 'handed in once. Nobody', ['t2', 't3'], { memo: 'Who *waits*?' }),
        highlightIn(work, 1, 'a3', 'Nobody waits <an hour>', ['t1'], { quality: ['calque'] })
      ]
    ]
  ])
}

/** Where each block of a version stands, for tests that look for words. */
export function blocksOf(work: AlignedWork, version: number): readonly string[] {
  const text = canonicalText(work.blocks[version] ?? [])
  return blockSpans(work.blocks[version] ?? []).map(({ start, end }) => text.slice(start, end))
}
