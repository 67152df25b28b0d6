import { themePath } from '../../../shared/excerpts/theme-path'
import type { ExcerptRecord } from '../../../shared/export/excerpt-record'
import type { ExportOptions } from '../../../shared/export/export-options'
import { plainText } from '../../../shared/export/rich-text'
import { qualityMarks } from '../../../shared/model/quality-marks'
import type { References } from '../format'
import type { ExportWords } from '../words'
import { type Column, columnsAbout, listed, orNull } from './column'
import { documentFactColumns } from './document-columns'
import type { ExcerptRow } from './excerpt-rows'
import { themeColumns } from './theme-columns'

type ExcerptColumn = Column<ExcerptRow>

/** A column about the excerpt, whatever theme its row is about. */
function text(name: string, about: string, pick: (excerpt: ExcerptRecord) => string | null): ExcerptColumn {
  return { name, type: 'string', about, value: ({ excerpt }) => pick(excerpt) || null }
}

function whole(
  name: string,
  about: string,
  pick: (excerpt: ExcerptRecord) => number | null | undefined
): ExcerptColumn {
  return { name, type: 'integer', about, value: ({ excerpt }) => pick(excerpt) ?? null }
}

function stated(column: ExcerptColumn): ExcerptColumn {
  return { ...column, required: true }
}

/**
 * The columns of a table of excerpts, in their fixed order: what is quoted, its themes, who coded it and when, where it stands,
 * and what its document is. Rows are codings or excerpts, as the options say.
 */
export function excerptColumns(
  references: References,
  options: ExportOptions,
  words: ExportWords
): ExcerptColumn[] {
  const documentOf = ({ excerpt }: ExcerptRow) => references.documents.get(excerpt.document) ?? null
  return [
    stated(text('id', 'Id of the highlight.', ({ id }) => id)),
    stated(text('quote', 'The highlighted words, exactly as they stand in the text.', ({ quote }) => quote)),
    text('context', 'The quote with the words before and after it.', contextOf),
    text('citation', 'How the quote is cited, in the style that was chosen.', ({ cited }) =>
      options.citations === 'none' ? null : plainText(cited.note)
    ),
    {
      name: 'document',
      type: 'string',
      about: 'Title of the document.',
      value: (row) => documentOf(row)?.title ?? null
    },
    stated(text('document_id', 'Id of the document.', ({ document }) => document)),
    ...(options.rows === 'coding' ? codingColumns(references) : allThemesColumns(references)),
    ...memoColumns(options),
    ...placeColumns,
    ...makingColumns(references),
    ...renderingColumns(references, words),
    ...columnsAbout(documentFactColumns(references), documentOf)
  ]
}

function contextOf({ before, quote, after }: ExcerptRecord): string {
  return before + quote + after
}

/** Of a row that is one coding. */
function codingColumns(references: References): ExcerptColumn[] {
  const { themes, info } = references
  return [
    ...themeColumns<ExcerptRow>(themes, ({ coding }) => coding?.theme ?? null),
    {
      name: 'coder',
      type: 'string',
      about: 'Who put the theme on the highlight.',
      value: ({ coding }) => (coding ? (info.coders[coding.coder]?.name ?? coding.coder) : null)
    },
    {
      name: 'coder_id',
      type: 'string',
      about: 'Id of that coder.',
      value: ({ coding }) => coding?.coder ?? null
    },
    {
      name: 'coded',
      type: 'datetime',
      about: 'When the theme was put on the highlight.',
      value: ({ coding }) => coding?.created ?? null
    }
  ]
}

/** Of a row that is one excerpt. */
function allThemesColumns({ themes, info }: References): ExcerptColumn[] {
  const coders = ({ codings, coder }: ExcerptRecord) => [
    ...new Set(codings.length > 0 ? codings.map((coding) => coding.coder) : [coder])
  ]
  return [
    text('themes', 'Paths of its themes, parted by semicolons.', (excerpt) =>
      listed(excerpt.themes.map((id) => themePath(themes, id)))
    ),
    text('theme_ids', 'Ids of its themes, parted by semicolons.', (excerpt) => listed(excerpt.themes)),
    whole('theme_count', 'How many themes it carries.', (excerpt) => excerpt.themes.length),
    text(
      'coder',
      'Who put themes on it, parted by semicolons; where there are none, who highlighted it.',
      (excerpt) => listed(coders(excerpt).map((id) => info.coders[id]?.name ?? id))
    ),
    text('coder_id', 'Ids of those coders, parted by semicolons.', (excerpt) => listed(coders(excerpt)))
  ]
}

