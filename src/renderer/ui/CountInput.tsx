import { useState } from 'react'

interface Props {
  readonly id?: string
  readonly value: number | null
  readonly least: number
  readonly most: number
  readonly set: (value: number) => void
  readonly className?: string
}

/** A whole number that can be typed sign by sign: what is no number within the bounds yet changes nothing. */
export function CountInput({ id, value, least, most, set, className }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      id={id}
      type="number"
      min={least}
      max={most}
      className={className}
      value={typed ?? value ?? ''}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value)
        const count = target.valueAsNumber
        if (Number.isInteger(count) && count >= least && count <= most) set(count)
      }}
    />
  )
}
