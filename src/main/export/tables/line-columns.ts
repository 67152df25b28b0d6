import { themePath } from '../../../shared/excerpts/theme-path'
import type { ConcordanceModel, ConcordanceRow } from '../format'
import { aroundSaid } from '../model/concordance-rows'
import { type Column, columnsAbout, listed, orNull } from './column'
import { documentFactColumns } from './document-columns'

function text(
  name: string,
  about: string,
  pick: (row: ConcordanceRow) => string | null
): Column<ConcordanceRow> {
  return { name, type: 'string', about, value: (row) => orNull(pick(row) ?? '') }
}

/** The columns of a concordance, in their fixed order: the line, where it stands, what is coded, what answers, its document. */
export function lineColumns(model: ConcordanceModel): Column<ConcordanceRow>[] {
  const steps = model.steps.map((step, at) => `${at + 1}. ${step}`).join(' ')
  const documentOf = ({ document }: ConcordanceRow) => model.documents.get(document) ?? null
  return [
    {
      name: 'line',
      type: 'integer',
      about: 'Number of the line in the order of the moment.',
      value: ({ line }) => line
    },
    ...(model.isGrouped ? [text('group', 'What its group has in common.', ({ group }) => group)] : []),
    text('left', 'The words before the hit.', ({ left }) => left),
    text('hit', 'The hit, exactly as it stands in the text.', ({ hit }) => hit),
    text('right', 'The words behind the hit.', ({ right }) => right),
    text('themes', 'Themes of the highlights over the hit.', ({ themes }) =>
      listed(themes.map((id) => themePath(model.themes, id)))
    ),
    ...Array.from({ length: model.mostAnswers }, (_, at) => [
      text(`version${at + 1}`, 'Another version, by title.', ({ answers }) => {
        const id = answers[at]?.document
        return id === undefined ? null : (model.documents.get(id)?.title ?? null)
      }),
      text(
        `version${at + 1}_sentence`,
        'The sentences there that answer.',
        ({ answers }) => answers[at]?.text ?? null
      ),
      text(`version${at + 1}_words`, 'The words there that answer the hit.', ({ answers }) => {
        const own = answers[at]
        return own ? aroundSaid(own)[1] : null
      })
    ]).flat(),
    {
      name: 'document',
      type: 'string',
      about: 'Title of the document.',
      value: (row) => documentOf(row)?.title ?? null
    },
    text('document_id', 'Id of the document.', ({ document }) => document),
    {
      name: 'paragraph',
      type: 'integer',
      about: 'Number of the paragraph.',
      value: ({ paragraph }) => paragraph
    },
    {
      name: 'start',
      type: 'integer',
      about: 'Where the hit begins, in UTF-16 code units.',
      value: ({ start }) => start
    },
    { name: 'end', type: 'integer', about: 'Where it ends.', value: ({ end }) => end },
    ...columnsAbout(documentFactColumns(model), documentOf),
    text('query', 'What was looked for; the same in every row.', () => model.page.chosenBy),
    text('steps', 'The steps that led to the lines; the same in every row.', () => steps)
  ]
}