function memoColumns(options: ExportOptions): ExcerptColumn[] {
  return [
    text('memo', 'The memo on the highlight, links as their words.', ({ plainMemo }) =>
      options.memos === 'none' ? null : plainMemo
    ),
    text(
      'quality',
      `Marks of the wording, parted by semicolons: ${qualityMarks.join(', ')}.`,
      ({ quality }) => (options.quality ? listed(quality) : null)
    )
  ]
}

const placeColumns: readonly ExcerptColumn[] = [
  text('before', 'The words of the context before the quote.', ({ before }) => before),
  text('after', 'The words of the context after the quote.', ({ after }) => after),
  text('page_from', 'Printed page on which it begins.', ({ locator }) => locator.page?.from ?? null),
  text('page_to', 'Printed page on which it ends.', ({ locator }) => locator.page?.to ?? null),
  whole(
    'sheet_from',
    'Sheet of the file on which it begins, where no page is known.',
    ({ locator }) => locator.sheet?.from
  ),
  whole('sheet_to', 'Sheet of the file on which it ends.', ({ locator }) => locator.sheet?.to),
  text('time_from', 'Time in the recording (h:mm:ss) at which it begins.', ({ locator }) =>
    orNull(locator.time?.from)
  ),
  text('time_to', 'Time in the recording at which it ends.', ({ locator }) => orNull(locator.time?.to)),
  text('paragraph', 'Number of its paragraph, or of the first and the last (4–5).', ({ locator }) =>
    spanOf(locator.paragraph)
  ),
  whole(
    'paragraph_from',
    'Number of the paragraph in which it begins.',
    ({ locator }) => locator.paragraph?.from
  ),
  whole('paragraph_to', 'Number of the paragraph in which it ends.', ({ locator }) => locator.paragraph?.to),
  whole('sentence', 'Number of its sentence in a long paragraph.', ({ locator }) => locator.sentence),
  stated(whole('start', 'Where it begins in the text, in UTF-16 code units from 0.', ({ start }) => start)),
  stated(whole('end', 'Where it ends in the text, in UTF-16 code units; not included.', ({ end }) => end)),
  stated(
    text(
      'text_sha256',
      'SHA-256 of the state of the text that is quoted, as the project stores it.',
      ({ revision }) => revision
    )
  ),
  text(
    'earlier_text',
    'Day of that state of the text, where a newer one has taken its place.',
    ({ earlier }) => earlier
  ),
  {
    name: 'boilerplate',
    type: 'boolean',
    about: 'Whether it begins in boilerplate.',
    required: true,
    value: ({ excerpt }) => excerpt.furniture
  }
]

function spanOf(span: ExcerptRecord['locator']['paragraph']): string | null {
  if (!span) return null
  return span.from === span.to ? String(span.from) : `${span.from}–${span.to}`
}

function makingColumns({ info }: References): ExcerptColumn[] {
  return [
    text('highlighted_by', 'Who made the highlight.', ({ coder }) => info.coders[coder]?.name ?? coder),
    stated(text('highlighted_by_id', 'Id of that coder.', ({ coder }) => coder)),
    {
      name: 'created',
      type: 'datetime',
      about: 'When the highlight was made.',
      required: true,
      value: ({ excerpt }) => excerpt.created
    },
    {
      name: 'modified',
      type: 'datetime',
      about: 'When the highlight was last changed.',
      required: true,
      value: ({ excerpt }) => excerpt.modified
    }
  ]
}

function renderingColumns({ documents }: References, words: ExportWords): ExcerptColumn[] {
  const kindOf = ({ document: id }: { readonly document: ExcerptRecord['document'] }) => {
    const document = documents.get(id)
    return document ? `${document.rendering} (${document.language})` : id
  }
  return [
    text('parallel', 'Id that parallel passages share.', ({ parallel }) => parallel),
    text('renderings', 'What the other versions say there, a line each.', ({ renderings }) =>
      renderings.map((each) => `${kindOf(each)}: ${each.text || words.leftOut}`).join('\n')
    ),
    text('parallel_quotes', 'The words highlighted in parallel in them, a line each.', ({ renderings }) =>
      renderings
        .flatMap((each) =>
          each.highlighted
            ? [`${kindOf(each)}: ${each.text.slice(each.highlighted.start, each.highlighted.end)}`]
            : []
        )
        .join('\n')
    )
  ]
}
