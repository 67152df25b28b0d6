import { useState } from 'react'
import type { CslNameField, CslRecord } from '../../shared/model/csl-record'
import { namesFrom, namesLine } from '../../shared/model/names'

interface Props {
  readonly field: CslNameField
  readonly record: CslRecord
  readonly change: (record: CslRecord) => void
  /** Several texts have different names here: none are shown, and what is typed goes into all. */
  readonly isDiffering?: boolean
  readonly placeholder?: string
  readonly id?: string
  readonly name?: string
}

/** Names of a bibliographic record, typed as one line. What is not touched stays as it was, parts of names too. */
export function NamesInput({ field, record, change, isDiffering = false, ...input }: Props) {
  const stored = namesLine(record[field])
  const [typed, setTyped] = useState<string | null>(null)
  // A space or a semicolon at the end is on its way to the next name, and no name itself.
  const known = isDiffering ? '' : stored
  const shown = typed !== null && (isDiffering || namesLine(namesFrom(typed)) === stored) ? typed : known
  return (
    <input
      {...input}
      value={shown}
      onChange={({ target: { value } }) => {
        const names = namesFrom(value)
        const { [field]: _, ...rest } = record
        setTyped(value)
        if (isDiffering || namesLine(names) !== stored)
          change(names.length > 0 ? { ...rest, [field]: names } : rest)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
