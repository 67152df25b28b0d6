import { Pin } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { fold } from '../../shared/text/fold'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { orderedThemes, pathName, themeColour } from '../state/theme-names'
import { digitThemes, pinTheme, useUiState } from '../state/ui-state'
import { ThemeDot } from '../ui/ThemeDot'
import { applyTheme, createAndApply, useAnnotating } from './actions'
import { besideBox } from './popover-position'
import { targetPassage } from './target'

const most = 8

/** Finds a theme by typing, or creates it; opens beside the passage. */
export function ThemePicker({ beside }: { beside: DOMRect | null }) {
  const t = useT()
  const id = useId()
  const themes = useProject((project) => project.state.themes)
  const memory = useUiState()
  const digits = digitThemes(memory)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const all = useMemo(
    () => orderedThemes(themes).map((theme) => ({ theme, path: pathName(themes, theme.id) })),
    [themes]
  )
  const wanted = fold(text.trim()).text
  const found = all
    .filter(({ theme, path }) => fold(`${path} ${theme.description}`).text.includes(wanted))
    .sort((a, b) => rank(a.theme, wanted, digits) - rank(b.theme, wanted, digits))
    .slice(0, most)
  const exact = all.some(({ theme }) => fold(theme.name).text === wanted)
  const creating = text.trim() !== '' && !exact
  const count = found.length + (creating ? 1 : 0)
  const choose = (index: number) => {
    close()
    const theme = found[index]?.theme
    if (theme) void applyTheme(theme.id)
    else if (creating) void createAndApply(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const theme = found[at]?.theme
    if (event.key === 'Escape') close()
    else if (event.key.toLowerCase() === 'p' && event.altKey && theme)
      pinTheme(theme.id, !memory.pinned.includes(theme.id))
    else if (event.key === 'Enter') choose(at)
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, count))
    else if (event.key === 'ArrowUp') setAt((at - 1 + Math.max(1, count)) % Math.max(1, count))
    else return
    event.preventDefault()
  }
  return (
    <div
      className="picker popover"
      style={besideBox(beside ?? pickerBox(), 300, 330)}
      role="dialog"
      aria-label={t('picker.label')}
    >
      <input
        // The picker opens because the person asked for it by key or button: typing goes here.
        autoFocus
        role="combobox"
        aria-label={t('picker.label')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
        placeholder={t('picker.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('picker.label')}>
        {found.map(({ theme, path }, index) => (
          <Option key={theme.id} id={`${id}-${index}`} on={index === at} choose={() => choose(index)}>
            <ThemeDot colour={themeColour(theme.id)} />
            <span className="grow">{path}</span>
            <PinButton theme={theme.id} name={theme.name} />
            {digits.includes(theme.id) && <kbd>{digits.indexOf(theme.id) + 1}</kbd>}
          </Option>
        ))}
        {creating && (
          <Option id={`${id}-${found.length}`} on={at === found.length} choose={() => choose(found.length)}>
            <span className="grow">{t('picker.create', { name: text.trim() })}</span>
            <kbd>⏎</kbd>
          </Option>
        )}
      </ul>
      {count === 0 && <p className="picker-none">{t('picker.none')}</p>}
    </div>
  )
}

/** Pins a theme to a digit; with the keyboard Alt+P does it, for the focus stays in the field. */
function PinButton({ theme, name }: { theme: ThemeId; name: string }) {
  const t = useT()
  const pinned = useUiState((memory) => memory.pinned.includes(theme))
  const label = t(pinned ? 'picker.unpin' : 'picker.pin', { name })
  return (
    <span
      className={pinned ? 'pin on' : 'pin'}
      title={`${label} (Alt+P)`}
      onMouseDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
        pinTheme(theme, !pinned)
      }}
    >
      <Pin size={12} aria-hidden />
      {pinned && <span className="visually-hidden">{t('themes.pinned')}</span>}
    </span>
  )
}

function Option(props: { id: string; on: boolean; choose: () => void; children: React.ReactNode }) {
  const { id, on, choose, children } = props
  return (
    // Keys are handled by the field that has the focus (aria-activedescendant).
    <li
      id={id}
      role="option"
      aria-selected={on}
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault()
        choose()
      }}
    >
      {children}
    </li>
  )
}

function close(): void {
  useAnnotating.setState({ picking: null })
  const { surface, selection } = useSurface.getState()
  surface?.focus()
  // The field had taken the page's own selection away.
  if (selection) surface?.select(selection)
}

/** Names that begin with what was typed come before those that hold it; with nothing typed, those on digits come first. */
function rank({ id, name }: Theme, wanted: string, digits: readonly ThemeId[]): number {
  if (wanted !== '') return fold(name).text.startsWith(wanted) ? 0 : 1
  const at = digits.indexOf(id)
  return at === -1 ? digits.length : at
}

function pickerBox(): DOMRect | null {
  const { surface } = useSurface.getState()
  const passage = targetPassage()
  return passage && surface ? surface.boxOf(passage) : null
}
