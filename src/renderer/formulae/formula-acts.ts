import type { CandidateEntry, ProposedRendering } from '../../shared/formulae/formula-answers'
import type {
  Formula,
  FormulaFacts,
  FormulaKind,
  FormulaRendering,
  RenderingStatus
} from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import type { FormulaId } from '../../shared/model/ids'
import { batchOf } from '../../shared/operations/batch-of'
import type { SimpleOperation } from '../../shared/operations/operation'
import { newFormula, newRendering } from '../annotating/new-formula'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { change, currentProject } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { showUndoableToast } from '../state/undoing'
import type { FormulaeDesk } from './formulae-desk'
import { proposalsLeft, waiting } from './undecided'

/**
 * Decides on renderings that were proposed: one change, however many. What is decided on already stays as it is; what was
 * decided teaches the next proposals.
 */
export function decide(
  desk: FormulaeDesk,
  formula: FormulaId,
  proposals: readonly ProposedRendering[],
  status: 'accepted' | 'rejected'
): Promise<void> {
  return desk.inTurn(() => decideNow(desk, formula, proposals, status))
}

async function decideNow(
  desk: FormulaeDesk,
  formula: FormulaId,
  proposals: readonly ProposedRendering[],
  status: 'accepted' | 'rejected'
): Promise<void> {
  const known = currentProject().state.info.formulae[formula]
  const open = (known && proposalsLeft(proposals, known)) ?? []
  const next = proposalAfter(desk, open)
  const operations = open.map(
    ({ words }): SimpleOperation => ({
      type: 'rendering.add',
      formula,
      rendering: newRendering(words, 'en', status)
    })
  )
  const batch = batchOf('decideRenderings', operations)
  if (!batch || !(await change(batch))) return
  desk.set({ marked: next })
  void desk.propose(formula)
}

/** The proposal that a key decides on when some are gone. */
function proposalAfter(desk: FormulaeDesk, gone: readonly ProposedRendering[]): string | null {
  const { proposals } = waiting(desk)
  const keys = new Set(gone.map(({ key }) => key))
  const at = proposals.findIndex(({ key }) => keys.has(key))
  const left = (each: ProposedRendering) => !keys.has(each.key)
  return (proposals.slice(at).find(left) ?? proposals.findLast(left))?.key ?? null
}

/** Decides anew on a rendering that somebody has decided on. */
export async function decideAgain(
  formula: FormulaId,
  { id, status: seen }: FormulaRendering,
  status: RenderingStatus
): Promise<void> {
  const { coder } = currentProject()
  const patch = { status, coder, decided: new Date().toISOString() }
  await change({ type: 'rendering.update', formula, id, patch, expected: { status: seen } })
}

/** Takes a decision back: the rendering is decided on no more, and may be proposed again. */
export async function forget(
  desk: FormulaeDesk,
  formula: FormulaId,
  { id, words }: FormulaRendering
): Promise<void> {
  if (!(await change({ type: 'rendering.remove', formula, id }))) return
  showUndoableToast(i18n.t('formulae.renderingRemoved', { words }))
  void desk.propose(formula)
}

/** Does something with a candidate in its turn, unless it was decided on by then. */
function withOpen(desk: FormulaeDesk, { key }: CandidateEntry, act: () => Promise<void>): Promise<void> {
  return desk.inTurn(async () => {
    if (waiting(desk).candidates.some((each) => each.key === key)) await act()
  })
}

/** Makes a formula of a candidate; in Chinese it is its source form, else its first rendering. */
export function acceptCandidate(desk: FormulaeDesk, candidate: CandidateEntry): Promise<void> {
  return withOpen(desk, candidate, () => acceptNow(desk, candidate))
}

async function acceptNow(desk: FormulaeDesk, candidate: CandidateEntry): Promise<void> {
  const { words, language, kind, known } = candidate
  const formula = await newFormula(words, language, {
    kind,
    form: known?.form ?? null,
    gloss: known?.gloss ?? ''
  })
  if (await change({ type: 'formula.add', formula })) desk.choose({ kind: 'formula', id: formula.id })
}

