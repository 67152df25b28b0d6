import { Asterisk, Copy, Highlighter, Languages, NotebookPen, Quote, Tag, TextQuote } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components'
import { keyLabel, runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { type Passage, useSurface } from '../state/surface'
import { themeColour } from '../state/theme-names'
import { useUiState } from '../state/ui-state'
import { ThemeDot } from '../ui/ThemeDot'
import { needsVersions } from './needs'
import {
  annotatePlainly,
  applyInVivo,
  copyPassage,
  copyWords,
  highlight,
  lastTheme,
  openPicker
} from './passage-actions'
import { aboveBox } from './popover-position'

/** Narrower than this, in pixels, the bar is not made: it would become a block of buttons. */
const leastWidth = 300

/** What can be done with the selected passage, beside it. Every button names its key. */
export function SelectionBar({ passage }: { passage: Passage }) {
  const t = useT()
  const bar = useRef<HTMLDivElement>(null)
  const themes = useProject((project) => project.state.themes)
  const theme = useUiState(lastTheme)
  useLayoutEffect(() => {
    const { current } = bar
    const box = useSurface.getState().surface?.boxOf(passage)
    if (!current || !box) return
    const frame = document.querySelector('.place-frame')?.getBoundingClientRect()
    // In two lines rather than over the panels.
    current.style.maxWidth = frame ? `${Math.max(leastWidth, frame.width - 16)}px` : ''
    const { left, top } = aboveBox(box, current.offsetWidth, current.offsetHeight, frame)
    Object.assign(current.style, { left: `${left}px`, top: `${top}px` })
  })
  if (!useSurface.getState().surface?.boxOf(passage)) return null
  return (
    <Toolbar ref={bar} className="selection-bar popover" aria-label={t('annotation.toolbar')}>
      <BarButton
        icon={<Highlighter size={14} aria-hidden />}
        label={t('annotation.highlight')}
        hint="h"
        run={() => void highlight()}
      >
        {theme !== null && (
          <span className="bar-theme" title={themes[theme]?.name}>
            <ThemeDot colour={themeColour(theme)} />
            {themes[theme]?.name}
          </span>
        )}
      </BarButton>
      {theme !== null && (
        <BarButton
          icon={<Highlighter size={14} aria-hidden />}
          label={t('annotation.bare')}
          title={t('command.annotate.plain')}
          hint="0"
          run={() => void annotatePlainly()}
        />
      )}
      <BarButton
        icon={<Tag size={14} aria-hidden />}
        label={t('annotation.pick')}
        hint="/"
        run={() => openPicker()}
      />
      <BarButton
        icon={<Quote size={14} aria-hidden />}
        label={t('annotation.inVivo')}
        isBrief
        title={t('command.annotate.inVivo')}
        hint="v"
        run={() => void applyInVivo()}
      />
      <BarButton
        icon={<NotebookPen size={14} aria-hidden />}
        label={t('annotation.memo')}
        hint="m"
        run={() => runCommand('annotate.memo')}
      />
      <BarButton
        icon={<Asterisk size={14} aria-hidden />}
        label={t('formulae.formula')}
        isBrief
        title={t('command.annotate.formula')}
        hint="f"
        run={() => runCommand('annotate.formula')}
      />
      {document.querySelector('.text') !== null && needsVersions() === null && (
        <BarButton
          icon={<Languages size={14} aria-hidden />}
          label={t('reader.otherRenderings')}
          isBrief
          hint="o"
          run={() => runCommand('reader.renderings')}
        />
      )}
      <BarButton
        icon={<Copy size={14} aria-hidden />}
        label={t('annotation.copy')}
        isBrief
        run={() => void copyWords()}
      />
      <BarButton
        icon={<TextQuote size={14} aria-hidden />}
        label={t('annotation.cite')}
        isBrief
        title={`${t('command.annotate.copy')} (${keyLabel('Mod+Alt+C')})`}
        run={() => void copyPassage()}
      />
    </Toolbar>
  )
}

interface ButtonProps {
  readonly icon: ReactNode
  readonly label: string
  readonly title?: string
  readonly hint?: string
  /** In a narrow window its sign says it alone. */
  readonly isBrief?: boolean
  readonly run: () => unknown
  readonly children?: ReactNode
}

function BarButton({ icon, label, title, hint, isBrief = false, run, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={isBrief ? 'brief' : ''}
      title={title ?? (isBrief ? label : undefined)}
      // The selection must outlive the press of the button.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {icon}
      <span className="label">{label}</span>
      {children}
      {hint && <kbd>{hint}</kbd>}
    </button>
  )
}
