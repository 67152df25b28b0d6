import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState
} from 'react'
import { type LinkNames, shownLinks, storedLinks } from '../../shared/memos/shown-links'
import { ok } from '../../shared/model/result'
import { useT } from '../state/i18n'
import { useAsked } from '../state/use-answer'
import { useCombobox } from '../ui/use-combobox'
import { caretLine } from './caret-line'
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

const pauseMs = 120

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
  const own = useRef<HTMLTextAreaElement | null>(null)
  /** Whether the caret is about to be set behind a link that was chosen. */
  const isPlacing = useRef(false)
  /** Where the brackets stand that are being written in; null where none are. */
  const [from, setFrom] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  /** Below the line that is being written in stands what can be linked to; pixels. */
  const [below, setBelow] = useState(0)
  /** What is linked to is written by its name; the ids stay out of sight. */
  const names = useRef<LinkNames>(new Map())
  const written = useMemo(() => shownLinks(value, names.current), [value])
  names.current = written.names
  const { shown: text } = written
  const asked = from === null ? null : `${from} ${typed}`
  const { latest: found } = useAsked(asked, async (signal) => ok(await linkCandidates(typed, signal)), {
    pauseMs
  })
  const open = from !== null
  const shown = found ?? []
  const look = (field: HTMLTextAreaElement) => {
    const before = field.value.slice(0, field.selectionStart)
    const open = /\[\[([^\]|\n]{0,60})$/.exec(before)
    setFrom(open ? open.index : null)
    if (open) setBelow(caretLine(field, open.index))
    setTyped(open?.[1] ?? '')
  }
  // Not React's `value`: it touches the element after each key, and Ctrl+Z would take back one letter at a time.
  // A link that was typed or pasted with its id is shown by its name: the caret stays behind the words that it stood behind.
  const show = useEffectEvent((shown: string) => {
    const field = own.current
    if (!field || field.value === shown) return
    const before = storedLinks(field.value.slice(0, field.selectionStart), names.current)
    field.value = shown
    if (document.activeElement !== field || isPlacing.current) return
    const place = shownLinks(before, names.current).shown.length
    field.setSelectionRange(place, place)
    look(field)
  })
  useLayoutEffect(() => show(text), [text])
  const choose = (candidate: Candidate | undefined) => {
    const field = own.current
    if (!candidate || !field || from === null) return
    const end = field.selectionStart
    const stored = (part: string) => storedLinks(part, names.current)
    const before = stored(field.value.slice(0, from)) + candidate.link
    const after = stored(field.value.slice(end).replace(/^\]\]/, ''))
    isPlacing.current = true
    onChange(before + after)
    setFrom(null)
    requestAnimationFrame(() => {
      isPlacing.current = false
      const place = shownLinks(before, names.current).shown.length
      field.setSelectionRange(place, place)
    })
  }
  const combobox = useCombobox({ count: shown.length, choose: (index) => choose(shown[index]), isOpen: open })
  const { restart } = combobox
  useEffect(() => {
    if (found) restart()
  }, [found, restart])
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
        {...combobox.field}
        placeholder={placeholder}
        onChange={(event) => {
          onChange(storedLinks(event.target.value, names.current))
          look(event.target)
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => {
          setFrom(null)
          onBlur?.()
        }}
        onKeyDown={(event) => {
          if (combobox.onKey(event)) return
          if (!open || event.nativeEvent.isComposing || event.key !== 'Escape') return onKeyDown?.(event)
          setFrom(null)
          event.preventDefault()
        }}
      />
      {open && found && (
        <ul
          {...combobox.list}
          aria-label={t('memos.linkTo')}
          className="popover link-list"
          style={{ top: below + 2 }}
        >
          {shown.map((candidate, index) => (
            <li key={candidate.link} {...combobox.option(index)}>
              <small>{t(`memos.${candidate.target.kind}`)}</small>
              <span className="grow">
                {candidate.label}
                {candidate.about !== '' && <small className="link-about">{candidate.about}</small>}
              </span>
            </li>
          ))}
          {found?.length === 0 && <li className="picker-none">{t('memos.noLinks')}</li>}
        </ul>
      )}
    </span>
  )
}
