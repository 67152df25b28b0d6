import type { NumberSlogan } from '../../shared/formulae/formula-answers'
import { fitsNumbers, memberList } from '../../shared/formulae/member-lists'
import { numbersOf } from '../../shared/formulae/numbers-in'
import { phraseTokens } from '../../shared/formulae/phrase-key'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { type Reading, readVersion } from '../services/version'
import type { FoundFormulae } from './find-occurrences'

/** Of the places of a slogan so many are looked at. */
const mostPlaces = 500

/** All number slogans of the register, with what texts list behind them. */
export async function numberSlogans(
  reading: Reading,
  found: FoundFormulae,
  formulae: readonly Formula[],
  signal: AbortSignal
): Promise<NumberSlogan[]> {
  const slogans: NumberSlogan[] = []
  for (const formula of formulae.filter(({ kind }) => kind === 'number')) {
    signal.throwIfAborted()
    const numbers = numbersIn(formula)
    const lists: NumberSlogan['lists'][number][] = []
    for (const { document: at, start, end } of (found.byFormula.get(formula.id) ?? []).slice(0, mostPlaces)) {
      const document = found.documents[at]
      const version = document && (await readVersion(reading, document.id))
      const list = version?.ok ? memberList(version.value.text, end) : null
      if (!document || !list) continue
      const isAtOdds =
        !fitsNumbers(list.items.length, numbers) ||
        (formula.members.length > 0 && list.items.length !== formula.members.length)
      lists.push({ document: document.id, start, end: list.end, items: list.items, isAtOdds })
    }
    slogans.push({ formula: formula.id, numbers, lists })
  }
  return slogans
}

/** The numbers that a slogan counts with, by its first source form, else by its first rendering that has any. */
function numbersIn({ forms, renderings }: Formula): number[] {
  const words = [...forms, ...Object.values<FormulaRendering>(renderings).map((each) => each.words)]
  for (const each of words) {
    const numbers = numbersOf(phraseTokens(each))
    if (numbers.length > 0) return numbers.flatMap(counted)
  }
  return []
}

/** A number of three digits or more is a row of numbers: 761 is seven, six and one. */
function counted(number: string): number[] {
  return /^\d{3,}$/.test(number) && !/0{2,}$/.test(number)
    ? [...number].map(Number).filter((each) => each > 0)
    : [Number(number)]
}
