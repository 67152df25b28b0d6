import { isExact } from '../../shared/anchoring/describe'
import type { Alignment } from '../../shared/model/alignment'
import { appError } from '../../shared/model/app-error'
import { currentText } from '../../shared/model/current-text'
import type { Dismissal, Formula, FormulaRendering } from '../../shared/model/formula'
import type { Group } from '../../shared/model/group'
import type { ContentHash } from '../../shared/model/ids'
import type { Memo } from '../../shared/model/memo'
import type { FindingDecision } from '../../shared/model/quality-finding'
import type { AppError } from '../../shared/model/result'
import type { SavedQuery } from '../../shared/model/saved-query'
import type { ProjectState } from '../../shared/model/state'
import type { Theme } from '../../shared/model/theme'
import { childrenOf } from '../../shared/operations/theme-order'

interface Tools {
  found(problem: AppError): void
  step(): void
}

type TextOf = (hash: ContentHash) => Promise<string | null>

/** Checks every reference, and every quote against its text. Returns the number of annotations. */
export async function verifyRecords(
  state: ProjectState,
  textOf: TextOf,
  { found, step }: Tools
): Promise<number> {
  const missing = (what: string) => found(appError('Damaged', 'recordMissing', { what }))
  verifyThemes(state, found, missing)
  verifyMemos(state, missing)
  verifyFormulae(state, missing)
  let count = 0
  for (const [id, own] of state.annotations.entries()) {
    step()
    const document = state.documents.get(id)
    if (!document) missing(id)
    const texts = new Map<ContentHash, string | null>()
    for (const annotation of own.values()) {
      count++
      const { selector, proposal } = annotation
      const quote = selector.exact.slice(0, 60)
      if (document && !document.revisions.some((each) => each.text === selector.revision))
        missing(selector.revision)
      if (document && proposal && proposal.revision !== currentText(document))
        found(appError('Damaged', 'proposalStale', { quote, id: annotation.id }))
      if (!texts.has(selector.revision)) texts.set(selector.revision, await textOf(selector.revision))
      const text = texts.get(selector.revision) ?? null
      if (text !== null && !isExact(text, selector))
        found(appError('Damaged', 'quoteDiffers', { quote, id: annotation.id }))
      for (const { theme } of annotation.codings) if (!state.themes[theme]) missing(theme)
      for (const coder of new Set([annotation.coder, ...annotation.codings.map((each) => each.coder)]))
        if (!state.info.coders[coder]) missing(coder)
    }
  }
  for (const own of state.alignments.values())
    for (const alignment of Object.values<Alignment>(own))
      for (const id of [alignment.a, alignment.b])
        if (!state.documents.get(id)?.works.includes(alignment.work)) missing(`${alignment.work}: ${id}`)
  return count
}

function verifyThemes(
  { themes, groups }: ProjectState,
  found: (problem: AppError) => void,
  missing: (what: string) => void
): void {
  const parents: (Theme | null)[] = [null, ...Object.values<Theme>(themes)]
  for (const parent of parents) {
    if (parent?.parent && !themes[parent.parent]) missing(parent.parent)
    const orders = childrenOf(themes, parent?.id ?? null).map((each) => each.order)
    if (orders.some((order, index) => order !== index))
      found(appError('Damaged', 'themeOrder', { name: parent?.name ?? '–' }))
  }
  for (const group of Object.values<Group>(groups))
    for (const id of group.themes) if (!themes[id]) missing(id)
}

function verifyMemos(
  { memos, themes, documents, info }: ProjectState,
  missing: (what: string) => void
): void {
  for (const { coder } of Object.values<SavedQuery>(info.queries)) if (!info.coders[coder]) missing(coder)
  for (const { about, coder } of Object.values<Memo>(memos)) {
    if (!info.coders[coder]) missing(coder)
    if (about.kind === 'theme' && !themes[about.id]) missing(about.id)
    if (about.kind === 'document' && !documents.has(about.id)) missing(about.id)
  }
}

function verifyFormulae({ info }: ProjectState, missing: (what: string) => void): void {
  for (const { coder } of Object.values<FindingDecision>(info.findings))
    if (!info.coders[coder]) missing(coder)
  for (const { coder } of Object.values<Dismissal>(info.dismissed)) if (!info.coders[coder]) missing(coder)
  for (const { coder, links, renderings } of Object.values<Formula>(info.formulae)) {
    for (const each of [coder, ...Object.values<FormulaRendering>(renderings).map((own) => own.coder)])
      if (!info.coders[each]) missing(each)
    for (const { formula } of links) if (!info.formulae[formula]) missing(formula)
  }
}
