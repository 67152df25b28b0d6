import { RegisterFile } from '../../../shared/formulae/register-file'
import { registerOf } from '../../../shared/formulae/register-of'
import { Formula } from '../../../shared/model/formula'
import { isObject, objectOf } from '../formats/json'

/** A register that was written for other projects, or the formulae of a project's own file (`project.json`). */
export function registerOfJson(whole: unknown, title: string): RegisterFile {
  const { kind, data } = objectOf(whole)
  if (kind === 'variorum-register') return RegisterFile.parse(whole)
  const { formulae, name } = objectOf(data)
  if (!isObject(formulae)) throw new Error('it holds no register')
  const found = Object.values(formulae).flatMap((each) => {
    const parsed = Formula.safeParse(each)
    return parsed.success ? [[parsed.data.id, parsed.data] as const] : []
  })
  return registerOf(Object.fromEntries(found), typeof name === 'string' ? name : title)
}
