import type { Candidate } from '../../shared/formulae/candidate'
import { phraseKey } from '../../shared/formulae/phrase-key'
import type { RegisterFile } from '../../shared/formulae/register-file'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import type { ProjectState } from '../../shared/model/state'
import { textsOf } from './find-occurrences'
import type { FormulaThread } from './formula-thread'

/** So many candidates are told at most. */
const mostCandidates = 10_000

/** What another register says of a phrase. */
interface KnownPhrase {
  readonly form: string
  readonly gloss: string
}

/** All candidates of the texts of the moment, the likeliest first; null where it was cancelled. */
export async function mineAll(
  { state, folder }: { readonly state: ProjectState; readonly folder: string },
  thread: FormulaThread,
  signal: AbortSignal,
  progress: (done: number, total: number) => void
): Promise<readonly Candidate[] | null> {
  const texts = textsOf([...state.documents.values()])
  const task = { id: crypto.randomUUID(), folder, texts, most: mostCandidates }
  return thread.mine(task, signal, progress)
}

/** Those that are in no register of the project and that nobody has dismissed. */
export function undecided(candidates: readonly Candidate[], { info }: ProjectState): Candidate[] {
  const decided = decidedKeys(Object.values<Formula>(info.formulae))
  return candidates.filter(({ key }) => !decided.has(key) && !Object.hasOwn(info.dismissed, key))
}

/** The keys of all forms and renderings of some formulae, whatever was decided. */
export function decidedKeys(formulae: readonly Formula[]): Set<string> {
  return new Set(
    formulae.flatMap(({ forms, renderings }) => [
      ...forms.map(phraseKey),
      ...Object.values<FormulaRendering>(renderings).map(({ words }) => phraseKey(words))
    ])
  )
}

/** Which phrases a register knows, by key; the first formula that names one counts. */
export function knownPhrases(register: RegisterFile | null): Map<string, KnownPhrase> {
  const known = new Map<string, KnownPhrase>()
  for (const { forms, renderings, gloss } of register?.formulae ?? [])
    for (const words of [...forms, ...renderings]) {
      const key = phraseKey(words)
      if (!known.has(key)) known.set(key, { form: forms[0] ?? words, gloss })
    }
  return known
}
