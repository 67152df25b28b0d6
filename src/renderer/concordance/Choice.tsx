import { useId } from 'react'

/** A value that can be chosen, and what it is called. */
export type ChoiceOption<V extends string> = readonly [value: V, name: string]

interface Props<V extends string> {
  readonly label: string
  /** Whether the label stands beside it; else only those hear it who cannot see. */
  readonly isLabelled?: boolean
  readonly value: V
  readonly options: readonly ChoiceOption<V>[]
  readonly set: (value: V) => void
  readonly className?: string
}

/** One of several values. */
export function Choice<V extends string>({
  label,
  isLabelled = true,
  value,
  options,
  set,
  className
}: Props<V>) {
  const id = useId()
  const select = (
    <select
      id={id}
      aria-label={isLabelled ? undefined : label}
      className={className}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([each]) => each === target.value)
        if (chosen) set(chosen[0])
      }}
    >
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  )
  if (!isLabelled) return select
  return (
    <label htmlFor={id}>
      {label}
      {select}
    </label>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number
  readonly options: readonly number[]
  readonly set: (value: number) => void
}

/** One of several numbers. */
export function NumberChoice({ label, value, options, set }: NumberProps) {
  const names = options.map((each): ChoiceOption<string> => [String(each), String(each)])
  return <Choice label={label} value={String(value)} options={names} set={(each) => set(Number(each))} />
}
