import { catalogues, type Language } from '../../../shared/locales/catalogues'
import type { FormulaRendering } from '../../../shared/model/formula'
import { formulaName, renderingsOf } from '../../../shared/model/formula-name'
import type { ProjectInfo } from '../../../shared/model/project'
import type { FormulaEntry } from '../format'

interface GlossaryRendering {
  readonly rendering: FormulaRendering
  readonly places: string
  /** The years from the first text with it to the last; empty where none is dated. */
  readonly seen: string
}

/** The accepted renderings of a formula, the most frequent first. */
export function glossaryRenderings({ formula, counted }: FormulaEntry): GlossaryRendering[] {
  const size = ({ id }: FormulaRendering) => counted?.renderings[id]?.count ?? 0
  return renderingsOf(formula)
    .filter(({ status }) => status === 'accepted')
    .sort((a, b) => size(b) - size(a))
    .map((rendering) => {
      const counts = counted?.renderings[rendering.id]
      const [first, last] = [counts?.first.slice(0, 4) ?? '', counts?.last.slice(0, 4) ?? '']
      return {
        rendering,
        places: counted ? String(size(rendering)) : '',
        seen: first === last ? first : `${first}–${last}`
      }
    })
}

/** What else is said of a formula, each under a name. */
export function glossaryFacts(
  { formula, counted }: FormulaEntry,
  info: ProjectInfo,
  language: Language
): { readonly term: string; readonly said: string }[] {
  const { formulae: words, formulaeExport: own } = catalogues[language]
  const links = formula.links.flatMap(({ kind, formula: to }) => {
    const other = info.formulae[to]
    return other ? [`${words.link[kind]} ${formulaName(other)}`] : []
  })
  const separator = language === 'en' ? '; ' : '；'
  const facts: [string, string][] = [
    [words.kindOf, words.kind[formula.kind]],
    [words.forms, formula.forms.length > 1 ? formula.forms.join(separator) : ''],
    [words.members, formula.members.join(separator)],
    [words.links, links.join(separator)],
    [own.places, counted ? String(counted.count) : '']
  ]
  return facts.filter(([, said]) => said !== '').map(([term, said]) => ({ term, said }))
}
