import type { Formula } from '../../shared/model/formula'
import { formulaLimits } from '../../shared/model/formula-kinds'
import { formulaName } from '../../shared/model/formula-name'
import type { SimpleOperation } from '../../shared/operations/operation'
import { i18n } from '../state/i18n'
import { change } from '../state/project'
import { showToast } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import { newFormula, newRendering } from './new-formula'

/** Makes a formula of selected words. */
export async function makeFormula(words: string, language: string): Promise<void> {
  if (!fits(words)) return
  const formula = await newFormula(words, language)
  if (await change({ type: 'formula.add', formula })) showUndoableToast(i18n.t('formulae.made', { words }))
}

/** Makes selected words a rendering of a formula; words in Chinese one of its source forms. */
export async function addToFormula(formula: Formula, words: string, language: string): Promise<void> {
  if (!fits(words)) return
  const { id, forms } = formula
  const operation: SimpleOperation = language.startsWith('zh')
    ? { type: 'formula.update', id, patch: { forms: [...forms, words] }, expected: { forms } }
    : { type: 'rendering.add', formula: id, rendering: newRendering(words, language, 'accepted') }
  if (await change(operation))
    showUndoableToast(i18n.t('formulae.added', { words, name: formulaName(formula) }))
}

function fits(words: string): boolean {
  if (words.length > 0 && words.length <= formulaLimits.phrase) return true
  showToast(i18n.t('formulae.tooLong', { most: formulaLimits.phrase }))
  return false
}
