import type { Formula, FormulaRendering } from '../model/formula'
import { formulaName } from '../model/formula-name'
import type { RegisterEntry, RegisterFile } from './register-file'

/** The formulae of a project as a register that others can take in. Who decided, and when, stays with the project. */
export function registerOf(formulae: Readonly<Record<string, Formula>>, title: string): RegisterFile {
  const language = 'en'
  const entries = Object.values(formulae).map((formula): RegisterEntry => {
    const { forms, kind, gloss, members, pinyin, memo, links } = formula
    const all = Object.values<FormulaRendering>(formula.renderings)
    const isPlain = (each: FormulaRendering) =>
      each.status === 'accepted' && each.language === language && each.note === ''
    const decided = all
      .filter((each) => !isPlain(each))
      .map(({ words, language: own, status, note }) => ({ words, language: own, status, note }))
    return {
      forms,
      kind,
      gloss,
      renderings: all.filter(isPlain).map(({ words }) => words),
      members,
      links: links.flatMap(({ kind: how, formula: to }) => {
        const other = formulae[to]
        return other ? [{ kind: how, form: formulaName(other) }] : []
      }),
      ...(pinyin !== '' && { pinyin }),
      ...(memo !== '' && { memo }),
      ...(decided.length > 0 && { decided })
    }
  })
  return {
    kind: 'variorum-register',
    format: 1,
    title: title.slice(0, 300),
    licence: '',
    language,
    formulae: entries.filter(
      (each) => each.forms.length + Object.keys(each.renderings).length > 0 || each.decided
    )
  }
}
