import { useEffect, useMemo } from 'react'
import type { Annotation } from '../../shared/model/annotation'
import type { DocumentId } from '../../shared/model/ids'
import { type Command, keyLabel, useCommands } from '../state/commands'
import { useT } from '../state/i18n'
import { useProject } from '../state/project'
import { useSurface } from '../state/surface'
import { ReviewCard } from './ReviewCard'
import { accept, choose, placeAtSelection, refuse, useReview } from './review-anchors'

const nothing: readonly Annotation[] = []

/**
 * The passages of a text that were not found for sure when it changed: first those that are probably somewhere, old
 * beside new; then the orphans, with their old context. One key settles each and goes on to the next.
 */
export function ReviewTray({ document: id }: { document: DocumentId }) {
  const t = useT()
  const open = useProject((project) => project.passages[id]?.waiting ?? nothing)
  const readOnly = useProject((project) => project.readOnly)
  const shown = useProject((project) => project.texts[id]?.revision)
  const chosen = useReview((state) => state.chosen)
  const sorted = useMemo(
    () =>
      [...open].sort(
        (a, b) =>
          Number(b.proposal !== null) - Number(a.proposal !== null) ||
          (a.proposal?.start ?? a.selector.start) - (b.proposal?.start ?? b.selector.start)
      ),
    [open]
  )
  const current = sorted.find((each) => each.id === chosen) ?? sorted[0]

  const commands = useMemo<Command[]>(() => {
    if (!current || readOnly) return []
    const step = (by: number) => {
      const next = sorted[(sorted.indexOf(current) + by + sorted.length) % sorted.length]
      if (next) choose(next)
    }
    const andOn = async (settled: Promise<boolean>) => {
      const next = sorted[(sorted.indexOf(current) + 1) % sorted.length]
      if ((await settled) && next && next !== current) choose(next)
    }
    return [
      {
        id: 'settle.accept',
        keys: ['y'],
        when: () => current.proposal !== null,
        run: () => void andOn(accept(current))
      },
      {
        id: 'settle.refuse',
        keys: ['n'],
        when: () => current.proposal !== null,
        run: () => void andOn(refuse(current))
      },
      {
        id: 'settle.place',
        keys: ['p'],
        when: () => useSurface.getState().selection !== null,
        run: () => void andOn(placeAtSelection(current))
      },
      { id: 'settle.next', keys: ['u'], run: () => step(chosen === null ? 0 : 1) },
      { id: 'settle.previous', keys: ['U'], run: () => step(-1) }
    ]
  }, [current, sorted, chosen, readOnly])
  useCommands(commands)
  useEffect(() => () => useReview.setState({ chosen: null }), [])

  if (sorted.length === 0 || shown === undefined) return null
  return (
    <section className="settle" aria-label={t('revise.tray')}>
      <h2 className="panel-title">
        {t('revise.tray')} <span className="badge">{sorted.length}</span>
      </h2>
      <p className="panel-hint">
        {t('revise.trayLead', { count: sorted.length })} <kbd>{keyLabel('u')}</kbd>
      </p>
      <ul className="plain-list">
        {sorted.map((annotation) => (
          <ReviewCard
            key={annotation.id}
            annotation={annotation}
            current={annotation === current}
            readOnly={readOnly}
          />
        ))}
      </ul>
    </section>
  )
}
