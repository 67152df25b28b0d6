import type { AlignOptions, KnownPair, SentenceLink } from '../../shared/alignment/align'
import type { FixedLink } from '../../shared/alignment/constraints'
import { fixedAfter, type WantedLink } from '../../shared/alignment/correct'
import { leastLikeness, likeness } from '../../shared/alignment/likeness'
import { neighbourhood, type Stretch } from '../../shared/alignment/neighbourhood'
import { linksInOrder } from '../../shared/alignment/order'
import { throughSource } from '../../shared/alignment/pivot'
import type { ComparedWork } from '../../shared/ipc/compare-answers'
import type { Alignment, Link } from '../../shared/model/alignment'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId, WorkId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { err, ok, type Result } from '../../shared/model/result'
import { sharedWork } from '../../shared/model/versions'
import { verbatim } from '../../shared/text/verbatim'
import type { Aligner } from '../workers/aligner'
import type { Priority } from '../workers/work-pool'
import type { AlignmentCache } from './alignment-cache'
import { type MadeLink, spanned, withOrigin } from './link-origin'
import { answersTo, LinkMemo, type LinksFound } from './links-by-passage'
import { RowMemo } from './row-memo'
import { seedPairs } from './seed-pairs'
import { handLinks, storedAlignment } from './stored-alignment'
import { type Reading, readVersion, sentenceTexts, type Version } from './version'
import { othersOf, versionsIn } from './versions-of-works'

/** Aligning a source with both renderings to have them agree is left where the texts are longer than this. */
const agreeing = 3000

/** The rows of a comparison with the versions that they are of, in their order. */
export interface ComparedVersions extends ComparedWork {
  readonly versions: readonly Version[]
}

/** What a version says where a passage of another stands: spans of its text (UTF-16), in their order. */
export interface RenderingFound {
  readonly version: Version
  readonly spans: readonly Span[]
  /** The sentences of the document itself that those answer, as they stand in it. */
  readonly said: string
}

/**
 * Sets versions of a work side by side. What a hand has made of an alignment stays; the rest is aligned around it.
 * Two renderings are aligned through the source of their work where there is one.
 */
export class Comparison {
  private taught: { from: unknown; pairs: Map<string, Promise<KnownPair[]>> } = {
    from: null,
    pairs: new Map()
  }

  private readonly linked = new LinkMemo()
  private readonly rowsMade = new RowMemo()

  constructor(
    private readonly aligner: Aligner,
    private readonly cache: AlignmentCache
  ) {}

  /**
   * The rows of a comparison; the first document is the base. All must be versions of one work. The offsets are of the
   * versions that are given with them.
   */
  async rows(reading: Reading, ids: readonly DocumentId[]): Promise<Result<ComparedVersions>> {
    const versions = await this.versions(reading, ids)
    if (!versions.ok) return versions
    const [base, ...others] = versions.value
    if (!base) return err(appError('Invalid', 'notAVersion'))
    const stars = []
    const unlike: ComparedWork['unlike'][number][] = []
    for (const other of others) {
      const { made: links, spans } = await this.found(reading, base, other)
      const alike = likeness(links)
      if (alike < leastLikeness && canJudge(base, other))
        unlike.push({ document: other.document.id, likeness: alike })
      stars.push({ sentences: other.sentences, links: spans })
    }
    return ok({ versions: versions.value, rows: this.rowsMade.get(base.sentences, stars), unlike })
  }

  /** Where the other versions of a document's work say what a passage of it says; no spans where one leaves it out. */
  async renderings(reading: Reading, id: DocumentId, passage: Span): Promise<RenderingFound[]> {
    const document = reading.state.documents.get(id)
    const others = document ? othersOf(reading.state, document) : []
    if (others.length === 0) return []
    const own = await readVersion(reading, id)
    if (!own.ok) return []
    const found: RenderingFound[] = []
    for (const other of others) {
      const version = await readVersion(reading, other.id)
      if (!version.ok) continue
      const links = await this.links(reading, own.value, version.value)
      const { asked, answers } = answersTo(links, passage)
      const said = verbatim(own.value.text, asked)
      found.push({ version: version.value, spans: answers, said })
    }
    return found
  }

  /** Links between two versions, by spans: `a` those of the first. */
  async links(reading: Reading, a: Version, b: Version): Promise<readonly Link[]> {
    return (await this.found(reading, a, b)).spans
  }

  private found(reading: Reading, a: Version, b: Version): Promise<LinksFound> {
    return this.linked.get(reading.state, a, b, async () => {
      const made = await this.sentenceLinks(reading, a, b)
      return { made, spans: made.map((link) => spanned(link, a, b)) }
    })
  }

  /** The links between two texts that need not be versions of one work; no hand has touched them. */
  alignedAnew(reading: Reading, a: Version, b: Version): Promise<SentenceLink[]> {
    return this.align(reading, a, b, [], 'background')
  }

