import type { LinkedPassage, RenderingHere } from '../../shared/ipc/compare-answers'
import type { Annotation } from '../../shared/model/annotation'
import { hasTheme, themesOf } from '../../shared/model/codings'
import { currentText } from '../../shared/model/current-text'
import type { ContentHash, DocumentId } from '../../shared/model/ids'
import type { Span } from '../../shared/model/offsets'
import { ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import type { Session } from '../project/session'
import type { Aligner } from '../workers/aligner'
import type { Comparison } from './compare'
import { parallelIn, passagesIn } from './passages'
import { readVersion, type Version } from './version'
import { othersOf } from './versions-of-works'

/** Where a passage seems to stand in another version. */
interface Counterpart {
  /** The other version as it was read: the offsets are of this text. */
  readonly version: Version
  /** From the first to the last linked sentence, and within it the words that answer; null where none do. */
  readonly sentences: Span
  readonly at: Span | null
  readonly confidence: number
}

/**
 * Where a passage of one version seems to stand in others of its work: within the sentences linked with it, the words
 * that answer. A version that leaves it out is not in the answer; one whose words do not say it has no `at`.
 */
async function counterparts(
  session: Session,
  comparison: Comparison,
  aligner: Aligner,
  id: DocumentId,
  passage: Span,
  others: readonly DocumentId[]
): Promise<Result<Counterpart[]>> {
  const own = await readVersion(session, id)
  if (!own.ok) return own
  const found: Counterpart[] = []
  for (const each of others) {
    const version = await readVersion(session, each)
    if (!version.ok) return version
    const links = await comparison.links(session, own.value, version.value)
    const touched = links.filter(
      (link) => link.b.length > 0 && link.a.some((one) => one.start < passage.end && one.end > passage.start)
    )
    const here = bounds(touched.flatMap((link) => link.a))
    const there = bounds(touched.flatMap((link) => link.b))
    if (!here || !there) continue
    const selected = span(
      Math.max(0, passage.start - here.start),
      Math.min(passage.end, here.end) - here.start
    )
    const answer = await aligner.counterpart({
      a: own.value.text.slice(here.start, here.end),
      languageA: own.value.document.language,
      selected,
      b: version.value.text.slice(there.start, there.end),
      languageB: version.value.document.language
    })
    found.push({
      version: version.value,
      sentences: there,
      at: answer ? span(there.start + answer.at.start, there.start + answer.at.end) : null,
      confidence: (answer?.confidence ?? 0) * Math.min(...touched.map((link) => link.confidence))
    })
  }
  return ok(found)
}

/**
 * What every other version of a document's work says where a passage of it stands, in the order of the work. For an
 * annotation also which annotation there is parallel with it, or could be: one that stands about where its counterpart
 * does. All of one answer is of the text that it names, whatever is corrected meanwhile.
 */
export async function renderingsHere(
  session: Session,
  comparison: Comparison,
  aligner: Aligner,
  id: DocumentId,
  passage: Span,
  annotation: Annotation | null = null
): Promise<Result<RenderingHere[]>> {
  const document = session.state.documents.get(id)
  const others = document ? othersOf(session.state, document) : []
  const found = await counterparts(
    session,
    comparison,
    aligner,
    id,
    passage,
    others.map((each) => each.id)
  )
  if (!found.ok) return found
  const answers: RenderingHere[] = []
  for (const version of others) {
    const other = version.id
    const answer = found.value.find((each) => each.version.document.id === other)
    const linked = annotation?.parallel
      ? parallelIn(session.state, other).get(annotation.parallel)
      : undefined
    const known = { linked: linked ? brief(linked) : null }
    if (!answer) {
      const leftOut = { start: 0, text: '', said: null, confidence: 0, there: null }
      answers.push({ document: other, revision: currentText(version), ...leftOut, ...known })
      continue
    }
    const { sentences, at, confidence } = answer
    const { document: read, text } = answer.version
    const revision = currentText(read)
    const there =
      annotation && !linked
        ? standingAt(session.state, { document: other, revision, place: at ?? sentences }, annotation)
        : undefined
    answers.push({
      document: other,
      revision,
      start: sentences.start,
      text: text.slice(sentences.start, sentences.end),
      said: at ? span(at.start - sentences.start, at.end - sentences.start) : null,
      confidence,
      there: there ? brief(there) : null,
      ...known
    })
  }
  return ok(answers)
}

/** Of the annotations of a version the one that stands most nearly at a place, if at least half of both overlaps. */
function standingAt(
  state: ProjectState,
  { document, revision, place }: { document: DocumentId; revision: ContentHash; place: Span },
  annotation: Annotation
): Annotation | undefined {
  const shared = ({ selector: { start, end } }: Annotation) =>
    (Math.min(end, place.end) - Math.max(start, place.start)) /
    (Math.max(end, place.end) - Math.min(start, place.start))
  const alike = (each: Annotation) => (each.codings.some(({ theme }) => hasTheme(annotation, theme)) ? 1 : 0)
  const passages = passagesIn(state, document)
  if (passages?.revision !== revision) return undefined
  return passages
    .within(place)
    .filter((each) => each.parallel === null && shared(each) >= 0.5)
    .sort((a, b) => alike(b) - alike(a) || shared(b) - shared(a))[0]
}

function brief(annotation: Annotation): LinkedPassage {
  const { id, selector } = annotation
  return { id, themes: themesOf(annotation), exact: selector.exact, start: selector.start }
}

/** From the first to the last of some spans; far apart, for a moved sentence, they hold what lies between. */
function bounds(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  return span(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)))
}
