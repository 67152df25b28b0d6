import type { RenderingHere } from '../../shared/ipc/compare-answers'
import type { Input } from '../../shared/ipc/contract'
import type { Annotation } from '../../shared/model/annotation'
import type { Span } from '../../shared/model/offsets'
import { span } from '../../shared/model/span'
import { setParallel } from '../../shared/operations/parallel'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { change, until } from '../state/project'
import { showError, showToast } from '../state/toasts'
import { inTurn, targetAnnotation } from './passage-actions'

type Carried = Input<'parallel.carry'>['to'][number]

/** Where a highlight would go in another version: what stands there already, the words that answer, or the sentences. Null where the version leaves it out. */
export function offerOf(here: RenderingHere): Carried | null {
  if (here.linked || here.text === '') return null
  const { document } = here
  return here.there ? { document, annotation: here.there.id } : placeIn(here, here.said)
}

/** A stretch of what a version says there, or all of it, as a place in the text of the version. */
export function placeIn({ document, revision, start, text }: RenderingHere, part: Span | null): Carried {
  const at = part ? span(start + part.start, start + part.end) : span(start, start + text.length)
  return { document, revision, at }
}

/** Carries a highlight over; all of it one change. */
export async function carry(annotation: Annotation, to: readonly Carried[]): Promise<boolean> {
  const { document, id } = annotation
  const done = await call('parallel.carry', { document, annotation: id, to: [...to] })
  if (!done.ok) showError(done.error)
  else await until(({ seq }) => seq >= done.value.seq)
  return done.ok
}

/** Carries the active annotation, or the selected passage, over to every other version that says it. */
export function carryToAll(): Promise<void> {
  return inTurn(async () => {
    const active = await targetAnnotation()
    if (!active) return
    const { document, id, selector } = active
    const { start, end } = selector
    const found = await call('compare.renderings', { document, passage: { start, end }, annotation: id })
    if (!found.ok) return showError(found.error)
    const offers = found.value.flatMap((each) => offerOf(each) ?? [])
    if (offers.length > 0 && !(await carry(active, offers))) return
    const leftOut = found.value.filter((each) => each.text === '' && !each.linked).length
    showToast(
      i18n.t('parallel.carried', { count: offers.length }) +
        (leftOut > 0 ? ` · ${i18n.t('parallel.leftOutIn', { count: leftOut })}` : '')
    )
  })
}

/** Takes an annotation out of those it is parallel with. */
export function unlink(annotation: Pick<Annotation, 'document' | 'id'>): Promise<boolean> {
  return change(setParallel(annotation, null, new Date().toISOString()))
}
