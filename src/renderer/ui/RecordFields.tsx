import { useState } from 'react'
import { cslDate, dateLine } from '../../shared/model/csl-dates'
import type { CslDateField, CslRecord, CslTextField } from '../../shared/model/csl-record'
import { useT } from '../state/i18n'
import { Field } from './Field'
import { NamesInput } from './NamesInput'

const texts = [
  'original-title',
  'container-title',
  'collection-title',
  'publisher-place',
  'genre',
  'volume',
  'issue',
  'number',
  'page',
  'edition',
  'URL',
  'DOI',
  'ISBN',
  'ISSN',
  'archive',
  'archive_location',
  'original-publisher'
] as const satisfies readonly CslTextField[]
const dates = ['original-date', 'accessed'] as const satisfies readonly CslDateField[]
const people = ['translator', 'editor', 'original-author'] as const

interface Props {
  readonly record: CslRecord
  readonly change: (record: CslRecord) => void
}

/** What a reference to a text needs beside its title, date and publisher; closed until it is asked for. */
export function RecordFields({ record, change }: { record: CslRecord; change: (record: CslRecord) => void }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const known = Object.keys(record).filter((field) => field !== 'author' && field !== 'type').length
  return (
    <details className="record-fields" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('metadata.record')} {known > 0 && <span className="number">{known}</span>}
      </summary>
      {isOpen && <Fields record={record} change={change} />}
    </details>
  )
}

function Fields({ record, change }: Props) {
  const t = useT()
  return (
    <div className="metadata-fields">
      {people.map((field) => (
        <Field key={field} label={t(`csl.${field}`)} hint={t('metadata.namesHint')}>
          <NamesInput field={field} record={record} change={change} />
        </Field>
      ))}
      {dates.map((field) => (
        <DateInput key={field} field={field} record={record} change={change} />
      ))}
      {texts.map((field) => (
        <Field key={field} label={t(`csl.${field}`)}>
          <input
            value={record[field] ?? ''}
            maxLength={2000}
            onChange={({ target: { value } }) => {
              const { [field]: _, ...rest } = record
              change(value === '' ? rest : { ...rest, [field]: value })
            }}
          />
        </Field>
      ))}
    </div>
  )
}

function DateInput({
  field,
  record,
  change
}: {
  field: CslDateField
  record: CslRecord
  change: (record: CslRecord) => void
}) {
  const t = useT()
  const stored = dateLine(record[field])
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? stored
  const isWrong = shown.trim() !== '' && cslDate(shown) === null
  return (
    <Field
      label={t(`csl.${field}`)}
      hint={t('metadata.dateHint')}
      {...(isWrong ? { error: t('metadata.dateWrong') } : {})}
    >
      <input
        value={shown}
        onChange={({ target: { value } }) => {
          const { [field]: _, ...rest } = record
          const date = cslDate(value)
          setTyped(value)
          if (value.trim() === '') change(rest)
          else if (date) change({ ...rest, [field]: date })
        }}
        // What is no date is not kept: the field says what is.
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}
