import { useRef } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { themesOf } from '../../shared/model/codings'
import type { AnnotationId } from '../../shared/model/ids'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { chooseAnnotation, useSurface } from '../state/surface'
import { themeColour } from '../state/theme-names'
import { ThemeDot } from '../ui/ThemeDot'
import { useDismiss } from '../ui/use-dismiss'
import { Words } from '../ui/Words'
import { useAnnotating } from './passage-actions'
import { besideBox } from './popover-position'
import { passageOf, shownAnnotation } from './target'

const mostHeightPx = 320
const entryHeightPx = 54

/** The highlights that lie at one place, the innermost first: one of them becomes the active one. */
export function Chooser({ ids }: { ids: readonly AnnotationId[] }) {
  const t = useT()
  const themes = useProject((project) => project.state.themes)
  const frame = useRef<HTMLDivElement>(null)
  const annotations = ids.flatMap((id) => shownAnnotation(id) ?? [])
  const [innermost] = annotations
  useDismiss(frame, leave)
  if (!innermost) return null
  const height = Math.min(mostHeightPx, entryHeightPx * ids.length + 14, window.innerHeight - 16)
  const box = useSurface.getState().surface?.boxOf(passageOf(innermost)) ?? null
  return (
    <div
      ref={frame}
      className="chooser popover"
      style={{ ...besideBox(box, 320, height), maxHeight: height }}
    >
      <ListBox
        aria-label={t('reader.choose')}
        items={annotations}
        autoFocus="first"
        selectionMode="single"
        onAction={(key) => {
          chooseAnnotation(key as AnnotationId)
          close()
          useSurface.getState().surface?.focus()
        }}
      >
        {(annotation) => {
          const names = themesOf(annotation)
            .map((id) => themes[id]?.name ?? '')
            .join(', ')
          return (
            <ListBoxItem id={annotation.id} textValue={annotation.selector.exact.slice(0, 80)}>
              <ThemeDot colour={themeColour(annotation.codings[0]?.theme)} />
              <span className="grow">
                <span className="quote-line">
                  <Words text={annotation.selector.exact.slice(0, 90)} />
                </span>
                <span className="panel-hint">{names || t('annotation.noTheme')}</span>
              </span>
            </ListBoxItem>
          )
        }}
      </ListBox>
    </div>
  )
}

function leave(by: 'press' | 'key'): void {
  close()
  if (by === 'key') useSurface.getState().surface?.focus()
}

function close(): void {
  useAnnotating.setState({ choosing: null })
}
