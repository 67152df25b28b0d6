import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'

/** A labelled field; a hint or an error below it is read out with it. */
export function Field({
  label,
  hint,
  error,
  mark,
  children
}: {
  label: string
  hint?: string
  error?: string
  /** Stands behind the label. */
  mark?: ReactNode
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>
}) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="field">
      <span className="field-label">
        <label htmlFor={id}>{label}</label>
        {mark}
      </span>
      {cloneElement(children, {
        id,
        ...(note ? { 'aria-describedby': `${id}-note` } : {}),
        ...(error ? { 'aria-invalid': true } : {})
      })}
      {note && (
        <small id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
          {note}
        </small>
      )}
    </div>
  )
}
