import { describe } from '../../shared/anchoring/describe'
import type { Anchored } from '../../shared/anchoring/sought'
import type { Annotation } from '../../shared/model/annotation'
import { appError, reasonOf } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { Original, Revision, VariorumDocument } from '../../shared/model/document'
import type { CoderId, ContentHash } from '../../shared/model/ids'
import { reworded } from '../../shared/model/inline-mark'
import { err, ok, type Result } from '../../shared/model/result'
import type { Block } from '../../shared/model/text-content'
import type { SimpleOperation } from '../../shared/operations/operation'
import { canonicalText } from '../../shared/text/canonical'
import { countWords } from '../../shared/text/words'
import type { Session } from '../project/session'
import { textFile } from '../store/contents'
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

/** A revision worked out but not made: what would become of the annotations. */
export interface RevisionPlan {
  readonly document: VariorumDocument
  readonly text: ContentHash
  readonly next: NewText
  readonly updates: readonly SimpleOperation[]
  readonly fate: Fate
}

/** Works out what a new text would do to the annotations of a document. Changes nothing. */
export async function planRevision(
  session: Session,
  reanchorer: Reanchorer,
  document: VariorumDocument,
  next: NewText
): Promise<Result<RevisionPlan>> {
  const old = await session.contents.text(currentText(document))
  if (!old.ok) return old
  const text = textFile({ format: 1, blocks: [...next.blocks] }).hash
  if (text === currentText(document))
    return err(appError('Conflict', 'textUnchanged', { title: document.title }))
  const newText = canonicalText(next.blocks)
  const annotations = [...(session.state.annotations.get(document.id)?.values() ?? [])]
  const found = await reanchorer.find(
    canonicalText(old.value.blocks),
    newText,
    annotations.map((each) => each.selector)
  )
  const fate = { exact: 0, fuzzy: 0, confirm: 0, orphan: 0 }
  const updates = annotations.flatMap((annotation, index) => {
    const answer = found[index]
    if (!answer) return []
    const waits = annotation.selector.revision !== currentText(document)
    const { status, patch } = settle(annotation, waits ? atMostProbable(answer) : answer, newText, text)
    if (!waits) fate[status]++
    return [{ type: 'annotation.update' as const, document: document.id, id: annotation.id, patch }]
  })
  return ok({ document, text, next, updates, fate })
}

/** Makes a planned revision, as one step that can be taken back. The old text stays readable. */
export async function makeRevision(
  session: Session,
  { document, text, next, updates }: RevisionPlan,
  coder: CoderId
): Promise<Result<null>> {
  if (session.state.documents.get(document.id) !== document)
    return err(appError('Conflict', 'documentChanged', { title: document.title }))
  try {
    await session.contents.addText({ format: 1, blocks: [...next.blocks] })
  } catch (error) {
    return err(
      appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
    )
  }
  const made = new Date().toISOString()
  const past = document.revisions.map((revision, index, all) =>
    index < all.length - 1
      ? revision
      : { ...revision, furniture: document.furniture, original: next.original ? document.original : null }
  )
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
  const label = next.reason === 'correction' ? ('correct' as const) : ('reimport' as const)
  const done = await session.do({ type: 'batch', label, operations: [revise, ...updates] }, coder)
  return done.ok ? ok(null) : done
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
function atMostProbable(found: Anchored): Anchored {
  return found.status === 'exact' || found.status === 'fuzzy' ? { ...found, status: 'confirm' } : found
}

/** What becomes of an annotation: moved where it was found for sure, else kept as it was, with what may be its place. */
function settle(annotation: Annotation, found: Anchored, text: string, revision: ContentHash) {
  const { status, start, end, confidence } = found
  if (status === 'exact' || status === 'fuzzy') {
    const selector = describe(text, { start, end }, revision)
    if (selector) return { status, patch: { selector, proposal: null } }
  }
  if (status === 'confirm') return { status, patch: { proposal: { revision, start, end, confidence } } }
  return { status: 'orphan' as const, patch: { proposal: null, selector: annotation.selector } }
}
