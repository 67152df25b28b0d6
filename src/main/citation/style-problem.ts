import { appError } from '../../shared/model/app-error'
import type { AppError } from '../../shared/model/result'

/** Why a style cannot be used. */
export class StyleProblem extends Error {
  /** @param about of a dependent style the name of the one that it follows, of a missing one its own */
  constructor(
    readonly problem: 'notXml' | 'notStyle' | 'dependent' | 'tooLarge' | 'endless' | 'missing',
    readonly about = ''
  ) {
    super(about === '' ? problem : `${problem}: ${about}`)
  }

  /** The sentence that a person is told. */
  get told(): AppError {
    return appError('Invalid', sentences[this.problem], { name: this.about })
  }
}

const sentences = {
  notXml: 'styleNotXml',
  notStyle: 'styleNotCsl',
  dependent: 'styleDependent',
  tooLarge: 'styleTooLarge',
  endless: 'styleEndless',
  missing: 'styleMissing'
} as const
