import { describe } from '../../shared/anchoring/describe'
import { Occurrences } from '../../shared/anchoring/occurrences'
import type { AnchorResult } from '../../shared/anchoring/types'
import type { Annotation, Selector } from '../../shared/model/annotation'
import { appError, reasonOf } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { Original, Revision, VariorumDocument } from '../../shared/model/document'
import type { AnnotationId, CoderId, ContentHash, DocumentId } from '../../shared/model/ids'
import { reworded } from '../../shared/model/inline-mark'
import { err, ok, type Result } from '../../shared/model/result'
import type { ProjectState } from '../../shared/model/state'
import type { Block } from '../../shared/model/text-content'
import type { Operation, SimpleOperation } from '../../shared/operations/operation'
import { canonicalText } from '../../shared/text/canonical'
import { countWords } from '../../shared/text/words'
import type { Session } from '../project/session'
import { textFile } from '../store/content-store'
import type { Reanchorer } from '../workers/reanchorer'

/** A new state of a document's text. */
export interface NewText {
  readonly blocks: readonly Block[]
  /** Indices of the blocks that are furniture. */
  readonly furniture: readonly number[]
  readonly reason: Exclude<Revision['reason'], 'import' | 'quoted'>
  /** The file that it came from, where it came from another than before. */
  readonly original: Original | null
}

/** How many annotations fared how; those that waited before are not among them. */
export interface Fate {
  readonly exact: number
  readonly fuzzy: number
  readonly confirm: number
  readonly orphan: number
}

/** What becomes of one annotation: what it was when that was worked out, and how it fares. */
interface Outcome {
  readonly of: Annotation
  /** It waited to be settled before: how it fares is not counted. */
  readonly waits: boolean
  readonly found: AnchorResult
  /** Where it stands now, where that is sure. */
  readonly selector: Selector | null
}

/** A revision worked out but not made: what would become of the annotations. */
export interface RevisionPlan {
  readonly document: VariorumDocument
  readonly text: ContentHash
  readonly next: NewText
  readonly outcomes: ReadonlyMap<AnnotationId, Outcome>
  readonly fate: Fate
}

/** Works out what a new text would do to the annotations of a document. Changes nothing. */
export async function planRevision(
  session: Session,
  reanchorer: Reanchorer,
  document: VariorumDocument,
  next: NewText
): Promise<Result<RevisionPlan>> {
  const text = textFile({ format: 1, blocks: [...next.blocks] }).hash
  if (text === currentText(document))
    return err(appError('Conflict', 'textUnchanged', { title: document.title }))
  const blank: RevisionPlan = { document, text, next, outcomes: new Map(), fate: noFate }
  return completed(session, reanchorer, blank, annotationsOf(session.state, document.id))
}

const noFate: Fate = { exact: 0, fuzzy: 0, confirm: 0, orphan: 0 }

/** So often a revision is worked out again, where its annotations were changed while it was. */
const mostTries = 8

/**
 * Makes a planned revision, as one step that can be taken back. The old text stays readable. Annotations that were made
 * or moved since the plan was worked out are found again too: none stays behind on the old text unseen.
 *
 * @returns how the annotations fared in the end
 */
export async function makeRevision(
  session: Session,
  reanchorer: Reanchorer,
  planned: RevisionPlan,
  coder: CoderId
): Promise<Result<Fate>> {
  const { document, next } = planned
  try {
    await session.contents.addText({ format: 1, blocks: [...next.blocks] })
  } catch (error) {
    return err(
      appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
    )
  }
  let plan = planned
  for (let tried = 1; ; tried++) {
    const full = await completed(session, reanchorer, plan, annotationsOf(session.state, document.id))
    if (!full.ok) return full
    plan = full.value
    const done = await session.change((now) => revisionOperation(now, plan, coder), coder)
    if (done.ok) return ok(plan.fate)
    if (done.error.key !== 'annotationsChanged' || tried === mostTries) return done
  }
}

