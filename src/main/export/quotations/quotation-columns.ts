import { quotationStatuses } from '../../../shared/quotations/quotation-report'
import { type Column, listed, orNull } from '../tables/column'
import type { QuotationEntry } from './quotation-entries'

const text = (
  name: string,
  about: string,
  pick: (entry: QuotationEntry) => string | undefined
): Column<QuotationEntry> => ({ name, type: 'string', about, value: (entry) => orNull(pick(entry)) })

const number = (
  name: string,
  about: string,
  pick: (entry: QuotationEntry) => number | null
): Column<QuotationEntry> => ({ name, type: 'integer', about, value: pick })

/** A row a quotation. */
export const quotationColumns: readonly Column<QuotationEntry>[] = [
  { ...number('number', 'In the order of the manuscript.', (entry) => entry.number), required: true },
  {
    ...text('status', 'How it stands.', ({ quotation }) => quotation.status),
    required: true,
    choices: [...quotationStatuses]
  },
  {
    ...text('marked_by', 'Quotation marks, a block, or nothing.', ({ quotation }) => quotation.kind),
    required: true,
    choices: ['marks', 'block', 'unmarked']
  },
  text('quotation', 'As the manuscript has it.', ({ pieces }) => pieces.map((piece) => piece.text).join('')),
  text('source', 'What the text says there.', ({ place }) => place?.text),
  text('differences', 'What is altered: kind, manuscript > text.', differencesOf),
  text('document', 'Title of the text.', ({ title }) => title),
  text('place', 'Page and paragraph.', ({ at }) => at),
  number('places', 'How many places there are.', ({ quotation }) => quotation.total),
  text('cited_as', 'The citation that the manuscript gives.', ({ given }) => given),
  text('right_citation', 'How the place is cited.', ({ right }) => right),
  text('citation_check', 'What is wrong, right or not known of the citation given.', ({ verdicts }) =>
    verdicts.join(' ')
  ),
  text('remarks', 'What differs in type alone, or is said by the quotation itself.', ({ remarks }) =>
    remarks.join(' ')
  ),
  text('other_places', 'Other places, parted by semicolons.', ({ others }) => listed(others) ?? ''),
  number('start', 'Where it begins in the manuscript (UTF-16).', ({ quotation }) => quotation.start),
  number('end', 'Where it ends there.', ({ quotation }) => quotation.end),
  text('document_id', 'Id of the text.', ({ place }) => place?.document),
  text('revision', 'SHA-256 of the state of the text.', ({ place }) => place?.revision),
  number('source_start', 'Where it begins in the text (UTF-16).', ({ place }) => place?.start ?? null),
  number('source_end', 'Where it ends there.', ({ place }) => place?.end ?? null)
]

function differencesOf({ quotation, place, pieces }: QuotationEntry): string {
  if (!place) return ''
  const own = pieces.map((piece) => piece.text).join('')
  return place.differences
    .map((each) => {
      const mine = own.slice(each.own.start - quotation.start, each.own.end - quotation.start)
      const its = place.text.slice(each.other.start - place.start, each.other.end - place.start)
      return `${each.kind}: ${mine} > ${its}`
    })
    .join('; ')
}
