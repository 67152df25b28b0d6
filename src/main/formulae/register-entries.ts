import { pinyin } from 'pinyin-pro'
import { phraseKey } from '../../shared/formulae/phrase-key'
import { entryName, type RegisterFile } from '../../shared/formulae/register-file'
import type { Formula, FormulaLink, FormulaRendering } from '../../shared/model/formula'
import type { CoderId, FormulaId, RenderingId } from '../../shared/model/ids'
import { newId } from '../../shared/model/new-id'
import type { ProjectState } from '../../shared/model/state'
import type { SimpleOperation } from '../../shared/operations/operation'

/** The pinyin of a form, with tones; empty where it has no characters. */
export function pinyinOf(form: string): string {
  return /\p{Script=Han}/u.test(form) ? pinyin(form, { nonZh: 'consecutive' }).slice(0, 1000) : ''
}

/**
 * The formulae of a register as a project would hold them, each with links to others of the same register.
 * @param ids how each is called; without it they get new ids
 */
export function formulaeOf(
  file: RegisterFile,
  coder: CoderId,
  ids: (at: number) => FormulaId = () => newId.formula()
): Formula[] {
  const created = new Date().toISOString()
  const named = file.formulae.map((entry, at) => ({ entry, id: ids(at) }))
  const byForm = new Map(
    named.flatMap(({ entry, id }) =>
      (entry.forms.length > 0 ? entry.forms : [entryName(entry)]).map(
        (form) => [phraseKey(form), id] as const
      )
    )
  )
  return named.map(({ entry, id }) => {
    const said = [
      ...entry.renderings.map(
        (words) => ({ words, language: file.language, status: 'accepted', note: '' }) as const
      ),
      ...(entry.decided ?? [])
    ]
    const renderings = said.map((each, at): FormulaRendering => {
      const own = `r${id}-${at}`.slice(0, 64) as RenderingId
      return { ...each, id: own, coder, decided: created }
    })
    const links = entry.links.flatMap(({ kind, form }): FormulaLink[] => {
      const formula = byForm.get(phraseKey(form))
      return formula && formula !== id ? [{ kind, formula }] : []
    })
    return {
      id,
      forms: entry.forms,
      pinyin: entry.pinyin ?? pinyinOf(entry.forms[0] ?? ''),
      gloss: entry.gloss,
      kind: entry.kind,
      members: entry.members,
      memo: entry.memo ?? '',
      links,
      renderings: Object.fromEntries(renderings.map((each) => [each.id, each])),
      coder,
      created
    }
  })
}

/**
 * What takes the formulae of a register into a project: those whose forms it does not hold (or, where they have none, whose
 * renderings) come in whole, of others the
 * renderings that nobody has decided on. Links to what does not come in are left out.
 */
export function takingOperations(
  { info }: ProjectState,
  formulae: readonly Formula[],
  coder: CoderId
): SimpleOperation[] {
  const known = new Map(
    Object.values<Formula>(info.formulae).flatMap((own) =>
      own.forms.map((form) => [phraseKey(form), own] as const)
    )
  )
  const byRendering = new Map(
    Object.values<Formula>(info.formulae).flatMap((own) =>
      Object.values<FormulaRendering>(own.renderings).map((each) => [phraseKey(each.words), own] as const)
    )
  )
  const heldBy = (formula: Formula) =>
    formula.forms.length > 0
      ? formula.forms.flatMap((form) => known.get(phraseKey(form)) ?? [])[0]
      : Object.values<FormulaRendering>(formula.renderings).flatMap(
          ({ words }) => byRendering.get(phraseKey(words)) ?? []
        )[0]
  const idOf = new Map(formulae.map((each) => [each.id, heldBy(each)?.id ?? each.id]))
  const decidedIn = new Map<FormulaId, Set<string>>()
  const added: SimpleOperation[] = []
  const linked: SimpleOperation[] = []
  for (const formula of formulae) {
    const own = heldBy(formula)
    if (!own) {
      added.push({ type: 'formula.add', formula: { ...formula, links: [] } })
      const links = formula.links.flatMap(({ kind, formula: to }): FormulaLink[] => {
        const id = idOf.get(to)
        return id === undefined || id === formula.id ? [] : [{ kind, formula: id }]
      })
      if (links.length > 0) linked.push({ type: 'formula.update', id: formula.id, patch: { links } })
      continue
    }
    const decided =
      decidedIn.get(own.id) ??
      new Set(Object.values<FormulaRendering>(own.renderings).map(({ words }) => phraseKey(words)))
    decidedIn.set(own.id, decided)
    for (const rendering of Object.values<FormulaRendering>(formula.renderings)) {
      const key = phraseKey(rendering.words)
      if (decided.has(key)) continue
      decided.add(key)
      added.push({
        type: 'rendering.add',
        formula: own.id,
        rendering: { ...rendering, id: newId.rendering(), coder }
      })
    }
  }
  return [...added, ...linked]
}
