import { Pin } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { ThemeId } from '../../shared/model/ids'
import type { Theme } from '../../shared/model/theme'
import { themePath } from '../../shared/operations/theme-path'
import { fold } from '../../shared/text/fold'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { orderedThemes, pathName, themeColour } from '../state/theme-names'
import { digitThemes, pinTheme, useUiState } from '../state/ui-state'
import { ThemeDot } from '../ui/ThemeDot'
import { useCombobox } from '../ui/use-combobox'
import { applyTheme, createAndApply, createPathAndApply, useAnnotating } from './passage-actions'
import { besideBox } from './popover-position'
import { targetPassage } from './target'

const most = 8

/** What is done with the theme that was found or named. */
interface Use {
  apply(theme: ThemeId): void
  create(name: string): void
  /** Makes what is missing on a path. Absent: only single names are made. */
  createPath?(path: readonly string[]): void
  close(): void
}

const onPassage: Use = {
  apply: (theme) => void applyTheme(theme),
  create: (name) => void createAndApply(name),
  createPath: (path) => void createPathAndApply(path),
  close: () => close()
}

interface Props {
  readonly beside: DOMRect | null
  /** Absent: what is found goes onto the passage that keys act on. */
  readonly use?: Use
}

/** Finds a theme by typing, or creates it; opens beside the passage. */
export function ThemePicker({ beside, use = onPassage }: Props) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const memory = useUiState()
  const digits = digitThemes(memory)
  const [text, setText] = useState('')
  const all = useMemo(
    () => orderedThemes(themes).map((theme) => ({ theme, path: pathName(themes, theme.id) })),
    [themes]
  )
  const path = themePath(text)
  const wanted = fold(path?.join(' › ') ?? text.trim()).text
  const found = all
    .filter(({ theme, path }) => fold(`${path} ${theme.description}`).text.includes(wanted))
    .sort((a, b) => rank(a.theme, wanted, digits) - rank(b.theme, wanted, digits))
    .slice(0, most)
  const exact = all.some((each) => [each.theme.name, each.path].some((name) => fold(name).text === wanted))
  const made = text.trim() === '' || exact ? [] : namesToMake(text.trim(), use.createPath ? path : null)
  const count = found.length + made.length
  const choose = (index: number) => {
    use.close()
    const theme = found[index]?.theme
    if (theme) use.apply(theme.id)
    else makeTheme(made[index - found.length])
  }
  const makeTheme = (name: NameToMake | undefined) => {
    if (!name) return
    if (name.path) use.createPath?.(name.path)
    else use.create(name.label)
  }
  const combobox = useCombobox({ count, choose })
  const onKeyDown = (event: KeyboardEvent) => {
    if (combobox.onKey(event) || event.nativeEvent.isComposing) return
    const theme = found[combobox.at]?.theme
    // With nothing to take, Enter leaves too.
    if (event.key === 'Escape' || event.key === 'Enter') use.close()
    else if (event.key.toLowerCase() === 'p' && event.altKey && theme)
      pinTheme(theme.id, !memory.pinned.includes(theme.id))
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
        {...combobox.field}
        placeholder={t('picker.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          combobox.restart()
        }}
        onKeyDown={onKeyDown}
        onBlur={use.close}
      />
      <ul {...combobox.list} aria-label={t('picker.label')}>
        {found.map(({ theme, path }, index) => (
          <li key={theme.id} {...combobox.option(index)}>
            <ThemeDot colour={themeColour(theme.id)} />
            <span className="grow theme-path" title={path}>
              {theme.parent !== null && (
                <span className="above">{path.slice(0, path.length - theme.name.length)}</span>
              )}
              <span className="own">{theme.name}</span>
            </span>
            <PinButton theme={theme.id} name={theme.name} />
            {digits.includes(theme.id) && <kbd>{digits.indexOf(theme.id) + 1}</kbd>}
          </li>
        ))}
        {made.map(({ label }, index) => (
          <li key={label} {...combobox.option(found.length + index)}>
            <span className="grow">{t('picker.create', { name: label })}</span>
            {index === 0 && <kbd>⏎</kbd>}
          </li>
        ))}
      </ul>
      {count === 0 && <p className="picker-none">{t('picker.none')}</p>}
    </div>
  )
}

interface NameToMake {
  readonly label: string
  /** The names on the way, where it is a path. */
  readonly path: readonly string[] | null
}

/** What can be made of a name that no theme has: a path comes first, and the name as it stands may be meant too. */
function namesToMake(name: string, path: readonly string[] | null): readonly NameToMake[] {
  const plain = { label: name, path: null }
  return path ? [{ label: path.join(' › '), path }, plain] : [plain]
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
