import { useEffect, useState } from 'react'

/**
 * A value as it was until the next picture has been painted: what depends on it is drawn after what matters more.
 * React's `useDeferredValue` does the same, but may be put off for seconds while frames bring other updates.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState<{ readonly value: T }>({ value })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown((before) => (Object.is(before.value, value) ? before : { value })))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return shown.value
}
