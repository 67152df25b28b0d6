import { type Command, isTyping } from '../state/commands'
import { acceptCandidate, decide, dismissCandidate } from './formula-acts'
import type { FormulaeDesk } from './formulae-desk'
import { waiting } from './undecided'

/** Keys decide on what is open: on the candidate, or on the proposal that is marked. */
export function formulaCommands(desk: FormulaeDesk): Command[] {
  const isFree = () => !isTyping(document.activeElement)
  const hasBoth = () => {
    const { candidate, proposal } = waiting(desk)
    return isFree() && (candidate !== undefined || proposal !== undefined)
  }
  const hasFormula = () => isFree() && waiting(desk).formula !== undefined
  const settle = async (status: 'accepted' | 'rejected') => {
    const { candidate, formula, proposal } = waiting(desk)
    if (candidate) await (status === 'accepted' ? acceptCandidate : dismissCandidate)(desk, candidate)
    else if (formula && proposal) await decide(desk, formula.id, [proposal], status)
  }
  const move = (by: 1 | -1) => {
    const { candidate, candidates, proposal, proposals } = waiting(desk)
    if (candidate) {
      const next = candidates[candidates.indexOf(candidate) + by]
      if (next) desk.choose({ kind: 'candidate', key: next.key })
    } else if (proposal) {
      const next = proposals[proposals.indexOf(proposal) + by]
      if (next) desk.set({ marked: next.key })
    }
  }
  return [
    { id: 'formulae.find', run: () => void desk.find() },
    { id: 'formulae.accept', keys: ['y'], when: hasBoth, run: () => settle('accepted') },
    { id: 'formulae.reject', keys: ['n'], when: hasBoth, run: () => settle('rejected') },
    { id: 'formulae.edit', keys: ['e'], when: hasFormula, run: () => desk.set({ isEditing: true }) },
    { id: 'formulae.next', keys: ['j'], when: isFree, repeatable: true, run: () => move(1) },
    { id: 'formulae.previous', keys: ['k'], when: isFree, repeatable: true, run: () => move(-1) },
    {
      id: 'app.escape',
      keys: ['Escape'],
      hidden: true,
      first: true,
      when: () => desk.state.isEditing,
      run: () => desk.set({ isEditing: false })
    }
  ]
}
