import type { FormulaCounts } from '../../../shared/formulae/formula-answers'
import type { FormulaRendering } from '../../../shared/model/formula'
import { formulaKinds, renderingStatuses } from '../../../shared/model/formula-kinds'
import { formulaName, renderingsOf } from '../../../shared/model/formula-name'
import type { ProjectInfo } from '../../../shared/model/project'
import type { FormulaEntry, FormulaeModel } from '../format'
import { type Column, datePattern, listed, orNull } from './column'

/** A rendering of a formula; null where it has none. */
interface FormulaRow extends FormulaEntry {
  readonly rendering: FormulaRendering | null
}

/** A row a rendering, whatever was decided; a formula without one has a row of its own. */
export function* formulaRows({ entries }: FormulaeModel): Generator<FormulaRow> {
  for (const entry of entries) {
    const renderings = renderingsOf(entry.formula)
    if (renderings.length === 0) yield { ...entry, rendering: null }
    for (const rendering of renderings) yield { ...entry, rendering }
  }
}

export function formulaColumns(info: ProjectInfo): Column<FormulaRow>[] {
  const text = (
    name: string,
    about: string,
    value: (row: FormulaRow) => string | null
  ): Column<FormulaRow> => ({
    name,
    type: 'string',
    about,
    value
  })
  const number = (name: string, about: string, value: (row: FormulaRow) => number): Column<FormulaRow> => ({
    name,
    type: 'integer',
    about,
    value: (row) => (row.counted ? value(row) : null)
  })
  const date = (
    name: string,
    about: string,
    pick: (counts: FormulaCounts) => string
  ): Column<FormulaRow> => ({
    name,
    type: 'string',
    about,
    pattern: datePattern,
    value: (row) => orNull(pick(countsOf(row) ?? none))
  })
  return [
    { ...text('formula_id', 'The id of the formula.', ({ formula }) => formula.id), required: true },
    { ...text('formula', 'What it is called.', ({ formula }) => formulaName(formula)), required: true },
    text('forms', 'Its source forms, parted by semicolons.', ({ formula }) => listed(formula.forms)),
    text('pinyin', 'How it is read.', ({ formula }) => orNull(formula.pinyin)),
    { ...text('formula_kind', 'What it is.', ({ formula }) => formula.kind), choices: formulaKinds },
    text('gloss', 'What it means.', ({ formula }) => orNull(formula.gloss)),
    text('members', 'What it sums up, parted by semicolons.', ({ formula }) => listed(formula.members)),
    text('links', 'How it stands to other formulae: `partOf: name`, parted by semicolons.', ({ formula }) =>
      listed(
        formula.links.flatMap(({ kind, formula: to }) => {
          const other = info.formulae[to]
          return other ? [`${kind}: ${formulaName(other)}`] : []
        })
      )
    ),
    text('formula_memo', 'What is noted on it, in Markdown.', ({ formula }) => orNull(formula.memo)),
    number(
      'formula_places',
      'In how many places it stands, rendered or not.',
      ({ counted }) => counted?.count ?? 0
    ),
    text('rendering', 'Words that render it.', ({ rendering }) => rendering?.words ?? null),
    text(
      'rendering_language',
      'The language of the rendering.',
      ({ rendering }) => rendering?.language ?? null
    ),
    {
      ...text('status', 'What was decided on the rendering.', ({ rendering }) => rendering?.status ?? null),
      choices: renderingStatuses
    },
    text('rendering_note', 'What is noted on the rendering.', ({ rendering }) => orNull(rendering?.note)),
    text('decided_by', 'Who decided.', ({ rendering }) =>
      rendering ? (info.coders[rendering.coder]?.name ?? rendering.coder) : null
    ),
    {
      ...text('decided', 'When.', ({ rendering }) => rendering?.decided ?? null),
      type: 'datetime'
    },
    number('places', 'In how many places the rendering stands.', (row) => countsOf(row)?.count ?? 0),
    number('texts', 'In how many texts.', (row) => countsOf(row)?.documents ?? 0),
    date('first_seen', 'The date of the first text with it.', ({ first }) => first),
    date('last_seen', 'The date of the last text with it.', ({ last }) => last)
  ]
}

const none: FormulaCounts = { count: 0, documents: 0, first: '', last: '', years: {} }

function countsOf({ rendering, counted }: FormulaRow): FormulaCounts | undefined {
  return rendering ? counted?.renderings[rendering.id] : counted?.forms
}
