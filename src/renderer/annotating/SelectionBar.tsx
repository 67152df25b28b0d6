import { Copy, Highlighter, NotebookPen, Quote, Tag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { runCommand } from '../state/commands'
import { useT } from '../state/i18n'
import { type Passage, useSurface } from '../state/surface'
import { applyInVivo, copyPassage, highlight, openPicker } from './actions'
import { aboveBox } from './popover-position'

/** What can be done with the selected passage, beside it. Every button names its key. */
export function SelectionBar({ passage }: { passage: Passage }) {
  const t = useT()
  const box = useSurface.getState().surface?.boxOf(passage)
  if (!box) return null
  return (
    <Toolbar
      className="selection-bar popover"
      style={aboveBox(box, 440, 36)}
      aria-label={t('annotation.toolbar')}
    >
      <BarButton
        icon={<Highlighter size={14} aria-hidden />}
        label={t('annotation.highlight')}
        hint="h"
        run={() => void highlight()}
      />
      <BarButton
        icon={<Tag size={14} aria-hidden />}
        label={t('annotation.pick')}
        hint="/"
        run={() => openPicker()}
      />
      <BarButton
        icon={<Quote size={14} aria-hidden />}
        label={t('annotation.inVivo')}
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
        icon={<Copy size={14} aria-hidden />}
        label={t('annotation.copy')}
        run={() => void copyPassage()}
      />
    </Toolbar>
  )
}

function BarButton({
  icon,
  label,
  hint,
  run
}: {
  icon: ReactNode
  label: string
  hint?: string
  run: () => unknown
}) {
  return (
    <button
      type="button"
      // The selection must outlive the press of the button.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {icon}
      {label}
      {hint && <kbd>{hint}</kbd>}
    </button>
  )
}
