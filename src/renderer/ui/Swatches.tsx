import { Radio, RadioGroup } from 'react-aria-components'
import { coloured } from './ThemeDot'

/** A choice among colours; arrow keys move in it. */
export function Swatches({
  label,
  colours,
  value,
  onChange
}: {
  label: string
  colours: readonly string[]
  value: string
  onChange: (colour: string) => void
}) {
  const all = colours.includes(value) ? colours : [...colours, value]
  return (
    <RadioGroup
      className="swatches"
      aria-label={label}
      value={value}
      onChange={onChange}
      orientation="horizontal"
    >
      {all.map((colour) => (
        <Radio key={colour} value={colour} className="swatch" style={coloured(colour)} aria-label={colour} />
      ))}
    </RadioGroup>
  )
}
