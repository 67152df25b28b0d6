import type { Row } from '../../shared/alignment/versions'
import type { CountedFormula, FormulaPlace } from '../../shared/formulae/formula-answers'
import type { Formula, FormulaRendering } from '../../shared/model/formula'
import { formulaName } from '../../shared/model/formula-name'
import type { DocumentId, FormulaId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import { i18n } from '../state/i18n'
import type { ColumnText, Stretch } from './differences-in-row'

/** What is known of the formulae of the texts that are compared. */
export interface FormulaeShown {
  readonly documents: readonly DocumentId[]
  readonly places: ReadonlyMap<DocumentId, readonly FormulaPlace[]>
  readonly formulae: Readonly<Record<FormulaId, Formula>>
  readonly counted: ReadonlyMap<FormulaId, CountedFormula>
  /** Counted as they come in the texts: one formula has one colour in the whole comparison. */
  readonly numbers: ReadonlyMap<FormulaId, number>
}

interface Here {
  readonly column: number
  readonly place: FormulaPlace
}

/**
 * For each column of a row the formulae in it. Those of one formula have one number, and so one colour; a
 * rendering that is not the usual one of its language says so, and a source form what has no rendering that is known.
 */
export function formulaeInRow(row: Row, shown: FormulaeShown, columns: readonly ColumnText[]): Stretch[][] {
  const found: Stretch[][] = columns.map(() => [])
  const byFormula = new Map<FormulaId, Here[]>()
  row.cells.forEach((spans, column) => {
    const document = shown.documents[column]
    const all = (document && shown.places.get(document)) ?? []
    for (const { start, end } of spans)
      for (const place of within(all, start, end)) {
        const own = byFormula.get(place.formula) ?? []
        byFormula.set(place.formula, own)
        own.push({ column, place })
      }
  })
  for (const [id, places] of byFormula) {
    const formula = shown.formulae[id]
    if (!formula) continue
    for (const { column, place } of places) {
      const about = told(formula, place, columns[column], shown.counted.get(id), () =>
        unrendered(row, places, columns)
      )
      const { start, end } = place
      found[column]?.push({
        ...span(start, end),
        kind: about.isUnusual ? 'unusual' : 'formula',
        formula: { number: shown.numbers.get(id) ?? 0, says: about.says }
      })
    }
  }
  return found.map((stretches) => stretches.sort((a, b) => a.start - b.start))
}

/** The places that lie whole within a stretch; they are in the order of the text. */
function within(all: readonly FormulaPlace[], start: number, end: number): FormulaPlace[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: FormulaPlace[] = []
  for (let at = low; (all[at]?.start ?? end) < end; at++) {
    const place = all[at]
    if (place && place.end <= end) found.push(place)
  }
  return found
}

function told(
  formula: Formula,
  { rendering }: FormulaPlace,
  column: ColumnText | undefined,
  counted: CountedFormula | undefined,
  without: () => readonly string[]
): { readonly says: string; readonly isUnusual: boolean } {
  const name = formulaName(formula)
  if (rendering === null) {
    const versions = without().join(', ')
    const says = versions
      ? i18n.t('formulae.unrendered', { name, versions })
      : i18n.t('formulae.form', { name })
    return { says, isUnusual: false }
  }
  const size = (each: FormulaRendering) => counted?.renderings[each.id]?.count ?? 0
  const language = baseOf(column?.language ?? '')
  const rivals = Object.values<FormulaRendering>(formula.renderings)
    .filter((each) => each.status === 'accepted' && baseOf(each.language) === language)
    .sort((a, b) => size(b) - size(a))
  const own = formula.renderings[rendering]
  const usual = rivals[0]
  const all = rivals.reduce((sum, each) => sum + size(each), 0)
  if (!own || !usual || size(own) >= size(usual)) {
    const words = own?.words ?? ''
    return {
      says: i18n.t('formulae.usual', { name, usual: words, count: own ? size(own) : 0, all }),
      isUnusual: false
    }
  }
  const says = i18n.t('formulae.unusual', {
    name,
    words: own.words,
    own: size(own),
    all,
    usual: usual.words,
    count: size(usual)
  })
  return { says, isUnusual: true }
}

/** The versions that say something in a row, but nothing that is known to render what the source has there. */
function unrendered(row: Row, places: readonly Here[], columns: readonly ColumnText[]): string[] {
  return columns.flatMap(({ name, language }, column) => {
    const isEmpty = (row.cells[column]?.length ?? 0) === 0
    return isEmpty || baseOf(language) === 'zh' || places.some((each) => each.column === column) ? [] : [name]
  })
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? ''
}

/** The stretches of a row with those of its formulae. */
export function withFormulae(
  parted: readonly (readonly Stretch[])[] | null,
  formulae: readonly (readonly Stretch[])[] | null
): readonly (readonly Stretch[])[] | null {
  if (!parted || !formulae) return parted ?? formulae
  return formulae.map((own, column) => [...(parted[column] ?? []), ...own])
}
