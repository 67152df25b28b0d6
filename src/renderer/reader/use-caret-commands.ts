import { useMemo } from 'react'
import { indexAt } from '../../shared/text/canonical'
import { backward, forward, type NavigableText, type Unit } from '../../shared/text/caret-motion'
import { needsPlace } from '../annotating/needs'
import { inTurn } from '../annotating/passage-actions'
import type { TextView } from '../editor/text-view'
import { type Command, useCommands } from '../state/commands'
import { i18n } from '../state/i18n'
import { currentProject, edit } from '../state/project'
import { useSurface } from '../state/surface'
import { showUndoableToast } from '../state/undoing'

/**
 * The keys of the reading caret: arrows by character and line, with Ctrl (Alt on a Mac) by word and paragraph,
 * Home and End, and Alt with the arrows by sentence. With Shift they select.
 */
export function useCaretCommands(view: TextView | null, walk: NavigableText): void {
  const commands = useMemo<Command[]>(() => {
    if (!view) return []
    const move = (
      keys: readonly string[],
      target: (head: number, selecting: boolean) => number
    ): Command => ({
      id: 'caret.move',
      hidden: true,
      keys: keys.flatMap((key) => [key, withShift(key)]),
      repeatable: true,
      when: isReading,
      run: (event) => {
        const { anchor, head } = view.selected
        const selecting = event?.shiftKey === true
        const next = target(head, selecting)
        view.select(selecting ? anchor : next, next)
        view.reveal(next, 'nearest')
      }
    })
    // As everywhere: from a selection a plain arrow goes to the side it points to.
    const step = (direction: 1 | -1) => (head: number, selecting: boolean) => {
      const { anchor } = view.selected
      if (selecting || anchor === head) return by('character', direction)(head)
      return direction === 1 ? Math.max(anchor, head) : Math.min(anchor, head)
    }
    const by = (unit: Unit, direction: 1 | -1) => (head: number) =>
      (direction === 1 ? forward : backward)(walk, head, unit)
    return [
      move(['ArrowRight'], step(1)),
      move(['ArrowLeft'], step(-1)),
      move(['Mod+ArrowRight'], by('word', 1)),
      move(['Mod+ArrowLeft'], by('word', -1)),
      move(['Alt+ArrowRight'], by('sentence', 1)),
      move(['Alt+ArrowLeft'], by('sentence', -1)),
      move(['Mod+ArrowDown'], by('block', 1)),
      move(['Mod+ArrowUp'], by('block', -1)),
      move(['Mod+End'], by('document', 1)),
      move(['Mod+Home'], by('document', -1)),
      move(['ArrowDown'], (head) => view.lineFrom(head, 1)),
      move(['ArrowUp'], (head) => view.lineFrom(head, -1)),
      move(['Home'], (head) => view.lineEnd(head, 'start')),
      move(['End'], (head) => view.lineEnd(head, 'end')),
      {
        id: 'annotate.furniture',
        keys: ['x'],
        when: isReading,
        missing: needsPlace,
        run: () => toggleFurniture(walk)
      }
    ]
  }, [view, walk])
  useCommands(commands)
}

function withShift(key: string): string {
  const parts = key.split('+')
  return [...parts.slice(0, -1), 'Shift', parts.at(-1)].join('+')
}

/** The caret's keys belong to the text while nothing else has the focus. */
function isReading(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.closest('.text') != null
}

/** Marks the block at the caret as furniture, or no longer. In turn: the second of two keys sees what the first has done. */
function toggleFurniture(walk: NavigableText): Promise<void> {
  const { caret } = useSurface.getState()
  const { texts } = currentProject()
  const block = caret ? indexAt(walk.blocks, caret.offset) : -1
  const revision = caret && texts[caret.document]?.revision
  if (!caret || !revision || block === -1) return Promise.resolve()
  return inTurn(async () => {
    const own = [block]
    const { document: id } = caret
    const isMarked = currentProject().state.documents[id]?.furniture.includes(block) ?? false
    const wanted = { add: isMarked ? [] : own, remove: isMarked ? own : [] }
    if (await edit({ type: 'document.furniture', id, revision, ...wanted }))
      showUndoableToast(i18n.t(isMarked ? 'reader.unfurnished' : 'reader.furnished'))
  })
}
