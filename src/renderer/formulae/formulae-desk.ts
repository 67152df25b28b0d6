import { createStore } from 'zustand/vanilla'
import type { CandidateEntry, ProposedRendering } from '../../shared/formulae/formula-answers'
import type { FormulaKind } from '../../shared/model/formula'
import type { DocumentId, FormulaId, RenderingId } from '../../shared/model/ids'
import { openJob, type RunningJob } from '../state/bridge'
import { showError } from '../state/toasts'

export type RegisterFilter = 'present' | 'all' | 'several'

/** What is open at the right. */
type Chosen =
  | { readonly kind: 'formula'; readonly id: FormulaId }
  | { readonly kind: 'candidate'; readonly key: string }
  /** The index of number slogans, or the report on the wording of a version. */
  | { readonly kind: 'numbers' | 'quality' }
  | null

/** Which places of the formula that is open are listed. */
export interface PlacesShown {
  /** Null: the source forms. */
  readonly rendering: RenderingId | 'all' | null
  /** In these texts only; null: in all. */
  readonly documents: readonly DocumentId[] | null
  /** What the texts have in common, in words; empty where all are shown. */
  readonly label: string
}

export const allPlaces: PlacesShown = { rendering: 'all', documents: null, label: '' }

interface FormulaeState {
  readonly filter: RegisterFilter
  readonly kind: FormulaKind | ''
  /** Formulae that stand first in a text of this year or a later one; null: all. */
  readonly since: number | null
  /** Places in recycled text count once, where it stands first. */
  readonly copiesOnce: boolean
  /** What the register is searched for. */
  readonly words: string
  readonly chosen: Chosen
  readonly isEditing: boolean
  /** Whose wording is reported on; null: the first one. */
  readonly version: DocumentId | null
  readonly places: PlacesShown
  /** Null until the texts were looked through. Those that were decided on since are among them. */
  readonly candidates: readonly CandidateEntry[] | null
  /** How far looking through the texts is; null where nobody does. */
  readonly finding: { readonly done: number; readonly total: number } | null
  /** For the formula that is open; null while they are looked for. Those that were decided on since are among them. */
  readonly proposals: readonly ProposedRendering[] | null
  /** The proposal that a key decides on. */
  readonly marked: string | null
}

const blank: FormulaeState = {
  filter: 'all',
  kind: '',
  since: null,
  copiesOnce: false,
  words: '',
  chosen: null,
  isEditing: false,
  version: null,
  places: allPlaces,
  candidates: null,
  finding: null,
  proposals: null,
  marked: null
}
/** So many candidates are listed. */
const mostCandidates = 300

/** What a window shows of the register; it stays while one goes to a passage and back. */
export class FormulaeDesk {
  readonly store = createStore<FormulaeState>(() => blank)
  private finding: RunningJob<'formulae.candidates'> | null = null
  private proposing: RunningJob<'formulae.propose'> | null = null
  private last: Promise<unknown> = Promise.resolve()

  get state(): FormulaeState {
    return this.store.getState()
  }

  set(
    patch: Partial<
      Pick<
        FormulaeState,
        'filter' | 'kind' | 'since' | 'copiesOnce' | 'words' | 'marked' | 'isEditing' | 'places' | 'version'
      >
    >
  ): void {
    this.store.setState(patch)
  }

  choose(chosen: Chosen): void {
    this.store.setState({ chosen, proposals: null, marked: null, isEditing: false, places: allPlaces })
    if (chosen?.kind === 'formula') void this.propose(chosen.id)
  }

  /** Decides on something after whatever is being decided: keys may come faster than changes are known here. */
  inTurn(act: () => Promise<void>): Promise<void> {
    const next = this.last.then(act)
    this.last = next.catch(() => {})
    return next
  }

  /** Looks through the texts for candidates. */
  async find(): Promise<void> {
    this.finding?.cancel()
    this.store.setState({ finding: { done: 0, total: 0 } })
    const job = openJob('formulae.candidates', { count: mostCandidates }, (done, total) => {
      if (this.finding === job) this.store.setState({ finding: { done, total } })
    })
    this.finding = job
    const answer = await job.answer
    if (this.finding !== job) return
    this.finding = null
    this.store.setState({ finding: null, ...(answer.ok && { candidates: answer.value.candidates }) })
    if (!answer.ok && answer.error.key !== 'cancelled') showError(answer.error)
  }

  cancel(): void {
    this.finding?.cancel()
    this.finding = null
    this.store.setState({ finding: null })
  }

  /** Looks for renderings of a formula; what was found before stays in sight until the new ones have come. */
  async propose(id: FormulaId): Promise<void> {
    this.proposing?.cancel()
    const job = openJob('formulae.propose', { formula: id }, () => {})
    this.proposing = job
    const answer = await job.answer
    if (this.proposing !== job) return
    this.proposing = null
    const { chosen } = this.state
    if (chosen?.kind !== 'formula' || chosen.id !== id) return
    if (answer.ok) this.store.setState({ proposals: answer.value.proposals[0]?.renderings ?? [] })
    else if (answer.error.key !== 'cancelled') showError(answer.error)
  }

  clear(): void {
    this.cancel()
    this.proposing?.cancel()
    this.proposing = null
    this.store.setState(blank)
  }
}

/** The one of this window. */
export const formulaeDesk = new FormulaeDesk()
