import type { SentenceLink } from '../../shared/alignment/align'
import { isChinese } from '../../shared/alignment/evidence/language'
import {
  type AlignableSentence,
  alignableSentences,
  type Row,
  rowsOfStar
} from '../../shared/alignment/versions'
import type { Alignment, Link } from '../../shared/model/alignment'
import { alignmentKey } from '../../shared/model/alignment-key'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { renderingOrder } from '../../shared/model/rendering-order'
import { err, ok, type Result } from '../../shared/model/result'
import { canonicalText } from '../../shared/text/canonical'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import { type OpenText, readText } from './texts'

interface Version extends OpenText {
  readonly sentences: readonly AlignableSentence[]
  readonly text: string
}

/**
 * Sets versions of a work side by side. A stored alignment (one that a hand has touched) is used where it fits the
 * revisions read; otherwise the versions are aligned here, and the result is kept in memory for as long as the
 * texts and their furniture stay the same.
 */
export class Comparison {
  private readonly cache = new Map<string, Promise<Link[]>>()

  constructor(private readonly aligner: Aligner) {}

  /** The rows of a comparison; the first document is the base. All must be versions of one work. */
  async rows(session: Session, ids: readonly DocumentId[]): Promise<Result<Row[]>> {
    const versions: Version[] = []
    for (const id of ids) {
      const version = await this.version(session, id)
      if (!version.ok) return version
      versions.push(version.value)
    }
    const [base, ...others] = versions
    if (!base) return err(appError('Invalid', 'notAVersion'))
    if (others.some((each) => each.document.work === null || each.document.work !== base.document.work))
      return err(appError('Invalid', 'notAVersion'))
    const stars = []
    for (const other of others)
      stars.push({ sentences: other.sentences, links: await this.links(session, base, other) })
    return ok(rowsOfStar(base.sentences, stars))
  }

  /** What the other versions of a document's work say where a passage of it stands. */
  async renderings(
    session: Session,
    id: DocumentId,
    passage: Span
  ): Promise<{ document: VariorumDocument; text: string }[]> {
    const { work } = session.state.documents.get(id) ?? {}
    if (!work) return []
    const own = await this.version(session, id)
    if (!own.ok) return []
    const found: { document: VariorumDocument; text: string }[] = []
    const others = [...session.state.documents.values()].sort(
      (a, b) => renderingOrder[a.rendering] - renderingOrder[b.rendering]
    )
    for (const other of others) {
      if (other.work !== work || other.id === id) continue
      const version = await this.version(session, other.id)
      if (!version.ok) continue
      const links = await this.links(session, own.value, version.value)
      const text = links
        .filter((link) => link.a.some((each) => each.start < passage.end && each.end > passage.start))
        .flatMap((link) => link.b)
        .map((each) => version.value.text.slice(each.start, each.end))
        .join(isChinese(other.language) ? '' : ' ')
      found.push({ document: other, text })
    }
    return found
  }

  private async version(session: Session, id: DocumentId): Promise<Result<Version>> {
    const read = await readText(session, id)
    if (!read.ok) return read
    const { document, blocks } = read.value
    return ok({
      document,
      blocks,
      sentences: alignableSentences(blocks, document.furniture),
      text: canonicalText(blocks)
    })
  }

  private async links(session: Session, a: Version, b: Version): Promise<Link[]> {
    const stored = storedLinks(session, a, b)
    if (stored) return stored
    const key = [a, b]
      .map(({ document }) => `${currentText(document)} ${document.furniture.join(',')} ${document.language}`)
      .join(' | ')
    const known = this.cache.get(key)
    if (known) return known
    const made = this.align(a, b)
    this.cache.set(key, made)
    made.catch(() => this.cache.delete(key))
    return made
  }

  private async align(a: Version, b: Version): Promise<Link[]> {
    const words = ({ sentences, text }: Version) => sentences.map((each) => text.slice(each.start, each.end))
    const links = await this.aligner.align(words(a), words(b), {
      languageA: a.document.language,
      languageB: b.document.language,
      placesA: a.sentences.map((each) => each.place),
      placesB: b.sentences.map((each) => each.place)
    })
    return links.map((link: SentenceLink) => ({
      a: spansOf(a, link.a),
      b: spansOf(b, link.b),
      confidence: link.confidence,
      origin: 'auto' as const
    }))
  }
}

/** A stored alignment of these very revisions, turned so that `a` is the side asked for. */
function storedLinks(session: Session, a: Version, b: Version): Link[] | null {
  const { work } = a.document
  if (work === null) return null
  const stored: Alignment | undefined =
    session.state.alignments.get(work)?.[alignmentKey(a.document.id, b.document.id)]
  if (!stored) return null
  const turned = stored.a !== a.document.id
  const [revisionA, revisionB] = turned
    ? [stored.revisionB, stored.revisionA]
    : [stored.revisionA, stored.revisionB]
  if (revisionA !== currentText(a.document) || revisionB !== currentText(b.document)) return null
  return turned ? stored.links.map((link) => ({ ...link, a: link.b, b: link.a })) : stored.links
}

function spansOf({ sentences }: Version, indices: readonly number[]): Span[] {
  return indices.flatMap((index) => {
    const own = sentences[index]
    return own ? [{ start: own.start, end: own.end }] : []
  })
}