/** Makes a candidate a rendering, or in Chinese a form, of a formula that is there. */
export function mergeCandidate(
  desk: FormulaeDesk,
  candidate: CandidateEntry,
  { id, forms }: Formula
): Promise<void> {
  const { words, language, key } = candidate
  return withOpen(desk, candidate, async () => {
    const next = candidateAfter(desk, key)
    const operation: SimpleOperation =
      language === 'zh'
        ? { type: 'formula.update', id, patch: { forms: [...forms, words] }, expected: { forms } }
        : { type: 'rendering.add', formula: id, rendering: newRendering(words, 'en', 'accepted') }
    if (await change(operation)) desk.choose(next)
  })
}

export function dismissCandidate(desk: FormulaeDesk, candidate: CandidateEntry): Promise<void> {
  const { key, words } = candidate
  return withOpen(desk, candidate, async () => {
    const next = candidateAfter(desk, key)
    const dismissal = { coder: currentProject().coder, time: new Date().toISOString() }
    if (!(await change({ type: 'candidate.dismiss', key, dismissal }))) return
    desk.choose(next)
    showUndoableToast(i18n.t('formulae.dismissed', { words }))
  })
}

/** The candidate that is open when one is gone from the list. */
function candidateAfter(desk: FormulaeDesk, key: string) {
  const { candidates } = waiting(desk)
  const at = candidates.findIndex((each) => each.key === key)
  const next = candidates[at + 1] ?? candidates[at - 1]
  return next ? ({ kind: 'candidate', key: next.key } as const) : null
}

/** Changes what is said of a formula, where it still says what was seen. */
export async function setFacts(
  { id }: Formula,
  patch: Partial<FormulaFacts>,
  expected: Partial<FormulaFacts>
): Promise<boolean> {
  return change({ type: 'formula.update', id, patch, expected })
}

/** Gives a formula other source forms; pinyin that was that of the old first form becomes that of the new one. */
export async function setForms(formula: Formula, forms: readonly string[]): Promise<boolean> {
  const { pinyin: old, forms: before } = formula
  const [was, is] = await Promise.all([pinyinOf(before[0]), pinyinOf(forms[0])])
  const patch = { forms: [...forms], ...(old === was && { pinyin: is }) }
  return setFacts(formula, patch, { forms: before, ...(old === was && { pinyin: old }) })
}

async function pinyinOf(form: string | undefined): Promise<string> {
  if (form === undefined) return ''
  const spelt = await call('formulae.pinyin', { form })
  return spelt.ok ? spelt.value : ''
}

/** Spells the first source form by its sound. */
export async function spellAgain(formula: Formula): Promise<void> {
  const { pinyin } = formula
  await setFacts(formula, { pinyin: await pinyinOf(formula.forms[0]) }, { pinyin })
}

export async function setKind(formula: Formula, kind: FormulaKind): Promise<void> {
  await setFacts(formula, { kind }, { kind: formula.kind })
}

/** Deletes a formula, and what links to it lets go. */
export function removeFormula(desk: FormulaeDesk, formula: Formula): Promise<void> {
  return desk.inTurn(() => removeNow(desk, formula))
}

async function removeNow(desk: FormulaeDesk, formula: Formula): Promise<void> {
  const { formulae } = currentProject().state.info
  if (!formulae[formula.id]) return
  const freed = Object.values<Formula>(formulae).flatMap(({ id, links }): SimpleOperation[] => {
    const left = links.filter((link) => link.formula !== formula.id)
    return left.length === links.length
      ? []
      : [{ type: 'formula.update', id, patch: { links: left }, expected: { links } }]
  })
  const batch = batchOf('removeFormula', [...freed, { type: 'formula.remove', id: formula.id }])
  if (!batch || !(await change(batch))) return
  desk.choose(null)
  showUndoableToast(i18n.t('formulae.removed', { name: formulaName(formula) }))
}

/** Takes in the register that comes with the app, or one that the person chooses. */
export async function takeRegister(which: 'takeStarter' | 'takeFile'): Promise<void> {
  const answer = await call(`formulae.${which}`, null)
  if (!answer.ok) {
    if (answer.error.kind !== 'Cancelled') showError(answer.error)
    return
  }
  if (answer.value === null) return
  const { taken, renderings } = answer.value
  const said = [
    taken > 0 && i18n.t('formulae.taken', { count: taken }),
    renderings > 0 && i18n.t('formulae.takenRenderings', { count: renderings })
  ].filter(Boolean)
  if (said.length === 0) showToast(i18n.t('formulae.nothingTaken'))
  else showUndoableToast(said.join(', '))
}
