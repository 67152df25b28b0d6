import { dateLine } from '../../../shared/model/csl-dates'
import type { CslDateField, CslNameField, CslTextField } from '../../../shared/model/csl-record'
import { currentText } from '../../../shared/model/current-text'
import type { VariorumDocument } from '../../../shared/model/document'
import { namesLine } from '../../../shared/model/names'
import type { References } from '../format'
import { attributeColumns } from './attribute-columns'
import { type Column, datePattern, listed, orNull } from './column'

type DocumentColumn = Column<VariorumDocument>

function nameField(name: string, field: CslNameField, about: string): DocumentColumn {
  return { name, type: 'string', about, value: ({ csl }) => orNull(namesLine(csl[field])) }
}

function textField(name: string, field: CslTextField | 'type', about: string): DocumentColumn {
  return { name, type: 'string', about, value: ({ csl }) => orNull(csl[field]) }
}

function dateField(name: string, field: CslDateField, about: string): DocumentColumn {
  return { name, type: 'string', about, value: ({ csl }) => orNull(dateLine(csl[field])) }
}

/** What a document is to a reader of references, in the fixed order of the tables. */
const bibliographicColumns: readonly DocumentColumn[] = [
  {
    name: 'language',
    type: 'string',
    about: 'Language of the document (BCP 47).',
    value: ({ language }) => language
  },
  {
    name: 'rendering',
    type: 'string',
    about: 'Kind of the version: the source, or which kind of translation.',
    choices: ['source', 'official', 'unofficial', 'machine', 'unknown'],
    value: ({ rendering }) => rendering
  },
  {
    name: 'published',
    type: 'string',
    about: 'Date of publication, as far as it is known.',
    pattern: datePattern,
    value: ({ published }) => published?.date ?? null
  },
  {
    name: 'event',
    type: 'string',
    about: 'Date of what the document tells of, as far as it is known.',
    pattern: datePattern,
    value: ({ event }) => event?.date ?? null
  },
  {
    name: 'proposed',
    type: 'string',
    about:
      'Fields of the document that only the app proposed and nobody has confirmed, parted by semicolons.',
    value: ({ proposed }) => listed(proposed)
  },
  nameField('author', 'author', 'Authors, parted by semicolons.'),
  nameField('translator', 'translator', 'Translators, parted by semicolons.'),
  nameField('editor', 'editor', 'Editors, parted by semicolons.'),
  textField('type', 'type', 'Type of the reference (CSL).'),
  textField(
    'container_title',
    'container-title',
    'Title of the journal, newspaper or book that it stands in.'
  ),
  textField('collection_title', 'collection-title', 'Title of the series.'),
  { name: 'publisher', type: 'string', about: 'Publisher.', value: ({ publisher }) => orNull(publisher) },
  textField('publisher_place', 'publisher-place', 'Place of publication.'),
  textField('edition', 'edition', 'Edition.'),
  textField('volume', 'volume', 'Volume.'),
  textField('issue', 'issue', 'Issue.'),
  textField('number', 'number', 'Number of the report or document.'),
  textField('pages', 'page', 'Pages in the journal or book.'),
  textField('genre', 'genre', 'Genre.'),
  textField('original_title', 'original-title', 'Title of the original.'),
  dateField('original_date', 'original-date', 'Date of the original.'),
  textField('archive', 'archive', 'Archive.'),
  textField('archive_location', 'archive_location', 'Place in the archive.'),
  textField('doi', 'DOI', 'DOI.'),
  textField('isbn', 'ISBN', 'ISBN.'),
  textField('issn', 'ISSN', 'ISSN.'),
  textField('url', 'URL', 'Address.'),
  dateField('accessed', 'accessed', 'Day on which the address was looked at.'),
  {
    name: 'source',
    type: 'string',
    about: 'Where the text came from.',
    value: ({ source }) => orNull(source)
  },
  { name: 'credit', type: 'string', about: 'Who is to be credited.', value: ({ credit }) => orNull(credit) }
]

/** What rows of excerpts say of their document, attributes included. */
export function documentFactColumns(references: References): DocumentColumn[] {
  return [
    {
      name: 'works',
      type: 'string',
      about: 'Works that the document is a version of, parted by semicolons.',
      value: ({ works }) => listed(works.map((id) => references.works.get(id)?.title ?? id))
    },
    ...bibliographicColumns,
    ...attributeColumns(references)
  ]
}

/** A row a document. */
export function documentColumns(references: References): DocumentColumn[] {
  return [
    {
      name: 'id',
      type: 'string',
      about: 'Id of the document.',
      required: true,
      unique: true,
      value: ({ id }) => id
    },
    { name: 'title', type: 'string', about: 'Title.', required: true, value: ({ title }) => title },
    ...documentFactColumns(references),
    {
      name: 'words',
      type: 'integer',
      about: 'How many words it has.',
      required: true,
      value: ({ words }) => words
    },
    {
      name: 'text_sha256',
      type: 'string',
      about: 'SHA-256 of the current state of its text, as the project stores it.',
      value: (document) => currentText(document)
    },
    {
      name: 'file',
      type: 'string',
      about: 'Name of the file that it came from.',
      value: ({ original }) => orNull(original.name)
    },
    {
      name: 'file_sha256',
      type: 'string',
      about: 'SHA-256 of that file.',
      value: ({ original }) => original.sha256
    },
    { name: 'added', type: 'datetime', about: 'When it was imported.', value: ({ added }) => added },
    {
      name: 'notes',
      type: 'string',
      about: 'Notes on the document.',
      value: ({ notes }) => orNull(notes)
    }
  ]
}
