import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { type Command, useCommands } from '../state/commands'
import { useSurface } from '../state/surface'
import { columnsInRoom, lastTurn, turnShowing, visibleColumns } from './visible-columns'

/** Which columns are shown beside the one that is kept; see `visibleColumns`. */
export interface Turn {
  readonly at: number
  readonly set: (at: number | ((before: number) => number)) => void
}

export interface ColumnsShown {
  /** The numbers of the columns that are shown, in their order. */
  readonly visible: readonly number[]
  /** The column whose head leads to those that are not shown; null where all are. */
  readonly turning: number | null
  /** Brings a column into sight. */
  readonly show: (column: number) => void
  /** Shows other columns beside the one that is kept: the next ones, or those before; from the last the first again. */
  readonly step: (by: 1 | -1) => void
}

/**
 * As many columns as can be read in a frame, and the others a key away.
 *
 * @param documents what stands in the columns
 * @param from the column that the others are held against; where there is none the first one is kept
 * @param current the column that keys act on: where there is less room than before, it does not go out of sight
 */
export function useColumnsShown(
  frame: RefObject<HTMLElement | null>,
  documents: readonly DocumentId[],
  from: number,
  turn: Turn,
  current: number
): ColumnsShown {
  const count = documents.length
  const most = useColumnsInRoom(frame)
  const kept = Math.max(0, from)
  const at = Math.min(turn.at, lastTurn(count, most))
  const visible = useMemo(() => visibleColumns(count, most, kept, at), [count, most, kept, at])
  const { set } = turn
  const worked = useRef(current)
  worked.current = current
  const roomBefore = useRef(most)
  useLayoutEffect(() => {
    const isLess = Number.isFinite(roomBefore.current) && most < roomBefore.current
    roomBefore.current = most
    if (!isLess || count <= most) return
    const { selection } = useSurface.getState()
    const selected = selection ? documents.indexOf(selection.document) : -1
    const stays = selected >= 0 ? selected : worked.current
    set((before) => turnShowing(stays, most, kept, Math.min(before, lastTurn(count, most))))
  }, [count, most, kept, documents, set])
  const step = useCallback(
    (by: 1 | -1) => {
      const turns = lastTurn(count, most) + 1
      const next = (at + by + turns) % turns
      const { selection, surface } = useSurface.getState()
      const stays = visibleColumns(count, most, kept, next).some(
        (column) => documents[column] === selection?.document
      )
      // What is selected out of sight would be coded unseen.
      if (selection && !stays) surface?.clear()
      set(next)
    },
    [count, most, kept, at, documents, set]
  )
  const show = useCallback(
    (column: number) => {
      if (count > most) set(turnShowing(column, most, kept, at))
    },
    [count, most, kept, at, set]
  )
  const commands = useMemo<Command[]>(
    () => [
      { id: 'compare.nextVersions', keys: ['>'], when: () => count > most, run: () => step(1) },
      { id: 'compare.versionsBefore', keys: ['<'], when: () => count > most, run: () => step(-1) }
    ],
    [count, most, step]
  )
  useCommands(commands)
  return {
    visible,
    turning: count > most ? (visible.findLast((column) => column !== kept) ?? null) : null,
    show,
    step
  }
}

function useColumnsInRoom(frame: RefObject<HTMLElement | null>): number {
  const [most, setMost] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return undefined
    const measure = () => setMost(columnsInRoom(current.clientWidth, window.innerWidth))
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    measure()
    return () => observer.disconnect()
  }, [frame])
  return most
}
