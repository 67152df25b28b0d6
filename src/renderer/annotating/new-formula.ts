import type { Formula, FormulaKind, FormulaRendering, RenderingStatus } from '../../shared/model/formula'
import { newId } from '../../shared/model/new-id'
import { call } from '../state/bridge'
import { currentProject } from '../state/project'

/** A rendering that this coder decides on now. */
export function newRendering(words: string, language: string, status: RenderingStatus): FormulaRendering {
  const { coder } = currentProject()
  const decided = new Date().toISOString()
  return { id: newId.rendering(), words, language, status, coder, decided, note: '' }
}

interface Said {
  readonly kind?: FormulaKind
  /** Its source form, where the words are none. */
  readonly form?: string | null
  readonly gloss?: string
}

/** A formula made of some words: in Chinese they are its source form, else its first rendering. */
export async function newFormula(
  words: string,
  language: string,
  { kind = 'slogan', form: known = null, gloss = '' }: Said = {}
): Promise<Formula> {
  const isForm = language.startsWith('zh')
  const form = isForm ? words : known
  const spelt = form === null ? null : await call('formulae.pinyin', { form })
  const rendering = isForm ? null : newRendering(words, language, 'accepted')
  return {
    id: newId.formula(),
    forms: form === null ? [] : [form],
    pinyin: spelt?.ok ? spelt.value : '',
    gloss,
    kind,
    members: [],
    memo: '',
    links: [],
    renderings: rendering ? { [rendering.id]: rendering } : {},
    coder: currentProject().coder,
    created: new Date().toISOString()
  }
}