/** A plan that knows how each of some annotations fares, as it is. What it knows already is not worked out again. */
async function completed(
  session: Session,
  reanchorer: Reanchorer,
  plan: RevisionPlan,
  annotations: readonly Annotation[]
): Promise<Result<RevisionPlan>> {
  const { document, next } = plan
  const unknown = annotations.filter((each) => !isKnown(plan, each))
  const old = await session.contents.text(currentText(document))
  if (!old.ok) return old
  const text = canonicalText(next.blocks)
  const found =
    unknown.length === 0
      ? []
      : await reanchorer.find(
          canonicalText(old.value.blocks),
          text,
          unknown.map((each) => each.selector)
        )
  const fresh = new Map<AnnotationId, Outcome>()
  const occurrences = new Occurrences(text)
  unknown.forEach((of, index) => {
    const answer = found[index]
    if (!answer) return
    const waits = of.selector.revision !== currentText(document)
    const at = waits ? atMostProbable(answer) : answer
    const isSure = at.status === 'exact' || at.status === 'fuzzy'
    const selector = isSure ? describe(text, at, plan.text, occurrences) : null
    fresh.set(of.id, { of, waits, found: at, selector })
  })
  const outcomes = new Map<AnnotationId, Outcome>()
  const fate = { ...noFate }
  for (const { id } of annotations) {
    const outcome = fresh.get(id) ?? plan.outcomes.get(id)
    if (!outcome) continue
    outcomes.set(id, outcome)
    if (!outcome.waits) fate[settled(outcome, plan).status]++
  }
  return ok({ ...plan, outcomes, fate })
}

/** Whether a plan knows how an annotation fares: it has not been moved since. */
function isKnown({ outcomes }: RevisionPlan, { id, selector, proposal }: Annotation): boolean {
  const known = outcomes.get(id)?.of
  return known?.selector === selector && known.proposal === proposal
}

/** The change that makes a planned revision of a document as it is now. Refused where the plan is of another state. */
function revisionOperation(now: ProjectState, plan: RevisionPlan, coder: CoderId): Result<Operation> {
  const { text, next } = plan
  const document = now.documents.get(plan.document.id)
  if (!document || !isOfSameText(document, plan.document))
    return err(appError('Conflict', 'documentChanged', { title: plan.document.title }))
  const annotations = annotationsOf(now, document.id)
  if (annotations.some((each) => !isKnown(plan, each)))
    return err(appError('Conflict', 'annotationsChanged', { title: document.title }))
  const past = document.revisions.map((revision, index, all) =>
    index < all.length - 1
      ? revision
      : { ...revision, furniture: document.furniture, original: next.original ? document.original : null }
  )
  const made = new Date().toISOString()
  const revision = { text, made, reason: next.reason, coder, furniture: [], original: null }
  const furniture = [...next.furniture]
  const marked = new Set(furniture)
  const words = next.blocks.reduce(
    (sum, block, index) => sum + (marked.has(index) ? 0 : countWords(block.text)),
    0
  )
  const revise: SimpleOperation = {
    type: 'document.revise',
    id: document.id,
    revisions: [...past, revision],
    furniture,
    words,
    original: next.original ?? document.original
  }
  const updates = annotations.flatMap(({ id }): SimpleOperation[] => {
    const outcome = plan.outcomes.get(id)
    const patch = outcome && settled(outcome, plan).patch
    return patch ? [{ type: 'annotation.update', document: document.id, id, patch }] : []
  })
  const label = next.reason === 'correction' ? ('correct' as const) : ('reimport' as const)
  return ok({ type: 'batch', label, operations: [revise, ...updates] })
}

function isOfSameText(one: VariorumDocument, other: VariorumDocument): boolean {
  return (
    currentText(one) === currentText(other) &&
    one.revisions.length === other.revisions.length &&
    one.furniture.join() === other.furniture.join()
  )
}

function annotationsOf({ annotations }: ProjectState, id: DocumentId): Annotation[] {
  return [...(annotations.get(id)?.values() ?? [])]
}

/** The blocks of a text with one of them corrected. Paragraph numbers stay. */
export function withCorrection(blocks: readonly Block[], index: number, text: string): Block[] {
  return blocks.map((block, at) => (at === index ? reworded(block, onOneLine(text)) : block))
}

/** Each run of white space with a line break in it becomes one space. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, (white) => (/[\r\n]/.test(white) ? ' ' : white))
}

/** A passage that waits was never in the text that is compared with: its place says nothing, so it is asked about. */
function atMostProbable(found: AnchorResult): AnchorResult {
  return found.status === 'exact' || found.status === 'fuzzy' ? { ...found, status: 'confirm' } : found
}

/** What becomes of an annotation: moved where it was found for sure, else kept as it was, with what may be its place. */
function settled({ of, found, selector }: Outcome, { text: revision }: RevisionPlan) {
  const { status, start, end, confidence } = found
  if (selector) return { status, patch: { selector, proposal: null } }
  if (status === 'confirm') return { status, patch: { proposal: { revision, start, end, confidence } } }
  return { status: 'orphan' as const, patch: { proposal: null, selector: of.selector } }
}
