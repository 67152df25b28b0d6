import { describe } from '../../shared/anchoring/describe'
import { Occurrences } from '../../shared/anchoring/occurrences'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Guid } from '../../shared/model/guid'
import type { CoderId, WorkId } from '../../shared/model/ids'
import type { ImportWarning } from '../../shared/model/import-warning'
import { newId } from '../../shared/model/new-id'
import { newAnnotation } from '../../shared/model/new-records'
import { type AppError, ok, type Result } from '../../shared/model/result'
import { span } from '../../shared/model/span'
import type { ProjectState } from '../../shared/model/state'
import { batchOf } from '../../shared/operations/batch-of'
import type { SimpleOperation } from '../../shared/operations/operation'
import { canonicalText } from '../../shared/text/canonical'
import { EntityGuids } from '../project/entity-guid'
import type { Session } from '../project/session'
import { changeOnBasis } from '../services/change-on-basis'
import { type CommittedText, stateAlignments } from './alignment-from-file'
import { CodeResolver, newMemo } from './code-resolver'
import type { Decision, SidecarDecision } from './decision'
import { commitSidecars, type SidecarFate } from './sidecars/commit-sidecars'
import { type FindQuotes, findHere } from './sidecars/place-quotes'
import { rememberFinds } from './sidecars/remember-finds'
import { type StoredText, storeTexts } from './store-texts'

/** Everything that comes in with one step. */
export interface Wanted {
  /** Part of the making of the project, which Undo does not take back. */
  readonly floor?: boolean
  readonly texts: readonly Decision[]
  readonly sidecars?: readonly SidecarDecision[]
  /** What has to be there before: the coder, where the project does not know them yet. */
  readonly before?: readonly SimpleOperation[]
}

/** What became of one text: it came in, or was refused by itself; and what of it could not be kept as it was. */
export interface TextOutcome {
  readonly document: VariorumDocument | null
  readonly error: AppError | null
  readonly warnings: readonly ImportWarning[]
}

export interface Committed extends SidecarFate {
  readonly documents: readonly VariorumDocument[]
  /** One for each text that was wanted, in their order. */
  readonly outcomes: readonly TextOutcome[]
}

/**
 * Brings texts in as one undoable step, with what other files say about them or about texts that are there. Texts and
 * originals are written first; the documents appear with the operation that names them, with the passages that their
 * files mark and the alignments they state. All values are brought within what the records of a project may hold; a text
 * that does not fit even so is refused alone. A file that is no longer what was read, and a disk that fails, refuse all.
 * Where the codebook, the memos or a text that is spoken of are changed meanwhile, it is worked out again on them.
 */
export async function commitImport(
  session: Session,
  { texts, sidecars = [], before = [], floor = false }: Wanted,
  coder: CoderId,
  find: FindQuotes = findHere
): Promise<Result<Committed>> {
  const storing = await storeTexts(session, texts)
  if (!storing.ok) return storing
  const stored = storing.value
  const tools = { coder, find: rememberFinds(find) }
  const done = await changeOnBasis(session, {
    coder,
    floor,
    basis: (now) => basisOf(now, sidecars),
    work: async (now) => {
      const made = await workedOut(session, now, stored, sidecars, tools)
      if (!made.ok) return made
      const { operations, committed } = made.value
      return ok({
        operation: operations.length === 0 ? null : batchOf('import', [...before, ...operations]),
        value: committed
      })
    }
  })
  return done.ok ? ok(done.value.value) : done
}

/** What an import is worked out from: the names that it finds again, and the texts that its files speak of. */
function basisOf(state: ProjectState, sidecars: readonly SidecarDecision[]): readonly unknown[] {
  const spoken = sidecars.flatMap((each) =>
    'text' in each && 'document' in each.text ? [each.text.document] : []
  )
  return [
    state.themes,
    state.groups,
    state.memos,
    state.info.coders,
    state.info.attributes,
    ...[...new Set(spoken)].flatMap((id) => [state.documents.get(id), state.annotations.get(id)])
  ]
}