  /** The alignment as it is once a hand has made these links of it; not stored yet. */
  async corrected(
    reading: Reading,
    ids: readonly [DocumentId, DocumentId],
    wanted: readonly WantedLink[]
  ): Promise<Result<Alignment>> {
    const versions = await this.versions(reading, ids)
    if (!versions.ok) return versions
    const [a, b] = versions.value
    const work = a && b && sharedWork([a.document, b.document])
    if (!a || !b || !work) return err(appError('Invalid', 'notAVersion'))
    const { made: before, spans } = await this.found(reading, a, b)
    const fixed = fixedAfter(wanted, spans, a.sentences, b.sentences)
    const links = await this.around(reading, a, b, before, fixed, fixed.slice(0, wanted.length))
    return ok({
      work,
      a: a.document.id,
      b: b.document.id,
      revisionA: currentText(a.document),
      revisionB: currentText(b.document),
      links: links.map((link) => spanned(link, a, b))
    })
  }

  /** The links once some are fixed: those near what was touched are made anew, the others stay as they are. */
  private async around(
    reading: Reading,
    a: Version,
    b: Version,
    before: readonly MadeLink[],
    fixed: readonly FixedLink[],
    fresh: readonly FixedLink[]
  ): Promise<MadeLink[]> {
    const touched = { a: fresh.flatMap((link) => link.a), b: fresh.flatMap((link) => link.b) }
    const near = neighbourhood(before, touched, a.sentences.length, b.sentences.length)
    const within = ({ a: own, b: other }: FixedLink) =>
      own.every((each) => each >= near.a.from && each < near.a.to) &&
      other.every((each) => each >= near.b.from && each < near.b.to)
    const shifted = (link: FixedLink, by: 1 | -1): FixedLink => ({
      a: link.a.map((each) => each + by * near.a.from),
      b: link.b.map((each) => each + by * near.b.from)
    })
    const own = fixed.filter(within).map((link) => shifted(link, -1))
    const made = withOrigin(await this.align(reading, part(a, near.a), part(b, near.b), own), own)
    const outside = before.filter((link) => !within(link))
    return linksInOrder([...outside, ...made.map((link) => ({ ...link, ...shifted(link, 1) }))])
  }

  private async versions(reading: Reading, ids: readonly DocumentId[]): Promise<Result<Version[]>> {
    const versions: Version[] = []
    for (const id of ids) {
      const version = await readVersion(reading, id)
      if (!version.ok) return version
      versions.push(version.value)
    }
    const shared = sharedWork(versions.map(({ document }) => document))
    return shared === null ? err(appError('Invalid', 'notAVersion')) : ok(versions)
  }

  private async sentenceLinks(reading: Reading, a: Version, b: Version): Promise<MadeLink[]> {
    const stored = storedAlignment(reading.state, a, b)
    if (stored) return stored
    const fixed = await handLinks(reading, a, b)
    const direct = await this.align(reading, a, b, fixed)
    const source = fixed.length === 0 ? await this.sourceBeside(reading, a, b) : null
    if (!source) return withOrigin(direct, fixed)
    const toA = await this.sentenceLinks(reading, source, a)
    const toB = await this.sentenceLinks(reading, source, b)
    return withOrigin(throughSource(toA, toB, direct), [])
  }

  /** The source of two renderings, where their work has one and the texts are not too long. */
  private async sourceBeside(reading: Reading, a: Version, b: Version): Promise<Version | null> {
    const work = reading.state.works.get(sharedWork([a.document, b.document]) ?? ('' as WorkId))
    if (!work || a.document.rendering === 'source' || b.document.rendering === 'source') return null
    if (a.sentences.length + b.sentences.length > agreeing) return null
    const source = versionsIn(reading.state, work).find(({ rendering }) => rendering === 'source')
    if (!source) return null
    const version = await readVersion(reading, source.id)
    return version.ok && version.value.sentences.length > 0 ? version.value : null
  }

  private async align(
    reading: Reading,
    a: Version,
    b: Version,
    fixed: readonly FixedLink[],
    priority: Priority = 'view'
  ): Promise<SentenceLink[]> {
    const known = await this.knownPairs(reading, a.document, b.document)
    const left = sentenceTexts(a)
    const right = sentenceTexts(b)
    const options: AlignOptions = {
      languageA: a.document.language,
      languageB: b.document.language,
      placesA: a.sentences.map((each) => each.place),
      placesB: b.sentences.map((each) => each.place),
      fixed,
      ...(known.length > 0 ? { known } : {})
    }
    return this.cache.get(left, right, options, () => this.aligner.align(left, right, options, { priority }))
  }

  /** What other works teach of two languages, gathered once for each state of the stored alignments. */
  private knownPairs(reading: Reading, a: VariorumDocument, b: VariorumDocument): Promise<KnownPair[]> {
    const { alignments } = reading.state
    if (this.taught.from !== alignments) this.taught = { from: alignments, pairs: new Map() }
    const key = [a.language, b.language, ...a.works, ...b.works].join(' ')
    const found = this.taught.pairs.get(key) ?? seedPairs(reading, a, b)
    this.taught.pairs.set(key, found)
    return found
  }
}

/** Some sentences of a version, as if they were all. */
function part(version: Version, { from, to }: Stretch): Version {
  return { ...version, sentences: version.sentences.slice(from, to) }
}

/** Whether the aligner knows both languages well enough to say that two texts are not versions of one. */
function canJudge(a: Version, b: Version): boolean {
  const known = ({ document, sentences }: Version) =>
    /^(en|zh|lzh)/.test(document.language) && sentences.length >= 4
  return known(a) && known(b)
}
