import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { span } from '../../shared/model/span'
import type { RecycledHere } from '../../shared/recycled/recycled-answers'
import type { TextView } from '../editor/text-view'
import { type Command, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { navigate } from '../state/navigation'
import { setPreferences, usePreferences } from '../state/preferences'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { showToast } from '../state/toasts'
import { useAnswer } from '../state/use-answer'
import { useVisibleRange } from './visible-range'

/** The text is drawn before anything is asked about it, in milliseconds. */
const pauseMs = 300
/** So many signs are drawn at most. */
const mostSigns = 100

interface Sign {
  readonly here: RecycledHere
  readonly top: number
  readonly height: number
}

/** Beside what stands nearly alike in other texts a quiet sign, which leads to where it stands. */
export function RecycledSigns({ view, document: id }: { view: TextView; document: DocumentId }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const isWanted = usePreferences((state) => state.reading.recycled)
  const revision = useProject((project) => project.texts[id]?.revision)
  const documents = useProject((project) => project.state.documents)
  const { latest } = useAnswer('recycled.inText', isWanted ? id : undefined, { again: documents, pauseMs })
  const places = isWanted && latest && latest.revision === revision ? latest.places : nowhere
  const sight = useVisibleRange((state) => state.span)
  const layouts = useVisibleRange((state) => state.layouts)
  const [signs, setSigns] = useState<readonly Sign[]>([])
  useCommands(useMemo(() => commandsOf(places, t('recycled.noneHere')), [places, t]))
  useLayoutEffect(() => {
    const top = frame.current?.getBoundingClientRect().top ?? 0
    const shown =
      layouts > 0 && sight ? places.filter(({ start, end }) => end > sight.start && start < sight.end) : []
    setSigns(
      shown.slice(0, mostSigns).map((here) => {
        const from = Math.max(here.start, sight?.start ?? 0)
        const box = view.geometry.boxOf(span(from, Math.max(from, Math.min(here.end, sight?.end ?? 0))))
        return { here, top: box.top - top, height: box.bottom - box.top }
      })
    )
  }, [view, places, sight, layouts])
  if (places.length === 0) return null
  return (
    <div ref={frame} className="recycled-signs" role="group" aria-label={t('recycled.signs')}>
      {signs.map(({ here, top, height }) => (
        <button
          type="button"
          key={`${here.passage} ${here.start}`}
          tabIndex={-1}
          className="recycled-sign"
          style={{ top, height }}
          aria-label={t('recycled.sign', { count: here.others })}
          title={t('recycled.sign', { count: here.others })}
          onClick={() => openPassage(here)}
        />
      ))}
    </div>
  )
}

const nowhere: readonly RecycledHere[] = []

function openPassage({ passage }: RecycledHere): void {
  navigate({ name: 'recycled', passage })
}

function commandsOf(places: readonly RecycledHere[], none: string): Command[] {
  return [
    {
      id: 'reader.recycled',
      keys: ['a'],
      run: () => {
        const offset = useSurface.getState().caret?.offset ?? -1
        // Of several the shortest is meant.
        const [here] = places
          .filter(({ start, end }) => start <= offset && offset <= end)
          .sort((a, b) => a.end - a.start - (b.end - b.start))
        if (here) openPassage(here)
        else showToast(none)
      }
    },
    {
      id: 'reader.recycledSigns',
      keys: ['A'],
      run: () => {
        const { reading } = usePreferences.getState()
        setPreferences({ reading: { ...reading, recycled: !reading.recycled } })
      }
    }
  ]
}
