import { type RefObject, useCallback, useEffect, useState } from 'react'

/**
 * Puts the focus into a field by its name, once that is drawn, and selects what is in it: what was just made can be
 * named by typing on.
 */
export function useFieldFocus(inside: RefObject<HTMLElement | null>): (name: string) => void {
  const [wanted, setWanted] = useState<{ readonly name: string } | null>(null)
  useEffect(() => {
    const field = wanted && inside.current?.querySelector(`[name="${wanted.name}"]`)
    if (field instanceof HTMLInputElement) field.select()
    if (field instanceof HTMLElement) field.focus()
  }, [wanted, inside])
  return useCallback((name) => setWanted({ name }), [])
}
