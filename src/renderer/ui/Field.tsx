import { cloneElement, type ReactElement, useId } from 'react'

/** A labelled field; a hint or an error below it is read out with it. */
export function Field({
  label,
  hint,
  error,
  children
}: {
  label: string
  hint?: string
  error?: string
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>
}) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
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