/** The operations that bring stored texts into a state of the project, with all that is said about them. */
async function workedOut(
  session: Session,
  state: ProjectState,
  stored: readonly StoredText[],
  sidecars: readonly SidecarDecision[],
  { coder, find }: { readonly coder: CoderId; readonly find: FindQuotes }
): Promise<Result<{ operations: SimpleOperation[]; committed: Committed }>> {
  const works = new Works()
  const codes = new CodeResolver(state)
  const texts: CommittedText[] = []
  const ownGuids = guidsLeft(state)
  const annotations: SimpleOperation[] = []
  const outcomes: {
    document: VariorumDocument['id'] | null
    error: AppError | null
    warnings: readonly ImportWarning[]
  }[] = []
  for (const one of stored) {
    if (one.error) {
      outcomes.push({ document: null, error: one.error, warnings: [] })
      continue
    }
    const { decision, blocks, kept } = one
    const { parsed, path, key } = decision
    const document: VariorumDocument = { ...ownGuids(one.document), works: works.of(decision.work) }
    const group = parsed.aligned === null ? null : `${path}\n${parsed.aligned}`
    const { rows } = parsed
    texts.push({ document, blocks, kept, group, rows, ...(key === undefined ? {} : { key }) })
    codes.bring(parsed.brought, coder)
    const { operations, wordless } = passagesOf(decision, document, canonicalText(blocks), codes, coder)
    // One by one: a call takes no more than some hundred thousand arguments.
    for (const each of operations) annotations.push(each)
    const wordlessTold = wordless > 0 ? [{ key: 'passagesWithoutQuote' as const, count: wordless }] : []
    outcomes.push({ document: document.id, error: null, warnings: [...one.warnings, ...wordlessTold] })
  }
  const said = await commitSidecars(session, state, texts, sidecars, { codes, coder, find })
  if (!said.ok) return said
  const { documents, operations: saying, fate } = said.value
  const byId = new Map(documents.map((document) => [document.id, document]))
  const committed: Committed = {
    ...fate,
    documents,
    outcomes: outcomes.map(({ document, ...rest }) => ({
      ...rest,
      document: document === null ? null : (byId.get(document) ?? null)
    }))
  }
  const operations: SimpleOperation[] = [
    ...works.operations,
    ...codes.operations,
    ...documents.map((document) => ({ type: 'document.add' as const, document })),
    ...stateAlignments(texts),
    ...annotations,
    ...saying
  ]
  return ok({ operations, committed })
}

/** The works that texts of an import are made versions of; those that share a title share a work. */
class Works {
  readonly operations: SimpleOperation[] = []
  private readonly made = new Map<string, WorkId>()

  of(work: Decision['work']): WorkId[] {
    if (work === null) return []
    if ('id' in work) return [work.id]
    const known = this.made.get(work.title)
    if (known) return [known]
    const id = newId.work()
    this.made.set(work.title, id)
    this.operations.push({ type: 'work.add', work: { id, title: work.title, order: [] } })
    return [id]
  }
}

/** The passages that a file marks in its text, and its notes on the whole; and how many passages are on no words. */
function passagesOf(
  { parsed }: Decision,
  document: VariorumDocument,
  text: string,
  codes: CodeResolver,
  coder: CoderId
): { operations: SimpleOperation[]; wordless: number } {
  const operations: SimpleOperation[] = []
  let wordless = 0
  const occurrences = new Occurrences(text)
  for (const passage of parsed.passages) {
    const {
      start,
      end,
      memo,
      themes: paths,
      coder: name,
      created,
      codings,
      guid,
      modified,
      quality
    } = passage
    const selector =
      start < end && end <= text.length
        ? describe(text, span(start, end), currentText(document), occurrences)
        : null
    if (!selector) {
      wordless++
      continue
    }
    const by = codes.coder(name, coder)
    const made = created ?? new Date().toISOString()
    const annotation = newAnnotation(document.id, selector, by, {
      created: made,
      ...(modified && { modified }),
      memo,
      ...(quality && { quality }),
      ...(codings
        ? { codings: codes.codings(codings, by, made, (path) => codes.theme(path)) }
        : { themes: [...new Set(paths.flatMap((each) => codes.theme(each) ?? []))] }),
      // A second copy of a text leaves the ids of its passages to the first.
      ...(guid && document.guid && { guid })
    })
    operations.push({ type: 'annotation.add', annotation })
  }
  for (const note of parsed.notes)
    operations.push({ type: 'memo.add', memo: newMemo({ kind: 'document', id: document.id }, note, coder) })
  for (const { title, text: words, coder: name, created, modified } of parsed.remarks ?? [])
    operations.push({
      type: 'memo.add',
      memo: newMemo({ kind: 'document', id: document.id }, words, codes.coder(name, coder), {
        title,
        created,
        modified
      })
    })
  return { operations, wordless }
}

/** Documents with the GUIDs that their files give them; where a text of the project has one already, without. */
function guidsLeft(state: ProjectState): (document: VariorumDocument) => VariorumDocument {
  let taken: Set<Guid> | null = null
  return (document) => {
    const { guid, ...bare } = document
    if (guid === undefined) return document
    const guids = new EntityGuids(state.info.id)
    taken ??= new Set([...state.documents.values()].map((each) => guids.of('document', each)))
    if (taken.has(guid)) return bare
    taken.add(guid)
    return document
  }
}
