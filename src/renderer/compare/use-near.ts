import { useCallback, useEffect, useRef, useState } from 'react'

/** Texts up to so many paragraphs are drawn whole. */
const whole = 60
/** How far beyond the column's edges a paragraph counts as near, in heights of the column. */
const margin = '100% 0px'

export interface Near {
  /** Whether a paragraph is in sight or not far from it. */
  has(paragraph: number): boolean
  /** Watches a paragraph, by its `data-paragraph`; given as its ref. */
  readonly watch: ((element: HTMLElement | null) => (() => void) | undefined) | undefined
}

/** Which paragraphs of a long column are in sight or near it. */
export function useNear(count: number): Near {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set())
  const observer = useRef<IntersectionObserver | null>(null)
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
    },
    []
  )
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return
    observer.current ??= new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const next = new Set(before)
          for (const { target, isIntersecting } of entries) {
            const at = Number((target as HTMLElement).dataset.paragraph)
            if (isIntersecting) next.add(at)
            else next.delete(at)
          }
          return next
        }),
      { root: element.parentElement, rootMargin: margin }
    )
    const own = observer.current
    own.observe(element)
    return () => own.unobserve(element)
  }, [])
  if (count <= whole) return { has: () => true, watch: undefined }
  return { has: (paragraph) => near.has(paragraph), watch }
}
