import { useEffect, useMemo } from 'react'
import type { DocumentId } from '../../shared/model/ids'
import { call } from '../state/bridge'

/** What a pointer or the focus rests on for so long is likely to be opened. */
const restMs = 80

interface Prefetching {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: () => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/**
 * Has the main process read a text before it is opened: when the pointer or the focus rests on what opens it, and when it is
 * pressed. Reading and checking a book takes longer than all else between the click and the page.
 */
export function usePrefetch(): (id: DocumentId) => Prefetching {
  const timer = useMemo(() => ({ current: undefined as ReturnType<typeof setTimeout> | undefined }), [])
  useEffect(() => () => clearTimeout(timer.current), [timer])
  return useMemo(() => {
    const prefetch = (id: DocumentId) => void call('document.prefetch', id)
    const cancel = () => clearTimeout(timer.current)
    return (id) => {
      const wait = () => {
        cancel()
        timer.current = setTimeout(() => prefetch(id), restMs)
      }
      const press = () => {
        cancel()
        prefetch(id)
      }
      return {
        onPointerEnter: wait,
        onPointerLeave: cancel,
        onPointerDown: press,
        onFocus: wait,
        onBlur: cancel
      }
    }
  }, [timer])
}
