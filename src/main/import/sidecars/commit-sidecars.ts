import type { Imported } from '../../../shared/ipc/import-answers'
import { appError, reasonOf } from '../../../shared/model/app-error'
import type { VariorumDocument } from '../../../shared/model/document'
import type { CoderId } from '../../../shared/model/ids'
import type { ImportWarning } from '../../../shared/model/import-warning'
import { takenFrom } from '../../../shared/model/reference'
import { err, ok, type Result } from '../../../shared/model/result'
import type { ProjectState } from '../../../shared/model/state'
import type { SimpleOperation } from '../../../shared/operations/operation'
import { canonicalText } from '../../../shared/text/canonical'
import type { Session } from '../../project/session'
import type { CommittedText } from '../alignment-from-file'
import { type CodeResolver, newMemo } from '../code-resolver'
import type { SidecarDecision } from '../decision'
import { fitSidecar } from '../fit/fit-sidecar'
import { Fitter } from '../fit/fitter'
import { isWholeNote, type ParsedQuote } from '../parsed-sidecars'
import { type FindQuotes, placeQuotes, type QuoteFate } from './place-quotes'
import { statedFacts } from './stated-facts'

/** What became of what other files say about texts. */
export type SidecarFate = Pick<Imported, 'highlights' | 'references'> & {
  /** For each sidecar, in their order, what could not simply be placed. */
  readonly said: readonly (readonly ImportWarning[])[]
}

interface Tools {
  readonly codes: CodeResolver
  readonly coder: CoderId
  readonly find: FindQuotes
}

/** A text that something is said of, as it is and as it becomes. */
interface Spoken {
  readonly before: VariorumDocument
  readonly isNew: boolean
  document: VariorumDocument
  readonly quotes: { readonly from: number; readonly quote: ParsedQuote }[]
  /** For a text on its way in. */
  readonly text: string | null
}

/**
 * Works out what sidecars do to the texts of an import and of a state of the project, and writes what has to lie there
 * first: passages that are quoted and not found. The state has to be the present one when it is written. Answers the new documents as they become, and the operations for the rest.
 */
export async function commitSidecars(
  session: Session,
  state: ProjectState,
  committed: readonly CommittedText[],
  sidecars: readonly SidecarDecision[],
  tools: Tools
): Promise<Result<{ documents: VariorumDocument[]; operations: SimpleOperation[]; fate: SidecarFate }>> {
  const spoken = new Map<string, Spoken>()
  for (const { document, blocks } of committed)
    spoken.set(document.id, {
      before: document,
      document,
      isNew: true,
      quotes: [],
      text: canonicalText(blocks)
    })
  const byKey = new Map(
    committed.flatMap(({ key, document }) => (key === undefined ? [] : [[key, document.id]]))
  )
  let references = 0
  for (const [from, decision] of sidecars.entries()) {
    if (decision.about.kind === 'codebook') {
      tools.codes.bring(decision.about.brought, tools.coder)
      continue
    }
    if (!('text' in decision)) continue
    const { text: meant, replace } = decision
    const { sidecar: about } = fitSidecar(new Fitter(), decision.about)
    if (about === null) continue
    const id = 'document' in meant ? meant.document : byKey.get(meant.key)
    const there = id === undefined ? undefined : state.documents.get(id)
    const own =
      spoken.get(id ?? '') ??
      (there && { before: there, document: there, isNew: false, quotes: [], text: null })
    // A text that was left out of the import is spoken of by nobody.
    if (!own) continue
    spoken.set(own.before.id, own)
    // One by one: a call takes no more than some hundred thousand arguments.
    if (about.kind === 'highlights') for (const quote of about.quotes) own.quotes.push({ from, quote })
    else {
      own.document = { ...own.document, ...takenFrom(own.document, statedFacts(about.facts), replace).taken }
      references++
    }
  }
  const operations: SimpleOperation[] = []
  const highlights = { found: 0, toConfirm: 0, orphans: 0, known: 0, notes: 0 }
  const fates: { from: number; fate: QuoteFate }[] = []
  for (const own of spoken.values()) {
    const done = await placed(session, state, own, tools)
    if (!done.ok) return done
    for (const each of [...changesOf(own), ...done.value.operations]) operations.push(each)
    for (const each of done.value.fates) fates.push(each)
    for (const key of ['found', 'toConfirm', 'orphans', 'known', 'notes'] as const)
      highlights[key] += done.value[key]
  }
  const documents = [...spoken.values()].flatMap(({ isNew, document }) => (isNew ? [document] : []))
  return ok({
    documents,
    operations,
    fate: { highlights, references, said: sidecars.map((_, from) => toldOf(fates, from)) }
  })
}

