import { useState } from 'react'
import type { CslNameField, CslRecord } from '../../shared/model/csl-record'
import { namesFrom, namesLine } from '../../shared/model/names'

interface Props {
  readonly field: CslNameField
  readonly record: CslRecord
  readonly change: (record: CslRecord) => void
  readonly id?: string
  readonly name?: string
}

/** Names of a bibliographic record, typed as one line. What is not touched stays as it was, parts of names too. */
export function NamesInput({ field, record, change, ...input }: Props) {
  const stored = namesLine(record[field])
  const [typed, setTyped] = useState<string | null>(null)
  // A space or a semicolon at the end is on its way to the next name, and no name itself.
  const shown = typed !== null && namesLine(namesFrom(typed)) === stored ? typed : stored
  return (
    <input
      {...input}
      value={shown}
      onChange={({ target: { value } }) => {
        const names = namesFrom(value)
        const { [field]: _, ...rest } = record
        setTyped(value)
        if (namesLine(names) !== stored) change(names.length > 0 ? { ...rest, [field]: names } : rest)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
