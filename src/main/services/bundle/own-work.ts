import type { Annotation } from '../../../shared/model/annotation'
import type { Dismissal, Formula, FormulaRendering } from '../../../shared/model/formula'
import type { CoderId, DocumentId } from '../../../shared/model/ids'
import type { Memo } from '../../../shared/model/memo'
import type { Coder } from '../../../shared/model/project'
import type { FindingDecision } from '../../../shared/model/quality-finding'
import type { SavedQuery } from '../../../shared/model/saved-query'
import type { PlainState } from '../../../shared/model/state'

/**
 * A project with the work of one coder alone: their codings, memos, saved queries and formulae, and the highlights that carry these. A highlight
 * that another has made loses that one's memo and marks of the wording; of the coders stay those who are named.
 */
export function ownWork(state: PlainState, coder: CoderId): PlainState {
  const annotations = Object.entries(state.annotations).flatMap(([document, own]) => {
    const kept = Object.values<Annotation>(own).flatMap((each) => ownPart(each, coder) ?? [])
    if (kept.length === 0) return []
    return [[document as DocumentId, Object.fromEntries(kept.map((each) => [each.id, each]))] as const]
  })
  const memos = Object.values<Memo>(state.memos).filter((memo) => memo.coder === coder)
  const left: PlainState = {
    ...state,
    annotations: Object.fromEntries(annotations) as PlainState['annotations'],
    memos: Object.fromEntries(memos.map((memo) => [memo.id, memo])) as PlainState['memos']
  }
  const formulae = ownFormulae(state.info.formulae, coder)
  const named = codersIn(left).add(coder)
  for (const each of Object.values<Formula>(formulae)) named.add(each.coder)
  const coders = Object.values<Coder>(state.info.coders).filter(({ id }) => named.has(id))
  const queries = Object.values<SavedQuery>(state.info.queries).filter((query) => query.coder === coder)
  return {
    ...left,
    info: {
      ...left.info,
      coders: Object.fromEntries(coders.map((each) => [each.id, each])),
      queries: Object.fromEntries(queries.map((each) => [each.id, each])),
      formulae,
      findings: Object.fromEntries(
        Object.entries<FindingDecision>(state.info.findings).filter(([, each]) => each.coder === coder)
      ),
      dismissed: Object.fromEntries(
        Object.entries<Dismissal>(state.info.dismissed).filter(([, each]) => each.coder === coder)
      )
    }
  }
}

/** The formulae that a coder made or decided on, with that coder's renderings alone; links that lead nowhere go. */
function ownFormulae(all: PlainState['info']['formulae'], coder: CoderId): PlainState['info']['formulae'] {
  const kept = Object.values<Formula>(all).flatMap((formula) => {
    const own = Object.values<FormulaRendering>(formula.renderings).filter((each) => each.coder === coder)
    if (formula.coder !== coder && own.length === 0) return []
    return [{ ...formula, renderings: Object.fromEntries(own.map((each) => [each.id, each])) }]
  })
  const ids = new Set(kept.map(({ id }) => id))
  const linked = kept.map((each) => ({
    ...each,
    links: each.links.filter(({ formula }) => ids.has(formula))
  }))
  return Object.fromEntries(linked.map((each) => [each.id, each]))
}

function ownPart(annotation: Annotation, coder: CoderId): Annotation | null {
  const codings = annotation.codings.filter((coding) => coding.coder === coder)
  if (annotation.coder === coder) return { ...annotation, codings }
  return codings.length === 0 ? null : { ...annotation, codings, memo: '', quality: [] }
}

/** Everybody who is named in what is left. */
function codersIn({ annotations, memos, documents }: PlainState): Set<CoderId> {
  const named = new Set<CoderId>()
  for (const own of Object.values(annotations))
    for (const { coder, codings } of Object.values<Annotation>(own)) {
      named.add(coder)
      for (const coding of codings) named.add(coding.coder)
    }
  for (const memo of Object.values<Memo>(memos)) named.add(memo.coder)
  for (const document of Object.values(documents))
    for (const { coder } of document.revisions) if (coder) named.add(coder)
  return named
}
