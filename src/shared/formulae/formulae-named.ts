import type { Formula, FormulaRendering } from '../model/formula'
import type { ProjectInfo } from '../model/project'
import { phraseKey } from './phrase-key'

/** The formulae that a name means: an id, a source form, or a rendering that is not rejected, however it is written. */
export function formulaeNamed(formulae: ProjectInfo['formulae'], name: string): Formula[] {
  const key = phraseKey(name)
  return Object.values<Formula>(formulae).filter(
    ({ id, forms, renderings }) =>
      id === name ||
      (key !== '' &&
        (forms.some((form) => phraseKey(form) === key) ||
          Object.values<FormulaRendering>(renderings).some(
            (each) => each.status !== 'rejected' && phraseKey(each.words) === key
          )))
  )
}
