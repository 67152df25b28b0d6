import { findingStatuses } from '../../../shared/ipc/quality-answers'
import type { QualityEntry, QualityModel } from '../format'
import { type Column, listed, orNull } from './column'

const kinds = ['hand', 'figure', 'name', 'leftOut', 'formula'] as const

/** The columns of a report on the wording of a version: a row a finding, the dismissed too. */
export function qualityColumns({ document, against, info }: QualityModel): Column<QualityEntry>[] {
  const text = (
    name: string,
    about: string,
    value: (entry: QualityEntry) => string | null
  ): Column<QualityEntry> => ({ name, type: 'string', about, value })
  const nameOf = ({ decision }: QualityEntry) =>
    decision ? (info.coders[decision.coder]?.name ?? decision.coder) : null
  return [
    {
      ...text('kind', 'What kind of thing was found.', ({ finding }) => finding.kind),
      choices: kinds,
      required: true
    },
    {
      ...text('status', 'What was decided on it.', ({ status }) => status),
      choices: findingStatuses,
      required: true
    },
    text('words', 'The words that it is about.', ({ finding }) => orNull(finding.words)),
    {
      name: 'missing',
      type: 'boolean',
      about: 'Whether these words stand in the other version and not in this one.',
      value: ({ finding }) => finding.isMissing
    },
    text('marks', 'How it was marked by hand.', ({ finding }) => listed(finding.marks)),
    text('says', 'What this version says there.', ({ finding }) => orNull(finding.says)),
    text('other', 'What the other version says.', ({ finding }) => orNull(finding.other)),
    text('place', 'Page, time and paragraph.', ({ place }) => orNull(place)),
    {
      name: 'start',
      type: 'integer',
      about: 'Where it begins, in UTF-16 code units of the text.',
      value: ({ finding }) => finding.start
    },
    { name: 'end', type: 'integer', about: 'Where it ends.', value: ({ finding }) => finding.end },
    text('decided_by', 'Who decided.', nameOf),
    {
      name: 'decided',
      type: 'datetime',
      about: 'When it was decided.',
      value: ({ decision }) => decision?.time ?? null
    },
    text('document', 'Title of the version; the same in every row.', () => document.title),
    text('document_id', 'Its id.', () => document.id),
    text(
      'against',
      'Title of what it was held against; the same in every row.',
      () => against?.title ?? null
    ),
    text('against_id', 'Its id.', () => against?.id ?? null)
  ]
}
