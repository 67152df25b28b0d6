import type {
  CountedFormula,
  FormulaCounts,
  FormulaePlaced,
  FormulaPlace,
  FormulaSpread,
  RegisterAnswer
} from '../../shared/formulae/formula-answers'
import type { FormulaPattern } from '../../shared/formulae/matcher'
import { currentText } from '../../shared/model/current-text'
import type { VariorumDocument } from '../../shared/model/document'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import type { DocumentId, FormulaId, RenderingId } from '../../shared/model/ids'
import type { Session } from '../project/session'
import { type Reading, readingOf } from '../services/version'
import type { FormulaText } from './formula-questions'
import type { FormulaThread } from './formula-thread'

/** Where a formula stands: the document by its place in the row, UTF-16 offsets of its text. */
export interface Occurrence {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly formula: FormulaId
  /** Null: a source form. */
  readonly rendering: RenderingId | null
}

export interface FoundFormulae {
  readonly documents: readonly VariorumDocument[]
  readonly texts: readonly FormulaText[]
  readonly byFormula: ReadonlyMap<FormulaId, readonly Occurrence[]>
}

function patternsOf(formulae: readonly Formula[]): FormulaPattern[] {
  return formulae.flatMap(({ id, forms, renderings }) => [
    ...forms.map((words) => ({ formula: id, rendering: null, words })),
    ...Object.values<FormulaRendering>(renderings)
      .filter(({ status }) => status === 'accepted')
      .map((each) => ({ formula: id, rendering: each.id, words: each.words }))
  ])
}

export function textsOf(documents: readonly VariorumDocument[]): FormulaText[] {
  return documents.map((each) => ({
    text: currentText(each),
    language: each.language,
    furniture: each.furniture
  }))
}

/** What was found last for a state of the texts; `of` says of which formulae, as far as it matters where they stand. */
const known = new WeakMap<
  Reading['state']['documents'],
  { readonly of: string; readonly found: Promise<FoundFormulae> }
>()

/**
 * Where all formulae of the register stand; looked for once for a state of the texts and for the words that are looked for: what else is
 * said of a formula changes nothing.
 */
export function findRegister(
  reading: Reading,
  folder: string,
  thread: FormulaThread
): Promise<FoundFormulae> {
  const { documents, info } = reading.state
  const formulae = Object.values<Formula>(info.formulae)
  const of = JSON.stringify([formulae.map(({ id }) => id), patternsOf(formulae)])
  const before = known.get(documents)
  if (before?.of === of) return before.found
  const found = findOccurrences(reading, folder, thread, formulae)
  known.set(documents, { of, found })
  // What failed is looked for again when it is asked for again.
  found.catch(() => known.delete(documents))
  return found
}

/** Where formulae stand in all texts of the moment. */
export async function findOccurrences(
  { state }: Reading,
  folder: string,
  thread: FormulaThread,
  formulae: readonly Formula[],
  documents: readonly VariorumDocument[] = [...state.documents.values()]
): Promise<FoundFormulae> {
  const texts = textsOf(documents)
  const patterns = patternsOf(formulae)
  const found = await thread.ask('occurrences', { folder, texts, patterns })
  const byFormula = new Map<FormulaId, Occurrence[]>()
  found.forEach((matches, document) => {
    matches.patterns.forEach((index, at) => {
      const pattern = patterns[index]
      if (!pattern) return
      const { formula, rendering } = pattern
      const own = byFormula.get(formula) ?? []
      byFormula.set(formula, own)
      own.push({ document, start: matches.starts[at] ?? 0, end: matches.ends[at] ?? 0, formula, rendering })
    })
  })
  return { documents, texts, byFormula }
}

/** The counts of each formula, whole and by rendering; those that stand nowhere are in it with 0. */
function countedRegister(found: FoundFormulae, formulae: readonly Formula[]): RegisterAnswer {
  return {
    formulae: formulae.map(({ id }): CountedFormula => {
      const all = found.byFormula.get(id) ?? []
      const byRendering = new Map<RenderingId, Occurrence[]>()
      for (const each of all)
        if (each.rendering !== null) {
          const own = byRendering.get(each.rendering) ?? []
          byRendering.set(each.rendering, own)
          own.push(each)
        }
      const renderings = [...byRendering].map(([key, own]) => [key, counts(own, found)] as const)
      return {
        id,
        ...counts(all, found),
        forms: counts(
          all.filter(({ rendering }) => rendering === null),
          found
        ),
        renderings: Object.fromEntries(renderings)
      }
    })
  }
}

/** Where the formulae of the register stand in some texts alone; nothing else is read. */
export async function findInTexts(
  reading: Reading,
  folder: string,
  thread: FormulaThread,
  ids: readonly DocumentId[]
): Promise<FormulaePlaced[]> {
  const formulae = Object.values<Formula>(reading.state.info.formulae)
  const documents = ids.flatMap((id) => reading.state.documents.get(id) ?? [])
  const { byFormula } = await findOccurrences(reading, folder, thread, formulae, documents)
  const places = documents.map((): FormulaPlace[] => [])
  for (const own of byFormula.values())
    for (const { document, ...place } of own) places[document]?.push(place)
  return documents.map((document, at) => ({
    document: document.id,
    text: currentText(document),
    places: (places[at] ?? []).sort((a, b) => a.start - b.start || b.end - a.end)
  }))
}

/** The counts of all formulae of a project at this moment. */
export async function countRegister(session: Session, thread: FormulaThread): Promise<RegisterAnswer> {
  const reading = readingOf(session)
  return countsOf(reading, await findRegister(reading, session.folder, thread))
}

/** The counts of the formulae of the register, where they were found. */
export function countsOf(reading: Reading, found: FoundFormulae): RegisterAnswer {
  const known = countsMade.get(found)
  if (known) return known
  const made = countedRegister(found, Object.values<Formula>(reading.state.info.formulae))
  countsMade.set(found, made)
  return made
}

/** A register of a hundred thousand places is counted once, however often it is asked for. */
const countsMade = new WeakMap<FoundFormulae, RegisterAnswer>()

/** How often each rendering of a formula stands in each text. */
export function spreadOf({ byFormula, documents }: FoundFormulae, formula: FormulaId): FormulaSpread {
  const rows = new Map<string, FormulaSpread['rows'][number]>()
  for (const { document: at, rendering } of byFormula.get(formula) ?? []) {
    const document = documents[at]
    if (!document) continue
    const key = `${at} ${rendering}`
    rows.set(key, { rendering, document: document.id, count: (rows.get(key)?.count ?? 0) + 1 })
  }
  return { rows: [...rows.values()] }
}

/** @param all in the order of the texts */
function counts(all: readonly Occurrence[], { documents }: FoundFormulae): FormulaCounts {
  let [seen, before, first, last, year] = [0, -1, '', '', 0]
  const years = new Map<number, number>()
  for (const { document } of all) {
    if (document !== before) {
      before = document
      seen++
      const date = documents[document]?.published?.date ?? ''
      year = Number(date.slice(0, 4))
      if (date !== '' && (first === '' || date < first)) first = date
      if (date > last) last = date
    }
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  return { count: all.length, documents: seen, first, last, years: Object.fromEntries(years) }
}
