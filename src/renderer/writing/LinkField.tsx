import { type KeyboardEvent, type Ref, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../state/i18n'
import { type Candidate, linkCandidates } from './link-candidates'

interface Props {
  readonly value: string
  readonly label: string
  readonly placeholder?: string
  readonly className?: string
  readonly rows?: number
  readonly fieldRef?: Ref<HTMLTextAreaElement>
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

const pause = 120

/** A field for Markdown. Two opening brackets bring up what can be linked to. */
export function LinkField({
  value,
  label,
  placeholder,
  className,
  rows,
  fieldRef,
  onChange,
  onBlur,
  onKeyDown
}: Props) {
  const t = useT()
  const id = useId()
  const own = useRef<HTMLTextAreaElement | null>(null)
  /** Where the brackets stand that are being written in; null where none are. */
  const [from, setFrom] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<readonly Candidate[] | null>(null)
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (from === null) return
    let current = true
    const timer = setTimeout(() => {
      void linkCandidates(typed).then((candidates) => {
        if (!current) return
        setFound(candidates)
        setAt(0)
      })
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [from, typed])
  // Not React's `value`: it touches the element after each key, and Ctrl+Z would take back one letter at a time.
  useLayoutEffect(() => {
    const field = own.current
    if (field && field.value !== value) field.value = value
  }, [value])
  const look = (field: HTMLTextAreaElement) => {
    const before = field.value.slice(0, field.selectionStart)
    const open = /\[\[([^\]|\n]{0,60})$/.exec(before)
    setFrom(open ? open.index : null)
    setTyped(open?.[1] ?? '')
    if (!open) setFound(null)
  }
  const choose = (candidate: Candidate | undefined) => {
    const field = own.current
    if (!candidate || !field || from === null) return
    const end = field.selectionStart
    const rest = value.slice(end).replace(/^\]\]/, '')
    const place = from + candidate.link.length
    onChange(`${value.slice(0, from)}${candidate.link}${rest}`)
    setFrom(null)
    setFound(null)
    requestAnimationFrame(() => field.setSelectionRange(place, place))
  }
  const open = from !== null
  const shown = found ?? []
  return (
    <span className="link-field">
      <textarea
        ref={(element) => {
          own.current = element
          if (typeof fieldRef === 'function') fieldRef(element)
          else if (fieldRef) fieldRef.current = element
        }}
        className={className}
        rows={rows}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && shown.length > 0 ? `${id}-${at}` : undefined}
        placeholder={placeholder}
        onChange={(event) => {
          onChange(event.target.value)
          look(event.target)
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => {
          setFrom(null)
          onBlur?.()
        }}
        onKeyDown={(event) => {
          if (!open || event.nativeEvent.isComposing) return onKeyDown?.(event)
          if (event.key === 'Escape') setFrom(null)
          else if (event.key === 'Enter' && shown.length > 0) choose(shown[at])
          else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, shown.length))
          else if (event.key === 'ArrowUp') setAt((at - 1 + shown.length) % Math.max(1, shown.length))
          else return onKeyDown?.(event)
          event.preventDefault()
        }}
      />
      {open && found && (
        <ul id={`${id}-list`} role="listbox" aria-label={t('memos.linkTo')} className="popover link-list">
          {shown.map((candidate, index) => (
            <li
              key={candidate.link}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(candidate)
              }}
            >
              <small>{t(`memos.${candidate.target.kind}`)}</small>
              <span className="grow">{candidate.label}</span>
            </li>
          ))}
          {found?.length === 0 && <li className="picker-none">{t('memos.noLinks')}</li>}
        </ul>
      )}
    </span>
  )
}
