import { locatorOf } from '../../shared/excerpts/locator'
import { currentText } from '../../shared/model/current-text'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import type { Block } from '../../shared/model/text-content'
import type { CitedQuotation, ReadManuscript } from '../../shared/quotations/check-manuscript'
import { citationFit, citationVerdicts } from '../../shared/quotations/citation-verdict'
import { type Manuscript, manuscriptText } from '../../shared/quotations/manuscript'
import type { MatchOutput } from '../../shared/quotations/match-quotations'
import type { CheckedQuotation, QuotationReport, QuotedPlace } from '../../shared/quotations/quotation-report'
import type { SettledPlace } from '../../shared/quotations/settle-quotations'
import { canonicalText } from '../../shared/text/canonical'
import { byTitle } from '../../shared/text/natural-order'
import { forEachYielding } from '../store/cooperative'
import type { WorkPool } from '../workers/work-pool'
import { type Source, SourceSearch } from './quotation-sources'
import type { Reading } from './version'

interface Checking {
  readonly signal?: AbortSignal
  /** How many characters of the texts have been looked through, and how many there are in all, about. */
  progress?(done: number, total: number): void
}

/** What a project says of a manuscript; citations are made afterwards, in the style that is wanted. */
export type UncitedReport = Omit<QuotationReport, 'style' | 'change'>

/**
 * Looks the quotations of a manuscript up in all texts of a project: first as they stand, then those that stand nowhere in
 * earlier states of the texts, then by what they have in common with a place. Texts are read one after another and go to a
 * thread in batches. Rejects where it is aborted.
 */
export async function checkQuotations(
  reading: Reading,
  pool: Pick<WorkPool, 'run'>,
  manuscript: Manuscript,
  { signal, progress = () => {} }: Checking = {}
): Promise<UncitedReport> {
  const options = { priority: 'view', ...(signal && { signal }) } as const
  const read = await pool.run('readQuotations', manuscript, options)
  const text = manuscriptText(manuscript)
  const current = currentSources(reading)
  const unread = new Set<DocumentId>()
  const search = new SourceSearch(
    reading,
    pool,
    { text, quotations: read.quotations },
    {
      ...options,
      missing: (id) => void unread.add(id),
      progress
    }
  )
  const all = read.quotations.map((_, index) => index)
  const exact = await search.look(current, { meant: all, runs: true })
  const open = unfound(read, exact)
  const before = open.length > 0 ? earlierSources(reading) : []
  const earlier = await search.look(before, { meant: open, isEarlier: true })
  const likely = await search.look(open.length > 0 ? current : [], { meant: open, approximate: true })
  const settled = await pool.run(
    'settleQuotations',
    {
      manuscript,
      quotations: read.quotations,
      places: [...exact.places, ...likely.places],
      earlier: earlier.places.map((place) => ({ ...place, text: place.text + current.length })),
      counts: exact.counts.map((count, at) => count + (likely.counts[at] ?? 0)),
      runs: exact.runs
    },
    options
  )
  return {
    name: manuscript.name,
    text,
    kinds: manuscript.blocks.map(({ kind }) => kind),
    quotations: await placed(reading, [...current, ...before], settled, signal),
    unpaired: read.unpaired,
    texts: current.length - unread.size,
    unread: [...unread]
  }
}

function currentSources({ state }: Reading): Source[] {
  return [...state.documents.values()]
    .sort((a, b) => byTitle(a, b) || (a.id < b.id ? -1 : 1))
    .map((document) => ({ document, revision: currentText(document), earlier: null }))
}

/** The states of texts that others have taken the place of. */
function earlierSources({ state }: Reading): Source[] {
  return [...state.documents.values()].flatMap((document) =>
    document.revisions
      .filter(({ text }) => text !== currentText(document))
      .map(({ text, made }) => ({ document, revision: text, earlier: made }))
  )
}

/** Quotations, not too short, that stand nowhere as they are and not within one that does. */
function unfound({ quotations }: ReadManuscript, { places }: MatchOutput): number[] {
  const found = new Set(
    places.filter(({ differences }) => differences.length === 0).map(({ quotation }) => quotation)
  )
  let covered = -1
  const open: number[] = []
  for (const [index, { outerEnd, isShort }] of quotations.entries()) {
    if (outerEnd <= covered) continue
    if (found.has(index)) covered = outerEnd
    else if (!isShort) open.push(index)
  }
  return open
}

/** What is said of each place: where it is, what stands there, and whether the citation given fits it. */
async function placed(
  { contents }: Reading,
  sources: readonly Source[],
  settled: readonly CitedQuotation[],
  signal?: AbortSignal
): Promise<CheckedQuotation[]> {
  const checked: CheckedQuotation[] = []
  await forEachYielding(settled, async ({ given, places, ...quotation }) => {
    signal?.throwIfAborted()
    const found: { place: QuotedPlace; fit: number }[] = []
    for (const place of places) {
      const source = sources[place.text]
      const content = source && (await contents.text(source.revision))
      if (!source || !content?.ok) continue
      const { document } = source
      const made = placeIn(source, content.value.blocks, place)
      const verdicts = given ? citationVerdicts(given, { document, locator: made.locator }) : []
      found.push({ place: { ...made, verdicts }, fit: given ? citationFit(given, document) : 0 })
    }
    // Where several places are as good the one is meant that the citation names.
    const ranked = found.sort(
      (a, b) =>
        Number(a.place.differences.length > 0) - Number(b.place.differences.length > 0) ||
        b.fit - a.fit ||
        a.place.differences.length - b.place.differences.length ||
        wrongIn(a.place) - wrongIn(b.place)
    )
    checked.push({ ...quotation, given, places: ranked.map(({ place }) => place) })
  })
  return checked
}

function wrongIn({ verdicts }: QuotedPlace): number {
  return verdicts.filter(({ verdict }) => verdict === 'wrong').length
}

function placeIn(
  { document, revision, earlier }: Source,
  blocks: readonly Block[],
  { start, end, differences, typographic, honoured, likeness }: SettledPlace
): QuotedPlace {
  return {
    document: document.id,
    revision,
    start,
    end,
    text: canonicalText(blocks).slice(start, end),
    differences,
    typographic,
    honoured,
    likeness,
    locator: locatorOf(blocks, span(start, end)),
    earlier,
    cited: [],
    verdicts: []
  }
}