/** What is to be said of the highlights of one sidecar. */
function toldOf(fates: readonly { from: number; fate: QuoteFate }[], from: number): ImportWarning[] {
  const countOf = (fate: QuoteFate) => fates.filter((each) => each.from === from && each.fate === fate).length
  const told = [
    { key: 'passagesToConfirm' as const, count: countOf('toConfirm') },
    { key: 'passagesNotFound' as const, count: countOf('orphan') },
    { key: 'passagesOutsideText' as const, count: countOf('outside') }
  ]
  return told.filter(({ count }) => count > 0)
}

/** What changes in a text of the project; one on its way in comes in as it becomes. */
function changesOf({ isNew, before, document }: Spoken): SimpleOperation[] {
  if (isNew || before === document) return []
  const { id, revisions, furniture, words, original } = document
  const { title, publisher, source, language, published, csl, attributes, proposed } = document
  const patch = { title, publisher, source, language, published, csl, attributes, proposed }
  const update = { type: 'document.update' as const, id, patch }
  return before.revisions === revisions
    ? [update]
    : [update, { type: 'document.revise', id, revisions, furniture, words, original }]
}

type Placing = SidecarFate['highlights'] & {
  readonly operations: SimpleOperation[]
  readonly fates: readonly { from: number; fate: QuoteFate }[]
}

async function placed(
  session: Session,
  state: ProjectState,
  own: Spoken,
  tools: Tools
): Promise<Result<Placing>> {
  const none = { found: 0, toConfirm: 0, orphans: 0, known: 0, notes: 0, operations: [], fates: [] }
  if (own.quotes.length === 0) return ok(none)
  const { document } = own
  let { text } = own
  if (text === null) {
    const current = document.revisions.at(-1)
    const read = current ? await session.contents.text(current.text) : null
    if (!read?.ok) return read ?? err(appError('NotFound', 'documentMissing', { name: document.title }))
    text = canonicalText(read.value.blocks)
  }
  const placed = own.quotes.filter(({ quote }) => !isWholeNote(quote))
  const existing = own.isNew ? [] : [...(state.annotations.get(document.id)?.values() ?? [])]
  const result = await placeQuotes(
    document,
    text,
    placed.map(({ quote }) => quote),
    existing,
    tools
  )
  if (result.quoted) {
    const { revision, content } = result.quoted
    try {
      await session.contents.addText(content)
    } catch (error) {
      return err(
        appError('StorageFailed', 'changeNotSaved', { folder: session.folder, reason: reasonOf(error) })
      )
    }
    const isThere = document.revisions.some((each) => each.text === revision.text)
    if (!isThere) own.document = { ...document, revisions: document.revisions.toSpliced(-1, 0, revision) }
  }
  const said = new Set(
    Object.values(state.memos).flatMap((memo) =>
      'id' in memo.about && memo.about.id === document.id ? [memo.text] : []
    )
  )
  const notes = own.quotes.flatMap(({ quote }) =>
    isWholeNote(quote) && !said.has(quote.memo) ? [quote] : []
  )
  return ok({
    ...result,
    notes: notes.length,
    fates: placed.flatMap(({ from }, index) => {
      const fate = result.fates[index]
      return fate ? [{ from, fate }] : []
    }),
    operations: [
      ...result.annotations.map((annotation) => ({ type: 'annotation.add' as const, annotation })),
      ...notes.map(({ memo, coder, created }) => ({
        type: 'memo.add' as const,
        memo: newMemo({ kind: 'document', id: document.id }, memo, tools.codes.coder(coder, tools.coder), {
          created
        })
      }))
    ]
  })
}
